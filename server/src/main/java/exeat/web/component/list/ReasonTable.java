package exeat.web.component.list;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Why a finding is as it is: rule, text and facts side by side. */
@CheckedTemplate(basePath = "component")
public record ReasonTable(String caption, List<ColumnHeader> heads, List<ReasonRow> rows)
        implements TemplateInstance {}
