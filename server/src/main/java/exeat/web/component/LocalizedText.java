package exeat.web.component;

/**
 * Text in a language that may differ from the page's.
 *
 * @param lang BCP 47; empty for the page's own
 */
public record LocalizedText(String text, String lang) {
    public static LocalizedText here(String text) {
        return new LocalizedText(text, "");
    }
}
