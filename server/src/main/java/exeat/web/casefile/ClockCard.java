package exeat.web.casefile;

import exeat.web.kit.Sheet;
import exeat.web.kit.Terms;
import exeat.web.kit.Words;

import exeat.desk.cases.Cases;
import exeat.oversight.Booking;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.list.Cell;
import exeat.web.component.list.DataTable;
import exeat.web.component.Fold;
import exeat.web.component.list.Head;
import exeat.web.component.Prose;
import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** On whose clock the time of an application went. */
public final class ClockCard {

    private final Terms terms;
    private final Words words;

    public ClockCard(Terms terms, Words words) {
        this.terms = terms;
        this.words = words;
    }

    /** The time of the application so far, closed until the reader opens it. */
    public Fold booked(Cases.Clock clock) {
        var booking = clock.booking();
        var inner = new ArrayList<RawString>();
        inner.add(Sheet.raw(new Prose(List.of(words.say("clock.what", booking.days())))));
        // On the first day there is nothing to add up.
        if (!booking.spells().isEmpty()) {
            inner.add(Sheet.raw(sums(booking)));
            inner.add(Sheet.raw(spells(booking)));
        }
        return new Fold(words.say("clock.title"), inner);
    }

    private DataTable sums(Booking booking) {
        var rows = new ArrayList<List<Cell>>();
        booking.byUnit().forEach((unit, sum) -> rows.add(sum(unit, sum)));
        for (var whose : List.of(Booking.Whose.TRAVELLER, Booking.Whose.NOBODY)) {
            int days = booking.days(whose);
            if (days > 0) {
                rows.add(
                        List.of(
                                Cell.of(words.say("clock." + whose)).asHead(),
                                Cell.number(Integer.toString(days)),
                                Cell.number("–"),
                                Cell.number("–")));
            }
        }
        return new DataTable(
                words.say("clock.sums"),
                List.of(
                        Head.of(words.say("clock.who")),
                        Head.of(words.say("clock.days")),
                        Head.of(words.say("clock.working")),
                        Head.of(words.say("clock.late"))),
                rows);
    }

    private List<Cell> sum(AuthorityId unit, Booking.Sum sum) {
        return List.of(
                Cell.of(terms.unit(unit)).asHead(),
                Cell.number(Integer.toString(sum.days())),
                Cell.number(Integer.toString(sum.worked())),
                Cell.number(Integer.toString(sum.late())));
    }

    private DataTable spells(Booking booking) {
        return new DataTable(
                words.say("clock.spells"),
                List.of(
                        Head.of(words.say("clock.from")),
                        Head.of(words.say("clock.to")),
                        Head.of(words.say("clock.who")),
                        Head.of(words.say("clock.days"))),
                booking.spells().stream()
                        .map(spell ->
                                List.of(
                                        Cell.of(words.day(spell.from())).asHead(),
                                        Cell.of(words.day(spell.to())),
                                        Cell.of(who(spell.whose(), spell.units())),
                                        Cell.number(Integer.toString(spell.days()))))
                        .toList());
    }

    private String who(Booking.Whose whose, SortedSet<AuthorityId> units) {
        return whose == Booking.Whose.UNITS
                ? units.stream().map(terms::unit).collect(Collectors.joining(", "))
                : words.say("clock." + whose);
    }
}
