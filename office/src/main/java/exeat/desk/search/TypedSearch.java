package exeat.desk.search;

import exeat.desk.base.ReferenceCodes;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What an officer typed into the one field of a search. */
public sealed interface TypedSearch {

    /** The number of an application or a paper. */
    record Reference(String typed) implements TypedSearch {}

    /** A name, or words of it, and a date of birth. */
    record Person(String name, LocalDate born) implements TypedSearch {}

    /** Something without a date of birth. */
    record NoDate() implements TypedSearch {}

    /** A date without a name. */
    record NoName() implements TypedSearch {}

    /**
     * Reads what was typed: a number with or without its spaces and dashes; else a name and a date,
     * in any order. Dates are year, month, day or day, month, year, with dots, dashes, slashes,
     * spaces or the characters that Chinese and Korean write after each part.
     */
    static TypedSearch of(String typed) {
        if (ReferenceCodes.readNumber(typed).isPresent()
                || ReferenceCodes.readPaper(typed).isPresent()) {
            return new Reference(typed);
        }
        var found = Dates.YEAR_FIRST.matcher(typed);
        Optional<LocalDate> born = Optional.empty();
        if (found.find()) {
            born = Dates.of(found, 1, 2, 3);
        } else {
            found = Dates.DAY_FIRST.matcher(typed);
            if (found.find()) {
                born = Dates.of(found, 3, 2, 1);
            }
        }
        if (born.isEmpty()) {
            return new NoDate();
        }
        var name = typed.substring(0, found.start()) + " " + typed.substring(found.end());
        return NameWords.typed(name).isEmpty()
                ? new NoName()
                : new Person(name.strip(), born.orElseThrow());
    }

    /** How people write dates. */
    final class Dates {
        private static final String BETWEEN = "[\\s.\\-/年月년월]{1,3}";

        private static final Pattern YEAR_FIRST =
                Pattern.compile(
                        "(?<!\\d)(\\d{4})"
                                + BETWEEN
                                + "(\\d{1,2})"
                                + BETWEEN
                                + "(\\d{1,2})(?!\\d)[日일.]?");

        private static final Pattern DAY_FIRST =
                Pattern.compile(
                        "(?<!\\d)(\\d{1,2})"
                                + BETWEEN
                                + "(\\d{1,2})"
                                + BETWEEN
                                + "(\\d{4})(?!\\d)");

        private Dates() {}

        private static Optional<LocalDate> of(MatchResult in, int year, int month, int day) {
            try {
                return Optional.of(
                        LocalDate.of(
                                Integer.parseInt(in.group(year)),
                                Integer.parseInt(in.group(month)),
                                Integer.parseInt(in.group(day))));
            } catch (DateTimeException noSuchDay) {
                return Optional.empty();
            }
        }
    }
}
