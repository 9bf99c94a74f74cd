package exeat.desk.intake;

import exeat.casework.value.Traveller;
import exeat.casework.value.birth.BirthDate;

/** Travellers with another date of birth. */
public final class BornOn {

    private BornOn() {}

    /** The same traveller, born then. */
    public static Traveller of(BirthDate date, Traveller t) {
        return new Traveller(
                t.no(),
                t.names(),
                date,
                t.nationality(),
                t.residence(),
                t.purpose(),
                t.declared(),
                t.documents(),
                t.guardians(),
                t.language(),
                t.contact());
    }
}
