package exeat.rules.prove;

import exeat.rules.box.Box;
import exeat.rules.box.BoxSearch;
import exeat.rules.box.ClassSet;
import exeat.rules.box.DecisionList.Condition;
import exeat.rules.box.SplitBudget;
import exeat.rules.box.SplitBudget.LimitReached;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.Facts;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import exeat.rules.prove.Proof.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An obligation in progress: the results so far and the remaining budget. */
final class ProofAttempt {

    /** The number of failures shown; a reader fixes these before reading more. */
    private static final int SHOWN = 50;

    private final Obligation obligation;
    private final FactSpace space;
    private final SplitBudget budget;
    private final BoxSearch search;
    private final List<Failure> failures = new ArrayList<>();
    private final List<Failure> notes = new ArrayList<>();
    private final Set<String> conditions = new LinkedHashSet<>();
    private int more;
    private boolean idle;

    /**
     * @param links those who break one are left out, since there are none
     */
    ProofAttempt(Obligation obligation, FactSpace space, List<FactLink> links, SplitBudget budget) {
        this.obligation = obligation;
        this.space = space;
        this.budget = budget;
        this.search = FactLinkRegions.search(space, links, budget);
    }

    FactSpace space() {
        return space;
    }

    SplitBudget budget() {
        return budget;
    }

    BoxSearch search() {
        return search;
    }

    void fail(Failure failure) {
        if (failures.size() < SHOWN) {
            failures.add(failure);
        } else {
            more++;
        }
    }

    /** Like {@link #fail(Failure)}, with a failure that is made only if it is shown. */
    void fail(Supplier<Failure> failure) {
        if (failures.size() < SHOWN) {
            failures.add(failure.get());
        } else {
            more++;
        }
    }

    boolean failed() {
        return !failures.isEmpty();
    }

    void note(Failure note) {
        notes.add(note);
    }

    /** It holds on a condition, in a sentence. */
    void assume(String condition) {
        conditions.add(condition);
    }

    /** There is nothing that could fail. */
    void nothingToProve(String why) {
        idle = true;
        notes.add(Failure.of(why));
    }

    /** Does the work, and says how it came out. */
    Proof prove(Consumer<ProofAttempt> work) {
        boolean decided = true;
        try {
            work.accept(this);
        } catch (LimitReached limit) {
            decided = false;
            if (!failed()) {
                notes.add(Failure.of("N" + String.valueOf(limit.getMessage()).substring(1) + "."));
            }
        }
        Verdict verdict;
        if (failed()) {
            verdict = Verdict.FAILED;
        } else if (!decided) {
            verdict = Verdict.UNDECIDED;
        } else {
            verdict = idle ? Verdict.NOTHING_TO_PROVE : Verdict.PROVED;
        }
        return new Proof(obligation, verdict, failures, more, notes, List.copyOf(conditions));
    }

    /** A region where conditions hold, in as few words as it takes to find, with a person. */
    Failure shown(String says, Box region, List<Condition> conditions) {
        var wide = search.widened(region, space.all(), conditions);
        return shown(says, wide);
    }

    Failure shown(String says, Box region) {
        return new Failure(
                says,
                space.words(region),
                space.narrowed(region),
                List.of(new Person(person(region), "")));
    }

    /** Somebody plain in the region who is not among those that there are none of. */
    Facts person(Box region) {
        var narrowed = region;
        for (int at = 0; at < region.sets().size(); at++) {
            narrowed = plain(narrowed, at);
        }
        return space.person(narrowed);
    }

    private Box plain(Box region, int dimension) {
        for (int candidate : space.plainest(dimension, region.set(dimension))) {
            var narrower = region.with(dimension, ClassSet.of(candidate));
            if (search.find(narrower, List.of()).isPresent()) {
                return narrower;
            }
        }
        throw new IllegalStateException("a region without anybody was found");
    }
}
