package exeat.pdf;

import exeat.casework.value.PaperSeal;
import exeat.casework.value.PersonName;
import exeat.casework.value.birth.BirthDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Everything that a travel authorisation prints. It has no route, ground, purpose or fact, since
 * any of them could reveal a protected fact about its holder.
 *
 * @param names in every script that the person gave; the first one is printed large
 * @param birthDate as much as is known
 * @param nationality ISO 3166-1 alpha-2, or {@code none}
 * @param until the last day of validity
 * @param reentry whether its holder may come back on it
 * @param issuer the unit that issued it, in English
 * @param seal what machines read; it says no more than the rest. Empty for papers from before seals
 * @param address of the page where anybody can check it; empty if there is none
 */
public record TravelPaper(
        String number,
        List<PersonName> names,
        BirthDate birthDate,
        String nationality,
        LocalDate from,
        LocalDate until,
        boolean reentry,
        String issuer,
        Optional<PaperSeal> seal,
        Optional<String> address) {
    public TravelPaper {
        names = List.copyOf(names);
        if (names.isEmpty() || until.isBefore(from)) {
            throw new IllegalArgumentException(
                    "a paper with " + names.size() + " names, from " + from + " until " + until);
        }
    }
}
