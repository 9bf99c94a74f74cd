package exeat.web.component;

/**
 * Words in a language that may not be the page's.
 *
 * @param lang BCP 47; empty for the page's own
 */
public record Said(String text, String lang) {
    public static Said here(String text) {
        return new Said(text, "");
    }
}
