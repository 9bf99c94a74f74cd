package exeat.casework.value;

import exeat.casework.value.birth.BirthDate;

/** Travellers with another date of birth. */
public final class Born {

    private Born() {}

    /** The same traveller, born as it is written. */
    public static Traveller on(String date, Traveller t) {
        return on(BirthDate.parse(date).orElseThrow(), t);
    }

    public static Traveller on(BirthDate date, Traveller t) {
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
