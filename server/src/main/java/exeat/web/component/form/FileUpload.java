package exeat.web.component.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A file upload. */
@CheckedTemplate(basePath = "component")
public record FileUpload(FormField field, String accept) implements TemplateInstance {}
