package exeat.casework.value;

import exeat.rules.fact.FactName;
import java.time.LocalDate;

/**
 * The only grounds on which two officers may stop an approved traveller for a limited time. A
 * minor's missing safeguards and a claim to protection stop them too, without an officer's act.
 */
public sealed interface HoldGround {

    /** The ground's name in stored data, in the API and for watchers. */
    default String word() {
        return switch (this) {
            case IdentityNotEstablished _ -> IdentityNotEstablished.WORD;
            case FactContested _ -> FactContested.WORD;
            case CourtOrder _ -> CourtOrder.WORD;
        };
    }

    /** It is not established who the person is. */
    record IdentityNotEstablished() implements HoldGround {
        public static final String WORD = "identity-not-established";
    }

    /** A fact that the finding used is disputed. */
    record FactContested(FactName fact) implements HoldGround {
        public static final String WORD = "fact-contested";
    }

    /** A court's order. */
    record CourtOrder(String number, LocalDate expires, boolean copyServed) implements HoldGround {
        public static final String WORD = "court-order";
    }
}
