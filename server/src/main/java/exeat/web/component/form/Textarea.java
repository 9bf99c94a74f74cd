package exeat.web.component.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Several lines of text. */
@CheckedTemplate(basePath = "component")
public record Textarea(FormField field, int rows) implements TemplateInstance {}
