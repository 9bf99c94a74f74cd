package exeat.web.component.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A hidden value of a form. */
@CheckedTemplate(basePath = "component")
public record HiddenField(String name, String value) implements TemplateInstance {}
