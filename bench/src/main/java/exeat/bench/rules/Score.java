package exeat.bench.rules;

import exeat.bench.rules.DecisionBenchmark.Iteration;
import exeat.bench.rules.DecisionBenchmark.Run;
import java.util.List;

/**
 * The measurement of one engine on one subject.
 *
 * @param subject its title
 * @param rules number of rules for routes that others get; 0 if none
 * @param nanos processor time per decision
 * @param bytes allocated per decision
 * @param checked how many answers were compared with the reference and then measured
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

    /** The median of several measurements. */
    static double median(List<Double> measured) {
        var sorted = measured.stream().sorted().toList();
        if (sorted.isEmpty()) {
            throw new IllegalStateException("nothing was measured");
        }
        return sorted.get(sorted.size() / 2);
    }
}
