package exeat.tool.decide;

import exeat.rules.DirectiveComparison;
import exeat.rules.DirectiveComparison.ComparedFindings;
import exeat.rules.NewQuestion;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
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
import java.util.stream.Collectors;

/** A comparison in sentences. */
public final class CompareText implements CompareReport {

    private final OutputStream out;
    private final DirectiveComparison versions;

    public CompareText(OutputStream out, DirectiveComparison versions) {
        this.out = out;
        this.versions = versions;
    }

    @Override
    public void shifts(DirectiveImpact shifts, List<NewQuestion> asked) throws IOException {
        var names = name(versions.before().ref()) + " to " + name(versions.after().ref());
        line("From " + names + ", for people whose facts are all known:");
        side("Who loses", shifts.effects().stream().filter(shift -> !shift.better()).toList());
        side("Who gains", shifts.effects().stream().filter(Effect::better).toList());
        if (shifts.effects().isEmpty() && shifts.undecided().isEmpty()) {
            line("Nobody whose facts are all known gains or loses anything.");
        } else if (shifts.nobodyLoses()) {
            line("");
            line("Nobody whose facts are all known loses anything.");
        }
        for (var aspect : shifts.undecided()) {
            line("");
            line("Not decided within the limit: " + aspect + ".");
        }
        for (var assumed : shifts.assumed()) {
            line("");
            line("Assumed: " + assumed);
        }
        asked(asked);
    }

    /** What is not answered in a case that is open, or was closed before. */
    private void asked(List<NewQuestion> asked) throws IOException {
        if (asked.isEmpty()) {
            return;
        }
        line("");
        line("Newly asked, with what it means until it is answered (by trying made-up people)");
        for (var question : asked) {
            line("  " + question.fact() + ": " + leftOpen(question));
            if (question.leftOpen().isPresent()) {
                var person = question.leftOpen().get().findings().after().facts();
                line("    such as: " + texts(person, List.copyOf(person.values().keySet())));
            }
        }
    }

    private static String leftOpen(NewQuestion question) {
        return question.leftOpen()
                .map(one -> one.findings().difference().changes())
                .map(changes ->
                        changes.isEmpty()
                                ? "no change: people who leave it open were referred before too"
                                : "for somebody who leaves it open, "
                                        + changes.stream()
                                                .map(c -> c.before() + " becomes " + c.after())
                                                .collect(Collectors.joining("; ")))
                .orElse("no made-up person was found for whom leaving it open changes the finding");
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
        return texts(shift.person(), shift.turnsOn());
    }

    private static String texts(Facts person, List<FactName> names) {
        var texts = new ArrayList<String>();
        for (var name : names) {
            person.value(name).ifPresent(value -> texts.add(name + " " + value(value)));
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
