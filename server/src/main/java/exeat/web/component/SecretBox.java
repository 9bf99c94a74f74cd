package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A secret, shown once, to copy or print. */
@CheckedTemplate(basePath = "component")
public record SecretBox(String label, String secret, String note) implements TemplateInstance {}
