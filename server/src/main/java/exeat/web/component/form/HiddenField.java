package exeat.web.component.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A value that a form carries and nobody sees. */
@CheckedTemplate(basePath = "component")
public record HiddenField(String name, String value) implements TemplateInstance {}
