package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A confirmation panel: what was done, and its number. */
@CheckedTemplate(basePath = "component")
public record Panel(String title, String label, String number) implements TemplateInstance {}
