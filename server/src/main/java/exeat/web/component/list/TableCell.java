package exeat.web.component.list;

/**
 * A cell of a table.
 *
 * @param href the link's address; empty for none
 * @param lang the language of its text; empty for the page's
 * @param whole whether it must not wrap, such as a date
 * @param label of its column, for a table that is stacked; empty for none
 */
public record TableCell(
        String text,
        String href,
        String lang,
        boolean numeric,
        boolean head,
        boolean whole,
        String label) {

    public static TableCell of(String text) {
        return new TableCell(text, "", "", false, false, false, "");
    }

    public static TableCell number(String text) {
        return new TableCell(text, "", "", true, false, false, "");
    }

    public static TableCell link(String text, String href) {
        return new TableCell(text, href, "", false, false, false, "");
    }

    public TableCell in(String language) {
        return new TableCell(text, href, language, numeric, head, whole, label);
    }

    public TableCell asHead() {
        return new TableCell(text, href, lang, numeric, true, whole, label);
    }

    public TableCell inOneLine() {
        return new TableCell(text, href, lang, numeric, head, true, label);
    }

    /** This cell under a column of this name. */
    TableCell labelled(String column) {
        return new TableCell(text, href, lang, numeric, head, whole, column);
    }
}
