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
 * The short check by which an officer shows that they read a directive: what it says about some of
 * its worked cases, and by which paragraph. After a wrong answer the officer reads the paragraph
 * again and gets other cases; attempts are not counted.
 */
public final class BriefingCheck {

    /** The number of cases, or fewer if the directive has fewer. */
    public static final int QUESTIONS = 3;

    private BriefingCheck() {}

    /**
     * An officer's answer: what the directive says about a case.
     *
     * @param paragraph the number of a paragraph that supports it
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

    /** The paragraphs to read again, by case, for the cases that were answered wrongly. */
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

    /** Whether enough cases of this version are answered; other answers do not matter. */
    public static boolean isWhole(Directive version, Map<String, CheckAnswer> answers) {
        long known =
                version.workedCases().stream().filter(one -> answers.containsKey(one.id())).count();
        return known == answers.size()
                && known >= Math.min(QUESTIONS, version.workedCases().size());
    }

    /** The right answers; for demonstrations and tests. */
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
