package exeat.web.component.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** One line of text. */
@CheckedTemplate(basePath = "component")
public record TextInput(FormField field, String type, String width, String autocomplete)
        implements TemplateInstance {}
