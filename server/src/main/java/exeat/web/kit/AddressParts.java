package exeat.web.kit;

import exeat.rules.authority.AuthorityId;
import jakarta.ws.rs.NotFoundException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads parts and parameters of addresses. What is malformed is as good as missing. */
public final class AddressParts {

    private static final Pattern UNIT = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*+");

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private AddressParts() {}

    /** A unit's id, whether or not there is such a unit. */
    public static Optional<AuthorityId> unit(String text) {
        return UNIT.matcher(text).matches() ? Optional.of(new AuthorityId(text)) : Optional.empty();
    }

    /**
     * A number that only our own links and redirects write.
     *
     * @return empty if the address has none
     * @throws NotFoundException if it is no such number
     */
    public static Optional<Integer> number(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new NotFoundException();
        }
        return Optional.of(Integer.valueOf(text));
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
