package exeat.rules.prove;

import exeat.rules.Directive;
import exeat.rules.ParsedPack;
import exeat.rules.box.Box;
import exeat.rules.box.BoxSearch;
import exeat.rules.box.DecisionList.Condition;
import exeat.rules.box.Projection;
import exeat.rules.box.SplitBudget;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Aspect;
import exeat.rules.finding.FindingOrder;
import exeat.rules.finding.Outcome;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import exeat.rules.prove.Regression.Found;
import exeat.rules.prove.Regression.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Obligation 7 against one directive: the local rules give everybody a finding at least as good,
 * approved or referred, whatever local facts the links allow. The order is {@code
 * Finding.atLeastAsGoodAs}; so whom the local rules approve and the directive refers, they ask
 * nothing of that the directive would not.
 */
final class RestrictionProof {

    private final ParsedPack local;
    private final Directive above;
    private final SplitBudget budget;

    RestrictionProof(ParsedPack local, Directive above, SplitBudget budget) {
        this.local = local;
        this.above = above;
        this.budget = budget;
    }

    Proof prove() {
        var missing = missing();
        var space =
                FactSpaceBuilder.of(
                        local.vocabulary(), List.of(local, above.parsed()), local.links());
        var never = FactLinkRegions.broken(space, local.links());
        var proving = new ProofAttempt(Obligation.NO_RESTRICTION, space, never, budget);
        if (!missing.isEmpty()) {
            missing.forEach(fact ->
                    proving.fail(
                            Failure.of(
                                    "The vocabulary does not have the fact "
                                            + fact
                                            + " as "
                                            + above.ref().id()
                                            + " does.")));
            return proving.prove(work -> {});
        }
        return proving.prove(this::compare);
    }

    /** Facts that the directive above reads and the local vocabulary lacks or has otherwise. */
    private Set<FactName> missing() {
        var own = local.vocabulary().byName();
        var missing = new TreeSet<FactName>();
        for (var fact : above.vocabulary().facts()) {
            if (fact.use() == FactDefinition.Use.DECIDE && !fact.equals(own.get(fact.name()))) {
                missing.add(fact.name());
            }
        }
        return missing;
    }

    private void compare(ProofAttempt proving) {
        var space = proving.space();
        var theirs = new OutcomeFunctions(above.parsed(), space);
        var ours = new OutcomeFunctions(local, space);
        var approved = approved(theirs);
        vacuous(proving, approved).ifPresent(proving::fail);
        var worse = new Regression(proving.search(), space.all(), List.of());
        var aspects = new TreeSet<>(ours.aspects());
        aspects.addAll(theirs.aspects());
        for (var aspect : aspects) {
            worse.in(aspect, Side.of(ours), Side.of(theirs))
                    .forEach(found -> proving.fail(failure(proving, found)));
        }
        for (var ground : ours.grounds()) {
            worse.in(ground, Side.of(ours), Side.of(theirs))
                    .forEach(found -> proving.fail(failure(proving, found)));
        }
        if (proving.failed()) {
            // Whoever answers is shown first; whoever does not, once these are mended.
            return;
        }
        var broken = FactLinkRegions.broken(space, local.links());
        new UnansweredProof(ours, theirs, above, approved, broken, budget).prove(proving);
    }

    private static Condition approved(OutcomeFunctions functions) {
        var own = functions.valued(Aspect.of(Aspect.Kind.OUTCOME));
        var scale = OutcomeFunctions.scale(own, own);
        return own.labelled(scale)
                .is(label -> scale.get(label).compareTo(FindingOrder.of(Outcome.REFER)) > 0);
    }

    private Failure failure(ProofAttempt proving, Found found) {
        var says =
                above.ref().id()
                        + " "
                        + found.right()
                        + "; "
                        + local.ref().id()
                        + " "
                        + found.left()
                        + ".";
        return new Failure(
                says,
                proving.space().words(found.region()),
                proving.space().narrowed(found.region()),
                List.of(new Person(proving.person(found.region()), found.left())));
    }

    /**
     * Somebody of whom the links leave no way to be: one whom the directive above approves, if any.
     */
    private Optional<Failure> vacuous(ProofAttempt proving, Condition approved) {
        var space = proving.space();
        var theirs = new HashSet<>(above.links());
        var ours = local.links().stream().filter(link -> !theirs.contains(link)).toList();
        if (ours.isEmpty()) {
            return Optional.empty();
        }
        var completed = new HashSet<Integer>();
        for (int at = 0; at < space.dimensions().size(); at++) {
            if (above.vocabulary().definition(space.fact(at).name()).isEmpty()) {
                completed.add(at);
            }
        }
        var real = new BoxSearch(FactLinkRegions.broken(space, above.links()), budget);
        return new Projection(completed, budget)
                .covered(
                        space.near(completed),
                        FactLinkRegions.broken(space, ours),
                        region ->
                                real.find(region, List.of(approved))
                                        .or(() -> real.find(region, List.of())))
                .map(region -> vacuous(proving, region, completed, approved));
    }

    private Failure vacuous(
            ProofAttempt proving, Box region, Set<Integer> completed, Condition approved) {
        var space = proving.space();
        boolean isApproved = approved.holds(space.point(space.person(region)));
        var person = new TreeMap<>(space.person(region).values());
        var named = new ArrayList<>(region.sets());
        for (int at : completed) {
            person.remove(space.fact(at).name());
            named.set(at, space.every(at));
        }
        return new Failure(
                "The links leave out somebody whom "
                        + above.ref().id()
                        + (isApproved ? " approves" : " refers")
                        + ", so that nothing would be proved of them.",
                space.words(new Box(named)),
                space.narrowed(new Box(named)),
                List.of(
                        new Person(
                                new Facts(person), "leaves no local facts that keep the links")));
    }
}
