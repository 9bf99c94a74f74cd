package exeat.web.component.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** A date in three fields, in the order of the page's language. */
@CheckedTemplate(basePath = "component")
public record DateInput(FormField field, List<DatePart> parts) implements TemplateInstance {}
