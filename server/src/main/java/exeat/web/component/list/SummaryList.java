package exeat.web.component.list;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Labels and values, some with a link to change them. */
@CheckedTemplate(basePath = "component")
public record SummaryList(List<SummaryRow> rows) implements TemplateInstance {}
