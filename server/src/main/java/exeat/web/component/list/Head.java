package exeat.web.component.list;

/** The head of a column. */
public record Head(String text, boolean numeric) {
    public static Head of(String text) {
        return new Head(text, false);
    }
}
