package exeat.rules.prove;

import exeat.rules.Directive;
import exeat.rules.ParsedPack;
import exeat.rules.box.DecisionList.Condition;
import exeat.rules.box.SplitBudget;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Aspect;
import exeat.rules.finding.FindingOrder;
import exeat.rules.finding.Outcome;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import exeat.rules.prove.Regression.Found;
import exeat.rules.prove.Regression.Side;
import java.util.List;
import java.util.Set;
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
        var proving = new ProofAttempt(Obligation.NO_RESTRICTION, space, local.links(), budget);
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
        new VacuityProof(local, above, budget).failure().ifPresent(proving::fail);
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
        new UnansweredProof(ours, theirs, above, approved, budget).prove(proving);
    }

    /** Whom a pack approves. */
    static Condition approved(OutcomeFunctions functions) {
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
}
