package exeat.casework;

import exeat.rules.FactName;
import java.time.LocalDate;

/**
 * The grounds on which two officers may stop an approved traveller for a time; there is no other. A
 * minor's open safeguards and a claim to protection stop them too, without any officer's act.
 */
public sealed interface HoldGround {

    /** It is not established who the person is. */
    record IdentityNotEstablished() implements HoldGround {}

    /** A fact that the finding used is contested. */
    record FactContested(FactName fact) implements HoldGround {}

    /** A court's order. */
    record CourtOrder(String number, LocalDate expires, boolean copyServed) implements HoldGround {}
}
