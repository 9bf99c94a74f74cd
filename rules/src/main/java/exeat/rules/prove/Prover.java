package exeat.rules.prove;

import exeat.rules.Directive;
import exeat.rules.ParsedPack;
import exeat.rules.box.SplitBudget;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.ProofReport.LayerProof;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Proves what a directive promises, or shows a person for whom it fails: {@link Obligation}.
 *
 * <p>Exact: a fact is a value, absent or withheld, and every combination counts. What is not
 * decided within the limits of splits and of time is reported as that.
 */
public final class Prover {

    /** The default limit of splits for one obligation. */
    public static final long DEFAULT_LIMIT = 1_000_000;

    /** The default time limit for all obligations when somebody waits for the answer. */
    public static final Duration DEFAULT_TIME = Duration.ofMinutes(2);

    private final long limit;
    private final Optional<LongSupplier> millis;
    private final Duration time;

    /**
     * A prover without a time limit.
     *
     * @param limit the most splits for one obligation, at least 1
     */
    public Prover(long limit) {
        this(limit, Optional.empty(), Duration.ZERO);
    }

    /**
     * A prover with a time limit; the clock is passed in.
     *
     * @param limit the most splits for one obligation, at least 1
     * @param millis the time now, in milliseconds since any moment, such as {@code clock::millis}
     * @param time the longest that all obligations may take by it
     */
    public Prover(long limit, LongSupplier millis, Duration time) {
        this(limit, Optional.of(millis), time);
    }

    private Prover(long limit, Optional<LongSupplier> millis, Duration time) {
        if (limit < 1) {
            throw new IllegalArgumentException("a limit of " + limit + " splits");
        }
        this.limit = limit;
        this.millis = millis;
        this.time = time;
    }

    /** The time at which a proof that begins now must end. */
    private BooleanSupplier timeIsUp() {
        return millis.map(
                        now -> {
                            long end = now.getAsLong() + time.toMillis();
                            return (BooleanSupplier) () -> now.getAsLong() > end;
                        })
                .orElse(() -> false);
    }

    /** All obligations of a directive, the last one against every directive that it extends. */
    public static ProofReport of(Directive directive) {
        return of(directive.parsed());
    }

    /** All obligations of a pack, sound or not, as {@link #of(Directive)}. */
    public static ProofReport of(ParsedPack pack) {
        return new Prover(DEFAULT_LIMIT).prove(pack, Layers.of(pack));
    }

    /** All obligations, the last one against this directive and every one that it extends. */
    public static ProofReport against(Directive parent, ParsedPack local) {
        return new Prover(DEFAULT_LIMIT).prove(local, Layers.of(parent));
    }

    /**
     * All obligations of a pack, sound or not.
     *
     * @param layers what the last obligation is held against
     */
    public ProofReport prove(ParsedPack pack, Layers layers) {
        if (!pack.unprovable().isEmpty()) {
            return unprovable(pack, layers);
        }
        var space = FactSpaceBuilder.of(pack.vocabulary(), List.of(pack), List.of());
        var functions = new OutcomeFunctions(pack, space);
        var rules = new TableProofs(pack, functions);
        var run = new Run(space, timeIsUp());
        run.prove(Obligation.ANSWERS, rules::answers);
        run.prove(Obligation.AGREES, rules::agree);
        run.prove(Obligation.NOTHING_HIDDEN, rules::nothingHidden);
        run.prove(Obligation.CITES, new CitationProof(pack)::prove);
        run.prove(Obligation.NEVER_REFUSES, rules::neverRefuses);
        run.prove(Obligation.PROTECTED_HELPS, new ProtectedFactsProof(functions)::prove);
        if (layers.all().isEmpty()) {
            run.prove(
                    Obligation.NO_RESTRICTION,
                    proving -> proving.nothingToProve("The pack does not extend another."));
        } else {
            run.against(pack, layers);
        }
        return new ProofReport(
                pack.ref(),
                run.lines,
                layers.given(),
                List.of(),
                run.proofs,
                layers.all().isEmpty()
                        ? List.of()
                        : pack.links().stream().map(FactLinkRegions::sentence).toList(),
                limit,
                run.splits);
    }

    /** The last obligation alone, against one directive and nothing that it extends. */
    Proof noRestriction(ParsedPack local, Directive above) {
        return new RestrictionProof(local, above, new SplitBudget(limit)).prove();
    }

    /** Names everything that is not an exact test of facts; then only citations can be checked. */
    private ProofReport unprovable(ParsedPack pack, Layers layers) {
        var named =
                pack.unprovable().stream()
                        .map(one -> Failure.of(ProofWording.unprovable(one)))
                        .toList();
        var space = new FactSpace(List.of(), Map.of(), List.of());
        var proofs = new ArrayList<Proof>();
        for (var obligation : Obligation.values()) {
            proofs.add(
                    obligation == Obligation.CITES
                            ? new ProofAttempt(obligation, space, List.of(), new SplitBudget(limit))
                                    .prove(new CitationProof(pack)::prove)
                            : new Proof(
                                    obligation,
                                    Verdict.NOT_PROVABLE,
                                    List.of(),
                                    0,
                                    obligation == Obligation.ANSWERS ? named : List.of()));
        }
        return new ProofReport(
                pack.ref(),
                layers.all().stream()
                        .map(layer -> new LayerRestriction(pack, layer).line(Verdict.NOT_PROVABLE))
                        .toList(),
                layers.given(),
                pack.unprovable(),
                proofs,
                List.of(),
                limit,
                0);
    }

    /** One report in the making. */
    private final class Run {

        private final FactSpace space;
        private final List<Proof> proofs = new ArrayList<>();
        private final BooleanSupplier timeIsUp;
        private final List<LayerProof> lines = new ArrayList<>();
        private long splits;

        Run(FactSpace space, BooleanSupplier timeIsUp) {
            this.space = space;
            this.timeIsUp = timeIsUp;
        }

        void prove(Obligation obligation, Consumer<ProofAttempt> work) {
            var budget = new SplitBudget(limit, timeIsUp);
            proofs.add(new ProofAttempt(obligation, space, List.of(), budget).prove(work));
            splits += budget.spent();
        }

        void against(ParsedPack pack, Layers layers) {
            var each = new ArrayList<Proof>();
            for (var layer : layers.all()) {
                var budget = new SplitBudget(limit, timeIsUp);
                var against = new LayerRestriction(pack, layer);
                var proof = against.prove(budget);
                each.add(proof);
                lines.add(against.line(proof.verdict()));
                splits += budget.spent();
            }
            proofs.add(joined(each));
        }
    }

    /** One proof of what was proved against several: it holds when all of them do. */
    private static Proof joined(List<Proof> each) {
        var verdicts = each.stream().map(Proof::verdict).toList();
        Verdict verdict = Verdict.PROVED;
        for (var worst : List.of(Verdict.FAILED, Verdict.UNDECIDED)) {
            if (verdict == Verdict.PROVED && verdicts.contains(worst)) {
                verdict = worst;
            }
        }
        return new Proof(
                Obligation.NO_RESTRICTION,
                verdict,
                each.stream().flatMap(proof -> proof.failures().stream()).toList(),
                each.stream().mapToInt(Proof::more).sum(),
                each.stream().flatMap(proof -> proof.notes().stream()).toList(),
                each.stream().flatMap(proof -> proof.conditions().stream()).distinct().toList());
    }
}
