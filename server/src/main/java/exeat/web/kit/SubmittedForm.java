package exeat.web.kit;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a form sent: every value stripped, and never longer than a form of ours allows. */
public record SubmittedForm(Map<String, List<String>> fields) {

    /** Long enough for any reason or ground that somebody types. */
    public static final int MAX_CHARACTERS = 4000;

    /** The field that says what its sender had seen of the case. */
    public static final String SEEN = "seen";

    public static final SubmittedForm EMPTY = new SubmittedForm(Map.of());

    public SubmittedForm {
        fields = Map.copyOf(fields);
    }

    /** The field's first value; empty text when it was not sent. */
    public String value(String name) {
        return values(name).stream().findFirst().orElse("");
    }

    public List<String> values(String name) {
        return fields.getOrDefault(name, List.of()).stream().map(SubmittedForm::cut).toList();
    }

    /** The field as one of some words; empty when it is none of them. */
    public Optional<String> oneOf(String name, List<String> allowed) {
        return Optional.of(value(name)).filter(allowed::contains);
    }

    public Optional<Integer> number(String name) {
        return Optional.of(value(name))
                .filter(text -> text.matches("[0-9]{1,9}"))
                .map(Integer::valueOf);
    }

    /** The same but for one field. */
    public SubmittedForm without(String name) {
        var rest = new HashMap<>(fields);
        rest.remove(name);
        return new SubmittedForm(rest);
    }

    /** A date from the three fields {@code NAME-day}, {@code NAME-month}, {@code NAME-year}. */
    public Optional<LocalDate> date(String name) {
        var day = number(name + "-day");
        var month = number(name + "-month");
        var year = number(name + "-year").filter(y -> y >= 1000 && y <= 9999);
        if (day.isEmpty() || month.isEmpty() || year.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(year.get(), month.get(), day.get()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether it comes from signing in again: it is shown again, and nothing is done yet. */
    public boolean isRestored() {
        return !value(SavedForm.AGAIN).isEmpty();
    }

    /** The number of the last event that was there when the form was made; empty without one. */
    public OptionalLong seen() {
        var seen = value(SEEN);
        return seen.matches("[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(seen))
                : OptionalLong.empty();
    }

    /** The idempotency key that the form was given. */
    public String key() {
        var key = value("key");
        return key.matches("[A-Za-z0-9-]{8,64}") ? key : SecureTokens.fresh();
    }

    private static String cut(String text) {
        // No text holds it, and the database could not either.
        var stripped = text.replace('\0', '\ufffd').strip();
        return stripped.length() > MAX_CHARACTERS
                ? stripped.substring(0, MAX_CHARACTERS)
                : stripped;
    }
}
