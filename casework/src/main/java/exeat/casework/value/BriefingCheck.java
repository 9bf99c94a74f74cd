package exeat.casework.value;

import exeat.rules.Directive;
import exeat.rules.WorkedCase;
import exeat.rules.document.Paragraph;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Outcome;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The short check by which an officer shows that they read a directive: what it says of some cases
 * that it works out itself, and by which paragraph. Whoever is wrong reads the paragraph again and
 * is asked of other cases; nobody is counted or ranked by it.
 */
public final class BriefingCheck {

    /** So many cases, or as many as the directive has. */
    public static final int QUESTIONS = 3;

    private BriefingCheck() {}

    /**
     * What somebody thinks that the directive says of a case.
     *
     * @param paragraph the number of one that carries it
     */
    public record CheckAnswer(Outcome outcome, String paragraph) {}

    /** Some cases of a version: the same for the same seed, others for another. */
    public static List<WorkedCase> ask(Directive version, String seed) {
        return version.workedCases().stream()
                .sorted(
                        Comparator.comparingInt(
                                        (WorkedCase one) -> scattered(seed + " " + one.id()))
                                .thenComparing(WorkedCase::id))
                .limit(QUESTIONS)
                .toList();
    }

    private static int scattered(String text) {
        int hash = text.hashCode() * 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }

    /** Whether an answer is right: the outcome, and one of the paragraphs that carry it. */
    public static boolean isRight(Finding finding, CheckAnswer answer) {
        return finding.outcome() == answer.outcome()
                && finding.grounds().stream()
                        .anyMatch(g -> g.paragraph().number().equals(answer.paragraph()));
    }

    /** The paragraphs of the cases that were answered wrongly, by the case; none of them right. */
    public static SortedMap<String, Paragraph> wrong(
            Directive version, Map<String, CheckAnswer> answers) {
        var wrong = new TreeMap<String, Paragraph>();
        for (var one : version.workedCases()) {
            var given = Optional.ofNullable(answers.get(one.id()));
            if (given.filter(answer -> !isRight(one.finding(), answer)).isPresent()) {
                wrong.put(one.id(), one.finding().grounds().getFirst().paragraph());
            }
        }
        return Collections.unmodifiableSortedMap(wrong);
    }

    /** Whether enough cases of this very version are answered, whatever else is. */
    public static boolean isWhole(Directive version, Map<String, CheckAnswer> answers) {
        long known =
                version.workedCases().stream().filter(one -> answers.containsKey(one.id())).count();
        return known == answers.size()
                && known >= Math.min(QUESTIONS, version.workedCases().size());
    }

    /** What somebody answers who has read it; for demonstrations and tests. */
    public static Map<String, CheckAnswer> asRead(Directive version) {
        var answers = new TreeMap<String, CheckAnswer>();
        for (var one : ask(version, "")) {
            var ground = one.finding().grounds().getFirst();
            answers.put(
                    one.id(),
                    new CheckAnswer(one.finding().outcome(), ground.paragraph().number()));
        }
        return answers;
    }
}
