package exeat.web.component.list;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A table with a caption.
 *
 * @param quiet whether the caption is for screen readers alone, since a heading above says the same
 * @param stacked whether each row becomes a list of labelled values where the screen is narrow
 */
@CheckedTemplate(basePath = "component")
public record DataTable(
        String caption,
        boolean quiet,
        boolean stacked,
        List<ColumnHeader> heads,
        List<List<TableCell>> rows)
        implements TemplateInstance {

    public DataTable(String caption, List<ColumnHeader> heads, List<List<TableCell>> rows) {
        this(caption, false, false, heads, rows);
    }

    /** This table under a heading that says what it is. */
    public DataTable underHeading() {
        return new DataTable(caption, true, stacked, heads, rows);
    }

    /**
     * This table for a screen too narrow for it, such as a telephone's: there, each value stands
     * under the last.
     */
    public DataTable stackedWhereNarrow() {
        var labelled =
                rows.stream()
                        .map(row ->
                                IntStream.range(0, row.size())
                                        .mapToObj(i -> row.get(i).labelled(heads.get(i).text()))
                                        .toList())
                        .toList();
        return new DataTable(caption, quiet, true, heads, labelled);
    }
}
