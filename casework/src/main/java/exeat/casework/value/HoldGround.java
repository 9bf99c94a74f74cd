package exeat.casework.value;

import exeat.rules.fact.FactName;
import java.time.LocalDate;

/**
 * The grounds on which two officers may stop an approved traveller for a time; there is no other. A
 * minor's open safeguards and a claim to protection stop them too, without any officer's act.
 */
public sealed interface HoldGround {

    /**
     * The ground's name wherever one is written: in what is stored, in the interface, to watchers.
     */
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

    /** A fact that the finding used is contested. */
    record FactContested(FactName fact) implements HoldGround {
        public static final String WORD = "fact-contested";
    }

    /** A court's order. */
    record CourtOrder(String number, LocalDate expires, boolean copyServed) implements HoldGround {
        public static final String WORD = "court-order";
    }
}
