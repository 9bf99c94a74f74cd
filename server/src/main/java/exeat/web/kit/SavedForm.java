package exeat.web.kit;

import exeat.desk.base.Session;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What somebody typed into a form before their session ended. It is kept in the sign-in page,
 * encrypted so that only they can recover it, and not on the server. Secrets are never kept.
 *
 * @param sealed see {@link exeat.desk.auth.TypedText}; empty if there is nothing to keep
 */
public record SavedForm(String sealed) {

    public static final SavedForm EMPTY = new SavedForm("");

    /** The names of all fields for passwords, secrets or codes; no other field may take one. */
    static final Set<String> SECRETS =
            Set.of("password", "before", "after", "again", "secret", "code");

    private static final String KEPT = "kept";
    private static final int PIECE = 3000;

    /** Marks a restored form: it is shown again, and nothing is done yet. */
    static final String AGAIN = "restored";

    /**
     * Saves a form that could not be accepted; empty if its author is unknown or it has no text.
     */
    public static SavedForm under(RequestContext visit) {
        var typed = replayable(visit.form());
        boolean empty =
                typed.keySet().stream()
                        .filter(name -> !name.equals(SubmittedForm.SEEN))
                        .allMatch(name -> visit.form().value(name).isEmpty());
        if (empty || visit.typedBy().isEmpty()) {
            return EMPTY;
        }
        var text = new Typed(visit.path(), typed).text();
        return new SavedForm(visit.typedText().seal(visit.typedBy(), text));
    }

    /** The fields that may be restored; secrets must be typed again. */
    static Map<String, List<String>> replayable(SubmittedForm posted) {
        var typed = new HashMap<String, List<String>>();
        for (var name : posted.fields().keySet()) {
            if (!SECRETS.contains(name) && !Set.of(RequestContext.CSRF, "key").contains(name)) {
                typed.put(name, posted.values(name));
            }
        }
        return typed;
    }

    /** Reads what the sign-in page sent back. */
    public static SavedForm of(SubmittedForm posted) {
        return new SavedForm(String.join("", posted.values(KEPT)));
    }

    public boolean isEmpty() {
        return sealed.isEmpty();
    }

    public void hideIn(FormBuilder form) {
        for (int at = 0; at < sealed.length(); at += PIECE) {
            form.hidden(KEPT, sealed.substring(at, Math.min(sealed.length(), at + PIECE)));
        }
    }

    /** The form as it was, if its author signed in; empty for anybody else. */
    public Optional<Typed> open(RequestContext visit, Session session) {
        return sealed.isEmpty()
                ? Optional.empty()
                : visit.typedText().open(session, sealed).flatMap(Typed::read);
    }

    /**
     * A form and its address.
     *
     * @param at the address it was sent to
     */
    public record Typed(String at, Map<String, List<String>> fields) {

        public Typed {
            fields = Map.copyOf(fields);
        }

        private String text() {
            return fields.entrySet().stream()
                    .flatMap(field ->
                            field.getValue().stream()
                                    .map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                    .collect(Collectors.joining("&", at + "?", ""));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }

        static Optional<Typed> read(String text) {
            int end = text.indexOf('?');
            var at = text.substring(0, Math.max(0, end));
            // Accepts only our own paths; ids of accounts may have dots in them.
            if (!at.matches(
                    "/(track|officer|border|audit|admin)[A-Za-z0-9/_-]*"
                            + "((?<=[a-z0-9])\\.[a-z0-9][A-Za-z0-9/_-]*){0,9}")) {
                return Optional.empty();
            }
            var fields = new HashMap<String, List<String>>();
            for (var pair : text.substring(end + 1).split("&", -1)) {
                int middle = pair.indexOf('=');
                if (middle > 0) {
                    fields.computeIfAbsent(
                                    decoded(pair.substring(0, middle)), _ -> new ArrayList<>())
                            .add(decoded(pair.substring(middle + 1)));
                }
            }
            return Optional.of(new Typed(at, fields));
        }

        /** After signing in again: one button leads back to the form as it was. */
        public Response resume(PageFactory pages) {
            var words = pages.words();
            var form = new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of());
            fields.forEach((name, values) -> values.forEach(v -> form.hidden(name, v)));
            form.hidden(AGAIN, "yes").prose(words.say("kept.still"));
            return pages.page(words.say("kept.title"))
                    .add(form.to(at, words.say("kept.back")))
                    .ok();
        }
    }
}
