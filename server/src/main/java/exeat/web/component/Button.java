package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A link that starts something. */
@CheckedTemplate(basePath = "component")
public record Button(String text, String href, boolean start) implements TemplateInstance {}
