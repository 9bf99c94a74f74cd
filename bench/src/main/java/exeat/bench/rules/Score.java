package exeat.bench.rules;

import exeat.bench.rules.DecisionBenchmark.Iteration;
import exeat.bench.rules.DecisionBenchmark.Run;
import java.util.List;

/**
 * What was measured of one engine over one subject.
 *
 * @param subject its title
 * @param rules how many rules for routes others are given; 0 where none are
 * @param nanos processor time a decision
 * @param bytes allocated a decision
 * @param checked how many answers were compared with the reference, and measured
 */
record Score(
        LoadedEngine loaded,
        String subject,
        int rules,
        Input input,
        double nanos,
        double bytes,
        int checked) {

    static Score of(LoadedEngine loaded, String subject, int rules, Input input, Run run) {
        return new Score(
                loaded,
                subject,
                rules,
                input,
                median(run.iterations().stream().map(Iteration::nanos).toList()),
                median(run.iterations().stream().map(Iteration::bytes).toList()),
                run.cases());
    }

    Contestant contestant() {
        return loaded.contestant();
    }

    /** The middle one of several measurements. */
    static double median(List<Double> measured) {
        var sorted = measured.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        return sorted.get(sorted.size() / 2);
    }
}
