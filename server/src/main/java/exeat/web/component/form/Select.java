package exeat.web.component.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** A drop-down list. */
@CheckedTemplate(basePath = "component")
public record Select(FormField field, List<ChoiceOptionGroup> groups) implements TemplateInstance {}
