package exeat.papers.seal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the seal of a travel authorisation says. It has no member for a purpose, a kinship or an
 * ethnicity; the caller makes sure that nothing protected follows from the others.
 *
 * @param number as printed, such as {@code TA-7K3M-9Q2P}
 * @param from its first day, in the local time of the post
 * @param until its last day
 * @param crossings how many times it may be used; empty if it is not limited
 * @param places where it may be used, as printed; empty for anywhere
 * @param minors children who travel on an adult's paper
 * @param status where its revocation would be found
 * @param reserved members for later: see {@code docs/seal.md}
 */
public record SealedAuthorisation(
        String number,
        SealedPerson bearer,
        LocalDate from,
        LocalDate until,
        OptionalInt crossings,
        List<String> places,
        List<SealedPerson> minors,
        Optional<StatusReference> status,
        Map<String, String> reserved) {

    public SealedAuthorisation {
        places = List.copyOf(places);
        minors = List.copyOf(minors);
        reserved = Map.copyOf(reserved);
    }

    /**
     * A person.
     *
     * @param name in the letters A to Z, the primary identifier and, after two spaces, the
     *     secondary one
     * @param ownName in their own script
     * @param born {@code YYYY-MM-DD}, or as much of it as is known
     * @param nationality the code of Doc 9303 part 3
     * @param sex {@code F}, {@code M} or {@code X}
     * @param document number of the passport that it goes with
     */
    public record SealedPerson(
            String name,
            Optional<String> ownName,
            Optional<String> born,
            Optional<String> nationality,
            Optional<String> sex,
            Optional<String> document) {}

    /** An index in the list with this address. */
    public record StatusReference(String uri, long index) {}
}
