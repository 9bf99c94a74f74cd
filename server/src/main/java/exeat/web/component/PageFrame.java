package exeat.web.component;

import java.util.List;

/**
 * What stands around a page.
 *
 * @param lang BCP 47
 * @param script in which that is written, by ISO 15924
 * @param title of the window, with its {@code Error:} already before it when there is one
 * @param heading the page's own; empty when a field's label is it
 * @param style the address of the style sheet
 * @param back where the back link leads; empty for none
 * @param backIn the form that a way back sends, so that nothing typed is lost; empty for none
 * @param wide whether the page needs the whole width
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
        String path,
        String csrf,
        List<Link> nav,
        List<Tongue> tongues,
        Furniture words) {

    /** A language to switch to. */
    public record Tongue(String lang, String name, boolean current) {}

    /** The words that stand on every page. */
    public record Furniture(
            String skip,
            String back,
            String menu,
            String language,
            String signOut,
            String protection,
            String footer,
            boolean signedIn,
            boolean protectable) {}
}
