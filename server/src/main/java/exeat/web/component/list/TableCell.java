package exeat.web.component.list;

/**
 * A cell of a table.
 *
 * @param href the link's address; empty for none
 * @param lang the language of its text; empty for the page's
 * @param whole whether it must not wrap, such as a date
 */
public record TableCell(
        String text, String href, String lang, boolean numeric, boolean head, boolean whole) {

    public static TableCell of(String text) {
        return new TableCell(text, "", "", false, false, false);
    }

    public static TableCell number(String text) {
        return new TableCell(text, "", "", true, false, false);
    }

    public static TableCell link(String text, String href) {
        return new TableCell(text, href, "", false, false, false);
    }

    public TableCell in(String language) {
        return new TableCell(text, href, language, numeric, head, whole);
    }

    public TableCell asHead() {
        return new TableCell(text, href, lang, numeric, true, whole);
    }

    public TableCell inOneLine() {
        return new TableCell(text, href, lang, numeric, head, true);
    }
}
