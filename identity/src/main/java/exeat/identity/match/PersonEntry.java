package exeat.identity.match;

import exeat.identity.birth.BirthClaim;
import exeat.identity.name.SpokenName;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a list or a file says of a person. This is all that is compared: it has no room for a
 * protected fact, and whom somebody asks on behalf of does not belong among the relatives.
 *
 * @param names each in one script, also earlier ones; at least one
 * @param places of birth, origin or living, each as written
 * @param relatives the names of parents, spouse and children; never of the officer who is the
 *     reason of a request
 */
public record PersonEntry(
        List<SpokenName> names,
        Optional<BirthClaim> birth,
        Optional<RecordedSex> sex,
        List<SpokenName> places,
        List<SpokenName> relatives) {

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if there is no name
     */
    public PersonEntry {
        names = List.copyOf(names);
        places = List.copyOf(places);
        relatives = List.copyOf(relatives);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("an entry without a name");
        }
    }

    /** Somebody of whom only the names are known. */
    public static PersonEntry named(String... written) {
        return new PersonEntry(
                spoken(List.of(written)), Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    public PersonEntry born(BirthClaim when) {
        return new PersonEntry(names, Optional.of(when), sex, places, relatives);
    }

    public PersonEntry of(RecordedSex which) {
        return new PersonEntry(names, birth, Optional.of(which), places, relatives);
    }

    public PersonEntry from(String... where) {
        return new PersonEntry(names, birth, sex, spoken(List.of(where)), relatives);
    }

    public PersonEntry relatedTo(String... whom) {
        return new PersonEntry(names, birth, sex, places, spoken(List.of(whom)));
    }

    /** Each that can be read. */
    private static List<SpokenName> spoken(List<String> written) {
        return written.stream().map(SpokenName::of).toList();
    }

    /** What it says of a feature, as it is shown beside another's; empty if nothing. */
    public String says(Feature feature) {
        Function<List<SpokenName>, String> listed =
                words -> String.join("; ", words.stream().map(SpokenName::written).toList());
        return switch (feature) {
            case NAME -> listed.apply(names);
            case BIRTH -> birth.map(BirthClaim::toString).orElse("");
            case SEX -> sex.map(Enum::name).orElse("");
            case PLACE -> listed.apply(places);
            case RELATIVES -> listed.apply(relatives);
        };
    }
}
