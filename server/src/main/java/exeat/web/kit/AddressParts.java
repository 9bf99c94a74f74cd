package exeat.web.kit;

import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads parts and parameters of addresses. What is malformed is as good as missing. */
public final class AddressParts {

    private static final Pattern UNIT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*+");

    private AddressParts() {}

    /** A unit's id, whether or not there is such a unit. */
    public static Optional<AuthorityId> unit(String text) {
        return UNIT.matcher(text).matches() ? Optional.of(new AuthorityId(text)) : Optional.empty();
    }

    /** A day as {@code 1963-08-08}; the year has four digits. */
    public static Optional<LocalDate> day(String text) {
        try {
            // The earliest and latest dates have no week around them.
            return Optional.of(LocalDate.parse(text)).filter(_ -> text.length() == 10);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
