package exeat.telemetry;

import exeat.rules.authority.AuthorityId;
import java.util.UUID;
import java.util.regex.Pattern;

/** Something that a line may tell. There is no way to make one of a text that somebody typed. */
public final class Field {

    private static final int LONGEST_ID = 16;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:/{}|+*-]{1,200}");

    private final String name;
    private final Object value;

    private Field(String name, Object value) {
        this.name = name;
        this.value = value;
    }

    public String name() {
        return name;
    }

    /** A {@code String} of letters, digits and signs without a space, a {@code Long}. */
    public Object value() {
        return value;
    }

    /** Which kind of principal: officer, party, stranger, clock or operator. */
    public static Field kind(String kind) {
        return word("kind", kind);
    }

    /**
     * Somebody, by a pseudonym that only the office's keys connect with them: the same in every
     * line, in this office alone.
     *
     * @param hash keyed
     */
    public static Field who(String hash) {
        return word("who", hash.substring(0, Math.min(LONGEST_ID, hash.length())));
    }

    /** What was signed in as, a login or a number, in the same way. */
    public static Field subject(String hash) {
        return word("subject", hash.substring(0, Math.min(LONGEST_ID, hash.length())));
    }

    public static Field authority(AuthorityId unit) {
        return word("authority", unit.text());
    }

    public static Field method(String method) {
        return word("method", method);
    }

    /** The pattern of an address, and not the address. */
    public static Field route(String pattern) {
        return word("route", pattern);
    }

    public static Field status(int status) {
        return new Field("status", (long) status);
    }

    public static Field millis(long millis) {
        return new Field("ms", millis);
    }

    public static Field webhook(UUID id) {
        return word("webhook", id.toString());
    }

    private static Field word(String name, String text) {
        return new Field(name, WORD.matcher(text).matches() ? text : "?");
    }
}
