package exeat.web.kit;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A submitted form. All values are stripped; one that is longer than our forms allow is refused
 * before a page reads it.
 */
public record SubmittedForm(Map<String, List<String>> fields) {

    /** Long enough for any reason or ground that somebody types. */
    public static final int MAX_CHARACTERS = 4000;

    /** The field with the version of the case that the sender had seen. */
    public static final String SEEN = "seen";

    public static final SubmittedForm EMPTY = new SubmittedForm(Map.of());

    private static final String KEY = "key";

    /** Ours have 43 characters of base64url, see {@link SecureTokens#fresh}. */
    private static final Pattern KEYS = Pattern.compile("[A-Za-z0-9_-]{8,64}");

    public SubmittedForm {
        fields = Map.copyOf(fields);
    }

    /** A form as it came in; one without a usable key gets one, so that it acts once too. */
    static SubmittedForm sent(Map<String, List<String>> fields) {
        var form = new SubmittedForm(fields);
        if (form.isKeyed()) {
            return form;
        }
        var keyed = new HashMap<>(fields);
        keyed.put(KEY, List.of(SecureTokens.fresh()));
        return new SubmittedForm(keyed);
    }

    private boolean isKeyed() {
        return KEYS.matcher(value(KEY)).matches();
    }

    /** The field's first value; an empty string if it was not sent. */
    public String value(String name) {
        return values(name).stream().findFirst().orElse("");
    }

    public List<String> values(String name) {
        return fields.getOrDefault(name, List.of()).stream().map(SubmittedForm::cut).toList();
    }

    /** The field as one of the given words; empty if it is none of them. */
    public Optional<String> oneOf(String name, List<String> allowed) {
        return Optional.of(value(name)).filter(allowed::contains);
    }

    /** A number; digits of full width, as Chinese and Korean keyboards have them, count too. */
    public Optional<Integer> number(String name) {
        return Optional.of(plain(value(name)))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    /** This form with one more value. */
    public SubmittedForm with(String name, String value) {
        var more = new HashMap<>(fields);
        more.put(name, List.of(value));
        return new SubmittedForm(more);
    }

    private static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
    }

    /** A part of a date, with or without the word that Chinese and Korean write after it. */
    public Optional<Integer> part(String name) {
        return Optional.of(plain(value(name)).replaceFirst("\\s*[年月日년월일]$", ""))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    /** This form without one field. */
    public SubmittedForm without(String name) {
        var rest = new HashMap<>(fields);
        rest.remove(name);
        return new SubmittedForm(rest);
    }

    /** A date from the three fields {@code NAME-day}, {@code NAME-month}, {@code NAME-year}. */
    public Optional<LocalDate> date(String name) {
        var day = part(name + "-day");
        var month = part(name + "-month");
        var year = part(name + "-year").filter(y -> y >= 1000 && y <= 9999);
        if (day.isEmpty() || month.isEmpty() || year.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year.get(), month.get(), day.get()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /**
     * Whether it was restored after signing in again: it is shown again, and nothing is done yet.
     */
    public boolean isRestored() {
        return !value(SavedForm.AGAIN).isEmpty();
    }

    /** The number of the last event when the form was made; empty if none was sent. */
    public OptionalLong seen() {
        var seen = value(SEEN);
        return seen.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(seen))
                : OptionalLong.empty();
    }

    /** The form's idempotency key: the same each time, for a form that was sent. */
    public String key() {
        return isKeyed() ? value(KEY) : SecureTokens.fresh();
    }

    /**
     * The fields that are longer than a form takes, whole; never a password, a secret or a code.
     */
    Map<String, String> tooLong() {
        var found = new TreeMap<String, String>();
        fields.forEach((name, values) ->
                values.stream()
                        .map(String::strip)
                        .filter(_ -> !SavedForm.SECRETS.contains(name))
                        .filter(text -> text.length() > MAX_CHARACTERS)
                        .findFirst()
                        .ifPresent(text -> found.put(name, text)));
        return found;
    }

    private static String cut(String text) {
        // NUL occurs in no text, and the database cannot store it.
        var stripped = text.replace('\0', '\ufffd').strip();
        return stripped.length() > MAX_CHARACTERS
                ? stripped.substring(0, MAX_CHARACTERS)
                : stripped;
    }
}
