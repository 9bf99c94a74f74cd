package exeat.web.component.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A file to send. */
@CheckedTemplate(basePath = "part")
public record FileField(Field field, String accept) implements TemplateInstance {}
