package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A warning; the label is for readers who cannot see the icon. */
@CheckedTemplate(basePath = "component")
public record WarningText(String label, String text) implements TemplateInstance {}
