package exeat.bench.rules;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** The scores as a table of ratios, and which bars they meet. */
final class RulesReport {

    /** One promise: a ratio of two scores, and what it has to be. */
    private record Bar(String what, OptionalDouble ratio, double least) {
        boolean met() {
            return ratio.isEmpty() || ratio.getAsDouble() >= least;
        }

        String line() {
            var is =
                    ratio.isEmpty()
                            ? "not measured"
                            : String.format(Locale.ROOT, "%.1f", ratio.getAsDouble());
            return String.format(
                    Locale.ROOT,
                    "  %-58s %12s  (bar: %s)  %s",
                    what,
                    is,
                    least,
                    met() ? "" : "NOT MET");
        }
    }

    private static final long MAX_BYTES = 10_000_000;

    private final List<Score> scores;
    private final List<String> leftOut;

    RulesReport(List<Score> scores, List<String> leftOut) {
        this.scores = List.copyOf(scores);
        this.leftOut = List.copyOf(leftOut);
    }

    void print(PrintStream out) {
        for (int rules : scores.stream().map(Score::rules).distinct().toList()) {
            out.println();
            out.println(rules + " rules over 7 facts, FIRST");
            out.println(
                    String.format(
                            Locale.ROOT,
                            "  %-28s %12s %9s %9s %10s %11s %8s",
                            "",
                            "CPU ns",
                            "to hand",
                            "to Exeat",
                            "bytes",
                            "load ms",
                            "table kB"));
            scores.stream()
                    .filter(score -> score.rules() == rules)
                    .forEach(score -> out.println(line(score)));
        }
        out.println();
        bars().forEach(bar -> out.println(bar.line()));
        leftOut.forEach(what -> out.println("  left out for want of time: " + what));
        out.println("Every engine gave the reference's answer to every case that it was timed on.");
    }

    boolean met() {
        return bars().stream().allMatch(Bar::met);
    }

    private String line(Score score) {
        return String.format(
                Locale.ROOT,
                "  %-28s %12.1f %9s %9s %10.0f %11.1f %8s",
                score.contestant().title(),
                score.nanos(),
                times(score.nanos() / hand(score.rules()).orElse(Double.NaN)),
                times(score.nanos() / nanos(Contestant.EXEAT, score.rules()).orElse(Double.NaN)),
                score.bytes(),
                score.loadMillis(),
                kilobytes(score));
    }

    /** Nothing for code, which is no table, and where other garbage went at the same time. */
    private static String kilobytes(Score score) {
        boolean isCode =
                score.contestant() == Contestant.HAND_WRITTEN
                        || score.contestant() == Contestant.SCAN;
        return isCode || score.tableBytes() == 0
                ? "-"
                : String.format(Locale.ROOT, "%.0f", score.tableBytes() / 1000.0);
    }

    private List<Bar> bars() {
        return List.of(
                new Bar(
                        "12 rules: Exeat at most 4 times hand-written (4/ratio)",
                        ratio(nanos(Contestant.EXEAT, 12), hand(12), 4),
                        1),
                new Bar(
                        "2,000 rules: the hand-written scan over Exeat",
                        ratio(nanos(Contestant.EXEAT, 2000), hand(2000), 1),
                        1),
                new Bar(
                        "12 rules: OpenL Tablets over Exeat",
                        over(nanos(Contestant.OPENL, 12), 12),
                        10),
                new Bar("12 rules: the best DMN engine over Exeat", over(bestDmn(12), 12), 250),
                new Bar(
                        "2,000 rules: OpenL Tablets over Exeat",
                        over(nanos(Contestant.OPENL, 2000), 2000),
                        50),
                new Bar(
                        "2,000 rules: the best DMN engine over Exeat",
                        over(bestDmn(2000), 2000),
                        5000),
                new Bar("2,000 rules: 10 MB over what Exeat's table holds", memory(), 1));
    }

    private OptionalDouble memory() {
        var score = find(Contestant.EXEAT, 2000);
        return score.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) MAX_BYTES / Math.max(1, score.get().tableBytes()));
    }

    private OptionalDouble over(OptionalDouble peer, int rules) {
        return ratio(nanos(Contestant.EXEAT, rules), peer, 1);
    }

    /** The second over the first, times a factor. */
    private static OptionalDouble ratio(OptionalDouble one, OptionalDouble other, double factor) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(factor * other.getAsDouble() / one.getAsDouble());
    }

    /** The chain of ifs, and where there is none the scan. */
    private OptionalDouble hand(int rules) {
        var chain = nanos(Contestant.HAND_WRITTEN, rules);
        return chain.isPresent() ? chain : nanos(Contestant.SCAN, rules);
    }

    private OptionalDouble bestDmn(int rules) {
        return scores.stream()
                .filter(score -> score.rules() == rules && score.contestant().isDmnPeer())
                .min(Comparator.comparingDouble(Score::nanos))
                .map(score -> OptionalDouble.of(score.nanos()))
                .orElseGet(OptionalDouble::empty);
    }

    private OptionalDouble nanos(Contestant contestant, int rules) {
        return find(contestant, rules)
                .map(score -> OptionalDouble.of(score.nanos()))
                .orElseGet(OptionalDouble::empty);
    }

    private Optional<Score> find(Contestant contestant, int rules) {
        return scores.stream()
                .filter(score -> score.contestant() == contestant && score.rules() == rules)
                .findFirst();
    }

    private static String times(double ratio) {
        return Double.isNaN(ratio)
                ? ""
                : String.format(Locale.ROOT, ratio < 100 ? "%.2f" : "%.0f", ratio);
    }
}
