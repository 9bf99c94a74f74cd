package exeat.bench.rules;

import exeat.bench.rules.DecideLines.Lines;
import exeat.bench.rules.PackLoading.Loading;
import exeat.bench.rules.UnknownFacts.Spread;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Prints the scores as tables with ratios, and which bars they meet. */
final class RulesReport {

    private final List<Score> scores;
    private final List<Spread> spreads;
    private final List<Loading> loadings;
    private final List<Lines> lines;
    private final List<String> leftOut;
    private final RulesBars bars;

    RulesReport(
            List<Score> scores,
            List<Spread> spreads,
            List<Loading> loadings,
            List<Lines> lines,
            List<String> leftOut) {
        this.scores = List.copyOf(scores);
        this.spreads = List.copyOf(spreads);
        this.loadings = List.copyOf(loadings);
        this.lines = List.copyOf(lines);
        this.leftOut = List.copyOf(leftOut);
        this.bars = new RulesBars(this.scores, this.spreads, this.loadings, this.lines);
    }

    void print(PrintStream out) {
        for (var subject : scores.stream().map(Score::subject).distinct().toList()) {
            for (var input : Input.values()) {
                table(subject, input, out);
            }
        }
        out.println(
                "\nA third of the facts unknown: microseconds, of each person the best of several");
        out.printf(
                "  %-34s %8s %8s %8s %10s %9s%n",
                "", "median", "99%", "people", "settled %", "compared");
        for (var spread : spreads) {
            out.printf(
                    Locale.ROOT,
                    "  %-34s %8.1f %8.1f %8d %10.0f %9d%n",
                    spread.subject(),
                    spread.median() / 1000,
                    spread.p99() / 1000,
                    spread.people(),
                    spread.settled(),
                    spread.checked());
        }
        out.println("\nFrom a pack's files to a directive, ms of the processor and on the clock");
        out.printf("  %-34s %8s %8s %8s %8s%n", "", "warm", "clock", "cold", "clock");
        for (var loading : loadings) {
            out.printf(
                    Locale.ROOT,
                    "  %-34s %8.0f %8.0f %8.0f %8.0f%n",
                    loading.subject(),
                    loading.warm().cpu(),
                    loading.warm().wall(),
                    loading.cold().cpu(),
                    loading.cold().wall());
        }
        for (var one : lines) {
            out.printf(
                    Locale.ROOT,
                    "%n./exeat decide prc-1963, CSV: a million lines %.1f s and %.0f MB resident; ten"
                            + " million %.0f MB, %,.0f lines a second after the first%n",
                    one.million(),
                    one.megabytes(),
                    one.megabytesOfMany(),
                    one.steady());
        }
        out.println();
        bars.all().forEach(bar -> out.println(bar.line()));
        leftOut.forEach(what -> out.println("  left out for want of time: " + what));
        out.println("Every engine gave the reference's answer to every case that was compared.");
    }

    boolean met() {
        return bars.all().stream().allMatch(Bar::met);
    }

    private void table(String subject, Input input, PrintStream out) {
        out.println("\n" + subject + ", " + input.title());
        out.printf(
                "  %-28s %12s %9s %9s %10s %9s %10s %9s%n",
                "", "CPU ns", "to hand", "to Exeat", "bytes", "compared", "load ms", "held kB");
        scores.stream()
                .filter(score -> score.subject().equals(subject) && score.input() == input)
                .forEach(score -> out.println(line(score)));
    }

    private String line(Score score) {
        var own = OptionalDouble.of(score.nanos());
        var exeat = bars.nanos(Contestant.EXEAT, score.rules(), score.input());
        boolean isCode =
                score.contestant() == Contestant.HAND_WRITTEN
                        || score.contestant() == Contestant.SCAN;
        return String.format(
                Locale.ROOT,
                "  %-28s %12.1f %9s %9s %10.0f %9d %10s %9s",
                score.contestant().title(),
                score.nanos(),
                times(RulesBars.ratio(own, bars.hand(score.rules(), score.input()))),
                times(RulesBars.ratio(own, exeat)),
                score.bytes(),
                score.checked(),
                isCode ? "-" : String.format(Locale.ROOT, "%.0f", score.loaded().loadMillis()),
                isCode || score.loaded().heldBytes() == 0
                        ? "-"
                        : String.format(Locale.ROOT, "%.0f", score.loaded().heldBytes() / 1000.0));
    }

    private static String times(OptionalDouble ratio) {
        return ratio.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ratio.getAsDouble() < 100 ? "%.2f" : "%.0f",
                        ratio.getAsDouble());
    }
}
