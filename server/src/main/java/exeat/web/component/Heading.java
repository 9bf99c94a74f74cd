package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A heading below the page's own. */
@CheckedTemplate(basePath = "component")
public record Heading(int level, String text, String id) implements TemplateInstance {}
