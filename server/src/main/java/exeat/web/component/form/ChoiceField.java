package exeat.web.component.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Radio buttons or check boxes. */
@CheckedTemplate(basePath = "part")
public record ChoiceField(Field field, List<Option> options, boolean many)
        implements TemplateInstance {}
