package exeat.tool.decide;

import exeat.rules.DirectiveComparison;
import exeat.rules.DirectiveComparison.ComparedFindings;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.Value;
import exeat.rules.finding.FindingDifference;
import exeat.rules.finding.FindingDifference.Direction;
import exeat.rules.prove.DirectiveImpact;
import exeat.rules.prove.DirectiveImpact.Effect;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A comparison in sentences. */
public final class CompareText implements CompareReport {

    private final OutputStream out;
    private final DirectiveComparison versions;

    public CompareText(OutputStream out, DirectiveComparison versions) {
        this.out = out;
        this.versions = versions;
    }

    @Override
    public void shifts(DirectiveImpact shifts) throws IOException {
        line("From " + name(versions.before().ref()) + " to " + name(versions.after().ref()) + ":");
        side("Who loses", shifts.effects().stream().filter(shift -> !shift.better()).toList());
        side("Who gains", shifts.effects().stream().filter(Effect::better).toList());
        if (shifts.effects().isEmpty() && shifts.undecided().isEmpty()) {
            line("Nobody gains or loses anything.");
        } else if (shifts.nobodyLoses()) {
            line("");
            line("Nobody loses anything.");
        }
        for (var aspect : shifts.undecided()) {
            line("");
            line("Not decided within the limit: " + aspect + ".");
        }
        for (var assumed : shifts.assumed()) {
            line("");
            line("Assumed: " + assumed);
        }
    }

    private void side(String title, List<Effect> shifts) throws IOException {
        if (!shifts.isEmpty()) {
            line("");
            line(title);
        }
        for (var shift : shifts) {
            line("  The first " + shift.before() + ", the second " + shift.after() + ".");
            line("    who: a person with " + shift.region());
            line("    such as: " + person(shift));
        }
    }

    @Override
    public void differs(String id, ComparedFindings redecided) throws IOException {
        var difference = redecided.difference();
        var how = difference.changes().stream().map(CompareText::change).toList();
        line(
                id
                        + ": "
                        + (how.isEmpty()
                                ? "the same, by other rules"
                                : word(difference.direction()) + ": " + String.join("; ", how)));
    }

    private static String change(FindingDifference.Change change) {
        return change.after() + " (before: " + change.before() + ")";
    }

    @Override
    public void summary(CaseComparison.Counts counts) throws IOException {
        var same = number(counts.of(Direction.SAME));
        line(
                number(counts.read())
                        + (counts.read() == 1 ? " case: " : " cases: ")
                        + same
                        + " the same ("
                        + number(counts.otherReasons())
                        + " of them by other rules), "
                        + number(counts.of(Direction.BETTER))
                        + " better, "
                        + number(counts.of(Direction.WORSE))
                        + " worse, "
                        + number(counts.of(Direction.MIXED))
                        + " better in one way and worse in another.");
        if (counts.unread() > 0) {
            line(number(counts.unread()) + " could not be compared.");
        }
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    static String word(Direction direction) {
        return direction.name().toLowerCase(Locale.ROOT);
    }

    private static String name(DirectiveRef ref) {
        return ref.id() + " version " + ref.version();
    }

    /** The facts that it turns on; the others may be anything. */
    private static String person(Effect shift) {
        var texts = new ArrayList<String>();
        for (var name : shift.turnsOn()) {
            shift.person().value(name).ifPresent(value -> texts.add(name + " " + value(value)));
        }
        return texts.isEmpty() ? "anybody" : String.join("; ", texts);
    }

    private static String value(Value value) {
        return switch (value) {
            case Value.Text text -> text.text();
            case Value.Quantity quantity -> quantity.number().toPlainString();
            case Value.Truth truth -> truth.truth() ? "yes" : "no";
            case Value.Day day -> day.date().toString();
            case Value.Absent absent -> "absent";
            case Value.Withheld withheld -> "withheld";
        };
    }

    private void line(String text) throws IOException {
        out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
