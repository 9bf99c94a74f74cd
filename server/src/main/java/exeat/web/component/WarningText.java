package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What a reader must not miss; the label is for those who cannot see the sign. */
@CheckedTemplate(basePath = "component")
public record WarningText(String label, String text) implements TemplateInstance {}
