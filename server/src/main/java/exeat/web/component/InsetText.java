package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A paragraph that stands out slightly. */
@CheckedTemplate(basePath = "component")
public record InsetText(String text) implements TemplateInstance {}
