package exeat.web.component.list;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** A table with a caption. */
@CheckedTemplate(basePath = "component")
public record DataTable(String caption, List<ColumnHeader> heads, List<List<TableCell>> rows)
        implements TemplateInstance {}
