package exeat.web.component.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Radio buttons or check boxes. */
@CheckedTemplate(basePath = "component")
public record ChoiceField(FormField field, List<ChoiceOption> options, boolean many)
        implements TemplateInstance {}
