package exeat.rules.finding;

import exeat.rules.fact.DeclaredOutput;
import exeat.rules.fact.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What an approval requires of the traveller, and the validity of the paper.
 *
 * @param clearances in the order of the procedure
 * @param documents the documents that may be asked for
 * @param fee in the pack's currency; zero for none
 * @param appearances how often the traveller must come in person
 * @param decisionDays the limit for a person's decision on what is referred, in days
 * @param validityDays how long the travel authorisation is valid, in days from its issue
 * @param reentry whether the paper allows to come back
 * @param interviews how many interviews there are before a decision
 * @param quota how many places there are in a year; none where there is no quota
 * @param outputs what else the paper gives, by outputs that the pack declares, in its order; one
 *     without a limit is left out
 */
public record Burden(
        List<ClearanceDemand> clearances,
        List<String> documents,
        BigDecimal fee,
        int appearances,
        int decisionDays,
        int validityDays,
        boolean reentry,
        int interviews,
        Optional<Integer> quota,
        List<GivenOutput> outputs) {

    public Burden {
        clearances = List.copyOf(clearances);
        documents = List.copyOf(documents);
        outputs = List.copyOf(outputs);
    }

    /**
     * The value of an output that the pack declares; empty for no limit, and if it declares none.
     */
    public Optional<Value> given(DeclaredOutput output) {
        return outputs.stream()
                .filter(given -> given.output().name().equals(output.name()))
                .map(GivenOutput::value)
                .findFirst();
    }

    /**
     * Whether nothing is heavier here: no further clearance (a clearance of another unit is
     * another), document, fee, interview or appearance, no longer limit, no smaller quota, no
     * shorter validity, no way back lost, no declared output that is worse by its order. Burdens
     * can differ so that neither is.
     */
    public boolean atLeastAsGoodAs(Burden other) {
        return FindingOrder.atLeastAsGood(FindingOrder.of(this), FindingOrder.of(other));
    }
}
