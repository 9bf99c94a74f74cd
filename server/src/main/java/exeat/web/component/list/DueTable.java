package exeat.web.component.list;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** What is due, soonest first, and for whom. */
@CheckedTemplate(basePath = "component")
public record DueTable(String caption, List<ColumnHeader> heads, List<DueRow> rows)
        implements TemplateInstance {}
