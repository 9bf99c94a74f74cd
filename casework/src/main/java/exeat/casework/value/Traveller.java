package exeat.casework.value;

import exeat.casework.value.birth.BirthDate;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One traveller as the application has them.
 *
 * @param names at least one; in each script once
 * @param nationality ISO 3166-1 alpha-2 in upper case, or {@code none}
 * @param residence the unit that supervises the area in which the person lives
 * @param declared what the traveller declared; only facts of the vocabulary
 * @param guardians who has parental responsibility; empty for an adult
 * @param language BCP 47, in which they are spoken to
 * @param contact a telephone number or address at which they are reached in private, if they gave
 *     one
 */
public record Traveller(
        TravellerNo no,
        List<PersonName> names,
        BirthDate birthDate,
        String nationality,
        AuthorityId residence,
        Purpose purpose,
        Facts declared,
        List<Document> documents,
        List<Guardian> guardians,
        String language,
        Optional<String> contact) {

    /** In years, at which an application is taken; the oldest person known reached 122. */
    public static final int OLDEST = 130;

    /** The most characters (UTF-16) of a contact, at every door. */
    public static final int MAX_CONTACT = 300;

    public Traveller {
        names = List.copyOf(names);
        documents = List.copyOf(documents);
        guardians = List.copyOf(guardians);
        if (names.isEmpty() || no.equals(TravellerNo.PRINCIPAL)) {
            throw new IllegalArgumentException("traveller " + no + " has no name or no number");
        }
    }

    /** The name by which lists show the person: the first in the application. */
    public PersonName name() {
        return names.getFirst();
    }

    public Traveller withGuardians(List<Guardian> other) {
        return new Traveller(
                no,
                names,
                birthDate,
                nationality,
                residence,
                purpose,
                declared,
                documents,
                other,
                language,
                contact);
    }

    /** Whether they are under age, or may be: then they have the safeguards of a minor. */
    public boolean isMinorOn(LocalDate day) {
        return birthDate.isMinorOn(day);
    }
}
