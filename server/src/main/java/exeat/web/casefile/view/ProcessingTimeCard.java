package exeat.web.casefile.view;

import exeat.desk.cases.CaseReader;
import exeat.oversight.TimeAccounting;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.Details;
import exeat.web.component.Paragraphs;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.RawString;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Who had the application, and for how long. */
public final class ProcessingTimeCard {

    private final PackTexts terms;
    private final PageTexts words;

    public ProcessingTimeCard(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    /** The processing time so far, collapsed until the reader opens it. */
    public Details booked(CaseReader.TravellerClock clock) {
        var booking = clock.booking();
        var inner = new ArrayList<RawString>();
        inner.add(Page.raw(new Paragraphs(List.of(words.say("clock.what", booking.days())))));
        // On the first day there is nothing to add up.
        if (!booking.spells().isEmpty()) {
            inner.add(Page.raw(sums(booking)));
            inner.add(Page.raw(spells(booking)));
        }
        return new Details(words.say("clock.title"), inner);
    }

    private DataTable sums(TimeAccounting booking) {
        var rows = new ArrayList<List<TableCell>>();
        booking.byUnit().forEach((unit, sum) -> rows.add(sum(unit, sum)));
        for (var whose : List.of(TimeAccounting.Whose.TRAVELLER, TimeAccounting.Whose.NOBODY)) {
            int days = booking.days(whose);
            if (days > 0) {
                rows.add(
                        List.of(
                                TableCell.of(words.say("clock." + whose)).asHead(),
                                TableCell.number(Integer.toString(days)),
                                TableCell.number("–"),
                                TableCell.number("–")));
            }
        }
        return new DataTable(
                        words.say("clock.sums"),
                        List.of(
                                ColumnHeader.of(words.say("clock.who")),
                                ColumnHeader.of(words.say("clock.days")),
                                ColumnHeader.of(words.say("clock.working")),
                                ColumnHeader.of(words.say("clock.late"))),
                        rows)
                .stackedWhereNarrow();
    }

    private List<TableCell> sum(AuthorityId unit, TimeAccounting.Sum sum) {
        return List.of(
                TableCell.of(terms.unit(unit)).asHead(),
                TableCell.number(Integer.toString(sum.days())),
                TableCell.number(Integer.toString(sum.worked())),
                TableCell.number(Integer.toString(sum.late())));
    }

    private DataTable spells(TimeAccounting booking) {
        return new DataTable(
                        words.say("clock.spells"),
                        List.of(
                                ColumnHeader.of(words.say("clock.from")),
                                ColumnHeader.of(words.say("clock.to")),
                                ColumnHeader.of(words.say("clock.who")),
                                ColumnHeader.of(words.say("clock.days"))),
                        booking.spells().stream()
                                .map(spell ->
                                        List.of(
                                                TableCell.of(words.day(spell.from())).asHead(),
                                                TableCell.of(words.day(spell.to())),
                                                TableCell.of(who(spell.whose(), spell.units())),
                                                TableCell.number(Integer.toString(spell.days()))))
                                .toList())
                .stackedWhereNarrow();
    }

    private String who(TimeAccounting.Whose whose, SortedSet<AuthorityId> units) {
        return whose == TimeAccounting.Whose.UNITS
                ? units.stream().map(terms::unit).collect(Collectors.joining(", "))
                : words.say("clock." + whose);
    }
}
