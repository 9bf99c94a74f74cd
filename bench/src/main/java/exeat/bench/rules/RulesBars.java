package exeat.bench.rules;

import exeat.bench.rules.DecideLines.Lines;
import exeat.bench.rules.PackLoading.Loading;
import exeat.bench.rules.UnknownFacts.Spread;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** Compares the promises on decision speed with the scores of one run. */
final class RulesBars {

    /** Scores for the directive of 1963 have no number of rules. */
    private static final int PRC_1963 = 0;

    /** More resident memory than this for ten times the lines does not count as constant. */
    private static final double CONSTANT = 1.25;

    private final List<Score> scores;
    private final List<Spread> spreads;
    private final List<Loading> loadings;
    private final List<Lines> lines;

    RulesBars(List<Score> scores, List<Spread> spreads, List<Loading> loadings, List<Lines> lines) {
        this.scores = scores;
        this.spreads = spreads;
        this.loadings = loadings;
        this.lines = lines;
    }

    List<Bar> all() {
        var bars = new ArrayList<Bar>();
        decisions(bars);
        peers(bars);
        beyond(bars);
        return bars;
    }

    private void decisions(List<Bar> bars) {
        var prc = nanos(Contestant.EXEAT, PRC_1963, Input.READY);
        bars.add(Bar.atMost("prc-1963, all known", prc, 150, "ns"));
        bars.add(
                Bar.atMost(
                        "prc-1963, all known: over hand-written",
                        ratio(prc, hand(PRC_1963, Input.READY)),
                        4,
                        "times"));
        bars.add(
                Bar.atMost(
                        "2,000 rules, all known",
                        nanos(Contestant.EXEAT, 2000, Input.READY),
                        300,
                        "ns"));
        bars.add(Bar.atMost("prc-1963: raw values besides", besides(PRC_1963), 250, "ns"));
        bars.add(Bar.atMost("12 rules: raw values besides", besides(12), 250, "ns"));
        bars.add(Bar.atMost("2,000 rules: raw values besides", besides(2000), 250, "ns"));
    }

    private void peers(List<Bar> bars) {
        bars.add(Bar.atLeast("12 rules: OpenL over Exeat", openl(12), 5, "times"));
        bars.add(Bar.atLeast("12 rules: the best DMN engine over Exeat", dmn(12), 40, "times"));
        bars.add(Bar.atLeast("2,000 rules: OpenL over Exeat", openl(2000), 50, "times"));
        bars.add(
                Bar.atLeast(
                        "2,000 rules: the best DMN engine over Exeat", dmn(2000), 1500, "times"));
    }

    private void beyond(List<Bar> bars) {
        bars.add(
                Bar.atMost(
                        "prc-1963, a third unknown: median",
                        spread("prc-1963", spread -> spread.median() / 1000),
                        2,
                        "us"));
        bars.add(
                Bar.atMost(
                        "2,000 rules, a third unknown: median",
                        spread("2,000 rules", spread -> spread.median() / 1000),
                        10,
                        "us"));
        for (var subject : List.of("prc-1963", "2,000 rules")) {
            bars.add(
                    Bar.atMost(
                            subject + ", a third unknown: 99 in 100",
                            spread(subject, spread -> spread.p99() / 1000),
                            200,
                            "us"));
        }
        var loading =
                loadings.stream().filter(one -> one.subject().startsWith("2,000 ")).findFirst();
        bars.add(
                Bar.atMost(
                        "2,000 rules: loading, warm (processor time)",
                        number(loading, one -> one.warm().cpu()),
                        300,
                        "ms"));
        bars.add(
                Bar.atMost(
                        "2,000 rules: loading, cold (processor time)",
                        number(loading, one -> one.cold().cpu()),
                        1000,
                        "ms"));
        var decided = lines.stream().findFirst();
        bars.add(
                Bar.atLeast(
                        "decide, lines of CSV, steady",
                        number(decided, Lines::steady),
                        400_000,
                        "a second"));
        bars.add(Bar.atMost("decide, a cold million", number(decided, Lines::million), 4, "s"));
        bars.add(
                Bar.atMost(
                        "decide, memory of ten million over what it may be",
                        number(
                                decided,
                                one -> one.megabytesOfMany() / (CONSTANT * one.megabytes())),
                        1,
                        "times"));
    }

    private OptionalDouble besides(int rules) {
        var raw = nanos(Contestant.EXEAT, rules, Input.RAW);
        var ready = nanos(Contestant.EXEAT, rules, Input.READY);
        return raw.isEmpty() || ready.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(raw.getAsDouble() - ready.getAsDouble());
    }

    private OptionalDouble openl(int rules) {
        return ratio(
                nanos(Contestant.OPENL, rules, Input.READY),
                nanos(Contestant.EXEAT, rules, Input.READY));
    }

    private OptionalDouble dmn(int rules) {
        var best =
                scores.stream()
                        .filter(score -> score.rules() == rules && score.input() == Input.READY)
                        .filter(score -> score.contestant().isDmnPeer())
                        .min(Comparator.comparingDouble(Score::nanos));
        return ratio(number(best, Score::nanos), nanos(Contestant.EXEAT, rules, Input.READY));
    }

    /** The chain of ifs, or the scan if there is none. */
    OptionalDouble hand(int rules, Input input) {
        var chain = nanos(Contestant.HAND_WRITTEN, rules, input);
        return chain.isPresent() ? chain : nanos(Contestant.SCAN, rules, input);
    }

    OptionalDouble nanos(Contestant contestant, int rules, Input input) {
        return number(
                scores.stream()
                        .filter(score -> score.contestant() == contestant)
                        .filter(score -> score.rules() == rules && score.input() == input)
                        .findFirst(),
                Score::nanos);
    }

    private OptionalDouble spread(String subject, ToDoubleFunction<Spread> figure) {
        return number(
                spreads.stream().filter(one -> one.subject().startsWith(subject)).findFirst(),
                figure);
    }

    static OptionalDouble ratio(OptionalDouble one, OptionalDouble other) {
        return one.isEmpty() || other.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(one.getAsDouble() / other.getAsDouble());
    }

    private static <T> OptionalDouble number(Optional<T> from, ToDoubleFunction<T> figure) {
        return from.map(one -> OptionalDouble.of(figure.applyAsDouble(one)))
                .orElseGet(OptionalDouble::empty);
    }
}
