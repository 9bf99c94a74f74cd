package exeat.web.component.list;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * A table with a caption.
 *
 * @param quiet whether the caption is for screen readers alone, since a heading above says the same
 */
@CheckedTemplate(basePath = "component")
public record DataTable(
        String caption, boolean quiet, List<ColumnHeader> heads, List<List<TableCell>> rows)
        implements TemplateInstance {

    public DataTable(String caption, List<ColumnHeader> heads, List<List<TableCell>> rows) {
        this(caption, false, heads, rows);
    }

    /** The same under a heading that says what it is. */
    public DataTable underHeading() {
        return new DataTable(caption, true, heads, rows);
    }
}
