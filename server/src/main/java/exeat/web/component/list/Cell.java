package exeat.web.component.list;

/**
 * A cell of a table.
 *
 * @param href where it leads; empty for nowhere
 * @param lang of its words; empty for the page's own
 * @param whole whether it stands in one line, as a day does
 */
public record Cell(
        String text, String href, String lang, boolean numeric, boolean head, boolean whole) {

    public static Cell of(String text) {
        return new Cell(text, "", "", false, false, false);
    }

    public static Cell number(String text) {
        return new Cell(text, "", "", true, false, false);
    }

    public static Cell link(String text, String href) {
        return new Cell(text, href, "", false, false, false);
    }

    public Cell in(String language) {
        return new Cell(text, href, language, numeric, head, whole);
    }

    public Cell asHead() {
        return new Cell(text, href, lang, numeric, true, whole);
    }

    public Cell inOneLine() {
        return new Cell(text, href, lang, numeric, head, true);
    }
}
