package exeat.casework.value;

import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredAs;

/** One recipient for whom a person lifts the block on disclosure, and for nobody else. */
public sealed interface Admission {

    /** A unit sees again what it would see without the claim. */
    @StoredAs(
            name = "unit",
            fields = {"unit"})
    record ToUnit(AuthorityId unit) implements Admission {}

    /** Somebody in the same application, or a guardian, sees the current state again. */
    @StoredAs(
            name = "traveller",
            fields = {"no"})
    record ToTraveller(TravellerNo no) implements Admission {}
}
