package exeat.web.component;

/**
 * Words in a language that may not be the page's.
 *
 * @param lang BCP 47; empty for the page's own
 */
public record LocalizedText(String text, String lang) {
    public static LocalizedText here(String text) {
        return new LocalizedText(text, "");
    }
}
