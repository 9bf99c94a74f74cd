package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * A paragraph that stands out slightly.
 *
 * @param lang BCP 47; empty for the page's own language
 */
@CheckedTemplate(basePath = "component")
public record InsetText(String text, String lang) implements TemplateInstance {
    public InsetText(String text) {
        this(text, "");
    }
}
