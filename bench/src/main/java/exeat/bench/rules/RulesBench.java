package exeat.bench.rules;

import exeat.bench.rules.DecideLines.Sizes;
import exeat.bench.rules.DecisionBenchmark.Run;
import exeat.bench.rules.subject.BenchSubject;
import exeat.bench.rules.subject.Prc1963;
import exeat.bench.rules.subject.TablePack;
import exeat.bench.rules.subject.Workload;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures decisions a second side by side in this one virtual machine: JMH without forks, so that
 * all engines share the heap, the compiler and the noise of the machine.
 */
public final class RulesBench {

    private final TimeBudget plan;
    private final PrintStream out;
    private final Path root = Path.of(System.getProperty("exeat.root", ".."));
    private final List<Score> scores = new ArrayList<>();
    private final List<UnknownFacts.Spread> spreads = new ArrayList<>();
    private final List<PackLoading.Loading> loadings = new ArrayList<>();
    private final List<DecideLines.Lines> lines = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    /** One engine, on one form of facts, that is measured in turn with others. */
    private record Turn(LoadedEngine loaded, Input input, Run run) {}

    public RulesBench(TimeBudget plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    /**
     * Runs what the plan asks for.
     *
     * @return whether every measured bar was met
     * @throws IllegalStateException if an engine disagrees with the reference
     */
    public boolean run() throws RunnerException, IOException, InterruptedException, PackException {
        var directive = Prc1963.subject(root, Workload.SEED);
        ours(directive);
        beyond(directive);
        if (plan.whole()) {
            out.println("exeat decide over eleven million lines ...");
            lines.add(new DecideLines(root, directive, Sizes.MILLIONS).measure());
        } else {
            leftOut.add("exeat decide over lines of CSV");
        }
        for (int rules : plan.sizes()) {
            var subject = TablePack.subject(Workload.of(rules, Workload.SEED));
            ours(subject);
            for (var contestant : Contestant.values()) {
                if (!contestant.ours()) {
                    peer(contestant, subject);
                }
            }
            if (rules == 2000 || (plan.whole() && rules == 12)) {
                beyond(subject);
            }
        }
        var report = new RulesReport(scores, spreads, loadings, lines, leftOut);
        report.print(out);
        if (!plan.whole()) {
            out.println(
                    "This was the quick run: peers are hardly warm, so go by the whole one for theirs.");
        }
        return report.met();
    }

    /** Measurements of Exeat alone: unknown facts, and loading. */
    private void beyond(BenchSubject subject) throws IOException, InterruptedException {
        out.println("Exeat alone: " + subject.title() + " ...");
        spreads.add(new UnknownFacts(subject).measure(plan.unknownMillis()));
        loadings.add(PackLoading.of(subject, plan.whole() ? 3 : 1));
    }

    /**
     * Measures hand-written code and Exeat alternately, several times, so that noise affects both
     * alike.
     */
    private void ours(BenchSubject subject) throws RunnerException {
        out.println("hand-written Java and Exeat: " + subject.title() + " ...");
        var turns = new ArrayList<Turn>();
        for (var contestant : Contestant.values()) {
            if (contestant.ours() && contestant.takes(subject)) {
                for (var input : Input.values()) {
                    var loaded = LoadedEngine.load(contestant, subject);
                    var run = loaded.checked(subject, input, Integer.MAX_VALUE);
                    turns.add(new Turn(loaded, input, run));
                }
            }
        }
        for (int round = 0; round < plan.rounds(); round++) {
            for (var turn : turns) {
                measure(turn.run(), plan.warmups());
            }
        }
        for (var turn : turns) {
            scores.add(
                    Score.of(
                            turn.loaded(),
                            subject.title(),
                            subject.rows().size(),
                            turn.input(),
                            turn.run()));
            turn.loaded().engine().close();
        }
    }

    private void peer(Contestant contestant, BenchSubject subject) throws RunnerException {
        int rules = subject.rows().size();
        for (var input : Input.values()) {
            if (!plan.allows(contestant, rules, input)) {
                leftOut.add(contestant.title() + " at " + subject.title() + ", " + input.title());
            }
        }
        if (!plan.allows(contestant, rules, Input.READY)) {
            return;
        }
        out.println(contestant.title() + ": " + subject.title() + " ...");
        var loaded = LoadedEngine.load(contestant, subject);
        for (var input : Input.values()) {
            if (plan.allows(contestant, rules, input)) {
                var run = loaded.checked(subject, input, plan.checkMillis());
                measure(run, plan.peerWarmups());
                scores.add(Score.of(loaded, subject.title(), rules, input, run));
            }
        }
        loaded.engine().close();
    }

    private void measure(Run run, int warmups) throws RunnerException {
        DecisionBenchmark.measure(run);
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
    }
}
