package exeat.casework.value;

import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import java.time.LocalDate;
import java.util.Optional;

/** An act against a traveller, or a correction of their facts; it takes two officers. */
public sealed interface TwoOfficerAct {

    /** Refuse what was referred. Never possible under an approval. */
    record Refuse() implements TwoOfficerAct {}

    /** Set aside an approval in general, on a ground that the pack lists. */
    record SetAside(String ground) implements TwoOfficerAct {}

    /**
     * Stop the traveller for a time.
     *
     * @param limit the day on which the authority above must decide
     * @param clearance the clearance that was answered with this hold, if any
     * @param whatIsNew what is known now and was not when there was a hold on this ground before
     */
    record PlaceHold(
            HoldGround ground,
            String evidence,
            LocalDate limit,
            Optional<String> clearance,
            Optional<String> whatIsNew)
            implements TwoOfficerAct {}

    /** Keep a hold beyond its limit; only the authority above, to which it went. */
    record ExtendHold(int hold, String evidence, LocalDate limit) implements TwoOfficerAct {}

    /** Take back a travel authorisation, on a hold's ground. */
    record Revoke(HoldGround ground, String evidence) implements TwoOfficerAct {}

    /** Correct a fact; the rules then decide again. */
    record CorrectFact(FactName fact, Value value, String evidence) implements TwoOfficerAct {}
}
