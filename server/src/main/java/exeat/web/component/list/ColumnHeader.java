package exeat.web.component.list;

/** A column header. */
public record ColumnHeader(String text, boolean numeric) {
    public static ColumnHeader of(String text) {
        return new ColumnHeader(text, false);
    }
}
