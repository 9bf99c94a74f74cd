package exeat.web.component.list;

/** The head of a column. */
public record ColumnHeader(String text, boolean numeric) {
    public static ColumnHeader of(String text) {
        return new ColumnHeader(text, false);
    }
}
