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
public record Kept(String at, Map<String, List<String>> fields) {

    public static final Kept NOTHING = new Kept("", Map.of());

    private static final String AT = "kept-at";
    private static final String FIELD = "kept.";

    /** Sent with what was kept: the form is shown again with it, and nothing is done yet. */
    static final String AGAIN = "again";

    public Kept {
        fields = Map.copyOf(fields);
    }

    /** A form that could not be taken; nothing when there is no text in it. */
    public static Kept under(String path, Posted posted) {
        var typed = new HashMap<>(posted.fields());
        typed.keySet().removeAll(List.of("csrf", "key"));
        boolean empty =
                typed.keySet().stream()
                        .filter(name -> !name.equals(Posted.SEEN))
                        .allMatch(name -> posted.one(name).isEmpty());
        return empty ? NOTHING : new Kept(path, typed);
    }

    /** What the page in which they signed in sent back. */
    public static Kept of(Posted posted) {
        var at = posted.one(AT);
        // Only a path of ours: never an address that somebody else put into the form.
        if (!at.matches("/(track|officer|border)/?[A-Za-z0-9/_-]*")) {
            return NOTHING;
        }
        var typed = new HashMap<String, List<String>>();
        posted.fields().keySet().stream()
                .filter(name -> name.startsWith(FIELD))
                .forEach(name -> typed.put(name.substring(FIELD.length()), posted.all(name)));
        return new Kept(at, typed);
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
    public Response goOn(Pages pages) {
        var words = pages.words();
        var form = new FormBuilder(pages.visit(), Posted.NOTHING, Map.of());
        fields.forEach((name, values) -> values.forEach(v -> form.hidden(name, v)));
        form.hidden(AGAIN, "yes").prose(words.say("kept.still"));
        return pages.sheet(words.say("kept.title")).add(form.to(at, words.say("kept.back"))).ok();
    }
}
