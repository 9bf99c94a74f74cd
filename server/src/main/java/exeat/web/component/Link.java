package exeat.web.component;

/**
 * A link.
 *
 * @param hidden text for screen readers only, so that no two links sound alike
 */
public record Link(String text, String href, String hidden) {
    public Link(String text, String href) {
        this(text, href, "");
    }
}
