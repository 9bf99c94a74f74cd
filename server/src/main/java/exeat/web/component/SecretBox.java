package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A secret, shown once, to be copied or printed. */
@CheckedTemplate(basePath = "component")
public record SecretBox(String label, String secret, String note) implements TemplateInstance {}
