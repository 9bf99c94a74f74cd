package exeat.telemetry;

import exeat.rules.authority.AuthorityId;
import java.util.UUID;
import java.util.regex.Pattern;

/** A field of a log line. It cannot be made from text that somebody typed. */
public final class LogField {

    private static final int MAX_ID_LENGTH = 16;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9._:/{}|+*-]{1,200}");

    private final String name;
    private final Object value;

    private LogField(String name, Object value) {
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
    public static LogField kind(String kind) {
        return word("kind", kind);
    }

    /**
     * Somebody, by a pseudonym that only the office's keys connect with them: the same in every
     * line, in this office alone.
     *
     * @param hash keyed
     */
    public static LogField who(String hash) {
        return word("who", hash.substring(0, Math.min(MAX_ID_LENGTH, hash.length())));
    }

    /** What was signed in as, a login or a number, in the same way. */
    public static LogField subject(String hash) {
        return word("subject", hash.substring(0, Math.min(MAX_ID_LENGTH, hash.length())));
    }

    public static LogField authority(AuthorityId unit) {
        return word("authority", unit.text());
    }

    public static LogField method(String method) {
        return word("method", method);
    }

    /** The pattern of an address, and not the address. */
    public static LogField route(String pattern) {
        return word("route", pattern);
    }

    public static LogField status(int status) {
        return new LogField("status", (long) status);
    }

    public static LogField millis(long millis) {
        return new LogField("ms", millis);
    }

    public static LogField webhook(UUID id) {
        return word("webhook", id.toString());
    }

    private static LogField word(String name, String text) {
        return new LogField(name, WORD.matcher(text).matches() ? text : "?");
    }
}
