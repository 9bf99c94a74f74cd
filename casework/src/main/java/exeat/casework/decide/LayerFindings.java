package exeat.casework.decide;

import exeat.rules.Directive;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Burden;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.finding.FindingChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a directive in force above gives somebody, while it is not proved that the local directive
 * gives as much.
 */
public final class LayerFindings {

    private LayerFindings() {}

    /**
     * Whether the local finding is at least as good for the person as each one above. False if it
     * cannot be compared because a fact is open above.
     *
     * @param facts all that is known, by the local vocabulary
     */
    public static boolean isAsGood(
            Directive local, Finding own, Facts facts, List<Directive> above) {
        return above.stream().allMatch(layer -> isAsGood(local, own, facts, layer));
    }

    private static boolean isAsGood(Directive local, Finding own, Facts facts, Directive above) {
        var finding = finding(facts, above);
        if (finding.isEmpty()) {
            return false;
        }
        var theirs = finding.get();
        boolean open = theirs.why().equals(Optional.of(ReferReason.UNANSWERED));
        if (open) {
            // If the person is still being asked here too, nothing has been decided yet.
            return own.why().equals(theirs.why())
                    && theirs.unanswered().stream()
                            .allMatch(fact -> local.vocabulary().definition(fact).isPresent());
        }
        return own.atLeastAsGoodAs(theirs);
    }

    /**
     * The finding from above that is at least as good as the local one and as every other above.
     * Empty if there is none: two findings can each be better in some way, and the units here may
     * be unable to do what it requires.
     */
    public static Optional<Finding> best(
            Directive local, Finding own, Facts facts, List<Directive> above) {
        return above.stream()
                .flatMap(layer -> finding(facts, layer).stream())
                .filter(theirs -> theirs.unanswered().isEmpty())
                .filter(theirs -> theirs.atLeastAsGoodAs(own))
                .filter(theirs -> canBeDone(local, theirs.burden()))
                .filter(theirs -> isAsGood(local, theirs, facts, above))
                .findFirst();
    }

    /**
     * The findings among which the person chooses, because each is better than the others in some
     * way, the local one first. Empty if one is at least as good as all others, and if a directive
     * above leaves a fact open or calls for what the units here cannot do.
     */
    public static List<Finding> choices(
            Directive local, Finding own, Facts facts, List<Directive> above) {
        var findings = new ArrayList<>(List.of(own));
        for (var layer : above) {
            var theirs = finding(facts, layer);
            if (theirs.isEmpty()) {
                return List.of();
            }
            findings.add(theirs.get());
        }
        var choice = FindingChoice.of(findings);
        boolean decided = findings.stream().allMatch(one -> one.unanswered().isEmpty());
        boolean possible =
                choice.findings().stream().allMatch(one -> canBeDone(local, one.burden()));
        return decided && possible && choice.settled().isEmpty() ? choice.findings() : List.of();
    }

    private static boolean canBeDone(Directive local, Burden burden) {
        return burden.clearances().stream()
                .allMatch(demand -> local.division().functions().contains(demand.function()));
    }

    /** Empty if a fact has a value that the directive above does not allow. */
    private static Optional<Finding> finding(Facts facts, Directive above) {
        var read = facts.only(above.vocabulary().byName().keySet());
        return above.vocabulary().problems(read).isEmpty()
                ? Optional.of(above.decide(read))
                : Optional.empty();
    }
}
