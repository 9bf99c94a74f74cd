package exeat.bench.rules;

import exeat.bench.rules.DecisionBenchmark.Iteration;
import exeat.bench.rules.DecisionBenchmark.Subject;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Decisions a second, side by side, in this one virtual machine: JMH without forks, so that every
 * engine shares the same heap, the same compiler and the same moment of a noisy machine.
 */
public final class RulesBench {

    private final TimeBudget plan;
    private final PrintStream out;
    private final List<Score> scores = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    public RulesBench(TimeBudget plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    /**
     * Runs what the plan asks for.
     *
     * @return whether every bar was met
     * @throws IllegalStateException if an engine disagrees with the reference
     */
    public boolean run() throws RunnerException {
        for (int rules : plan.sizes()) {
            var workload = Workload.of(rules, Workload.SEED);
            ours(workload);
            for (var contestant : Contestant.values()) {
                if (!contestant.ours() && contestant.takes(rules)) {
                    peer(contestant, workload);
                }
            }
        }
        var report = new RulesReport(scores, leftOut);
        report.print(out);
        if (!plan.peersOfAll()) {
            out.println(
                    "This was the quick run: peers are hardly warm, so go by the whole one for theirs.");
        }
        return report.met();
    }

    /** Hand-written code and Exeat in turn, several times, so that noise strikes them alike. */
    private void ours(Workload workload) throws RunnerException {
        int rules = workload.rows().size();
        Map<Contestant, LoadedEngine> loaded = new EnumMap<>(Contestant.class);
        Map<Contestant, List<Iteration>> measured = new EnumMap<>(Contestant.class);
        for (var contestant : Contestant.values()) {
            if (contestant.ours() && contestant.takes(rules)) {
                var one = LoadedEngine.load(contestant, workload, Integer.MAX_VALUE);
                loaded.put(contestant, one);
                measured.put(contestant, new ArrayList<>());
            }
        }
        for (int round = 0; round < plan.rounds(); round++) {
            for (var contestant : loaded.keySet()) {
                var one = loaded.getOrDefault(contestant, LoadedEngine.NONE);
                measured.getOrDefault(contestant, List.of()).addAll(measure(one, plan.warmups()));
            }
        }
        loaded.forEach((contestant, one) -> {
            scores.add(one.score(contestant, rules, measured.getOrDefault(contestant, List.of())));
            one.engine().close();
        });
    }

    private void peer(Contestant contestant, Workload workload) throws RunnerException {
        int rules = workload.rows().size();
        if (!plan.allows(contestant, rules)) {
            leftOut.add(contestant.title() + " at " + rules + " rules");
            return;
        }
        out.println(contestant.title() + " at " + rules + " rules ...");
        var one = LoadedEngine.load(contestant, workload, plan.checkMillis());
        scores.add(one.score(contestant, rules, measure(one, plan.peerWarmups())));
        one.engine().close();
    }

    private List<Iteration> measure(LoadedEngine one, int warmups) throws RunnerException {
        var subject = new Subject(one.engine(), one.slice(), one.checked());
        DecisionBenchmark.measure(subject);
        var time = TimeValue.milliseconds(plan.millis());
        new Runner(
                        new OptionsBuilder()
                                .include(DecisionBenchmark.class.getName() + ".decide")
                                .forks(0)
                                .warmupIterations(warmups)
                                .warmupTime(time)
                                .measurementIterations(plan.iterations())
                                .measurementTime(time)
                                .verbosity(VerboseMode.SILENT)
                                .build())
                .run();
        DecisionBenchmark.measure(
                DecisionBenchmark.NOTHING); // else the engine would count as another's memory
        return subject.iterations();
    }
}
