package exeat.pdf;

import exeat.casework.value.PersonName;
import java.time.LocalDate;
import java.util.List;

/**
 * Everything a travel authorisation prints, and nothing else: no route, no ground, no purpose and
 * no fact, since any of them could tell strangers a protected fact of the person who carries it.
 *
 * @param names in every script that the person gave, the first one printed large
 * @param nationality ISO 3166-1 alpha-2, or {@code none}
 * @param until the last day on which it is valid
 * @param reentry whether its holder may come back on it
 * @param issuer the unit that issued it, in English
 */
public record TravelPaper(
        String number,
        List<PersonName> names,
        LocalDate birthDate,
        String nationality,
        LocalDate from,
        LocalDate until,
        boolean reentry,
        String issuer) {
    public TravelPaper {
        names = List.copyOf(names);
        if (names.isEmpty() || until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a paper with " + names.size() + " names, from " + from + " until " + until);
        }
    }
}
