package exeat.web.kit;

import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What somebody typed into a form whose session had ended by the time they sent it. It waits in the
 * page in which they sign in again, and nowhere on the server.
 *
 * @param at the form's address; empty when there is nothing to keep
 */
public record SavedForm(String at, Map<String, List<String>> fields) {

    public static final SavedForm EMPTY = new SavedForm("", Map.of());

    private static final String AT = "kept-at";
    private static final String FIELD = "kept.";

    /** Sent with what was kept: the form is shown again with it, and nothing is done yet. */
    static final String AGAIN = "again";

    public SavedForm {
        fields = Map.copyOf(fields);
    }

    /** A form that could not be taken; nothing when there is no text in it. */
    public static SavedForm under(String path, SubmittedForm posted) {
        var typed = new HashMap<>(posted.fields());
        typed.keySet().removeAll(List.of("csrf", "key"));
        boolean empty =
                typed.keySet().stream()
                        .filter(name -> !name.equals(SubmittedForm.SEEN))
                        .allMatch(name -> posted.value(name).isEmpty());
        return empty ? EMPTY : new SavedForm(path, typed);
    }

    /** What the page in which they signed in sent back. */
    public static SavedForm of(SubmittedForm posted) {
        var at = posted.value(AT);
        // Only a path of ours: never an address that somebody else put into the form.
        if (!at.matches("/(track|officer|border)/?[A-Za-z0-9/_-]*")) {
            return EMPTY;
        }
        var typed = new HashMap<String, List<String>>();
        posted.fields().keySet().stream()
                .filter(name -> name.startsWith(FIELD))
                .forEach(name -> typed.put(name.substring(FIELD.length()), posted.values(name)));
        return new SavedForm(at, typed);
    }

    public boolean isEmpty() {
        return at.isEmpty();
    }

    public void hideIn(FormBuilder form) {
        if (!isEmpty()) {
            form.hidden(AT, at);
            fields.forEach((name, values) -> values.forEach(v -> form.hidden(FIELD + name, v)));
        }
    }

    /** Signed in again: one press of a button leads back to the form as it was. */
    public Response resume(PageFactory pages) {
        var words = pages.words();
        var form = new FormBuilder(pages.request(), SubmittedForm.EMPTY, Map.of());
        fields.forEach((name, values) -> values.forEach(v -> form.hidden(name, v)));
        form.hidden(AGAIN, "yes").prose(words.say("kept.still"));
        return pages.page(words.say("kept.title")).add(form.to(at, words.say("kept.back"))).ok();
    }
}
