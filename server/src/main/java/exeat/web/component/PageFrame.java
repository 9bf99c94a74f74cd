package exeat.web.component;

import java.util.List;

/**
 * The frame around a page.
 *
 * @param lang BCP 47
 * @param script the script of that language, by ISO 15924
 * @param title of the window, already prefixed with {@code Error:} if there is an error
 * @param heading the page's heading; empty if a field's label is the heading
 * @param style the address of the style sheet
 * @param back where the back link leads; empty for none
 * @param backIn the form that the back button submits, so that nothing typed is lost; empty for
 *     none
 * @param home where the name of the program leads: the reader's home
 * @param place the address with its parameters, to come back to in another language
 * @param wide whether the page needs the whole width
 * @param keys the keys of somebody who works here; empty or one
 * @param training empty or one
 */
public record PageFrame(
        String lang,
        String script,
        String title,
        String heading,
        String caption,
        String style,
        String back,
        String backIn,
        boolean wide,
        String home,
        String path,
        String place,
        String csrf,
        List<Link> nav,
        List<Tongue> tongues,
        Furniture words,
        List<Shortcuts> keys,
        List<TrainingNotice> training) {

    /** What each page of a training installation says: a word for its edge, and a sentence. */
    public record TrainingNotice(String word, String line) {}

    /** A language to switch to. */
    public record Tongue(String lang, String name, boolean current) {}

    /**
     * What single keys do, where the browser runs our script.
     *
     * @param script its address
     * @param find the address of the search; empty for who may not search
     * @param on the label of the box that switches them on and off
     * @param printed whose sheet it is, on paper alone
     */
    public record Shortcuts(
            String script,
            String find,
            String title,
            List<Key> all,
            String on,
            String close,
            String printed) {}

    /** One of them. */
    public record Key(String key, String does) {}

    /** The texts on every page. */
    public record Furniture(
            String skip,
            String back,
            String menu,
            String language,
            String signOut,
            String protection,
            String terms,
            String offices,
            String footer,
            boolean signedIn,
            boolean protectable) {}
}
