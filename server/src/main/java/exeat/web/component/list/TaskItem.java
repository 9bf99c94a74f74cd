package exeat.web.component.list;

/**
 * Something that is to be done, or was.
 *
 * @param href where it is done; empty when it is not the reader's to do
 * @param colour of the tag: {@code green}, {@code blue}, {@code yellow}, {@code red}, {@code grey}
 */
public record TaskItem(String title, String hint, String href, String tag, String colour) {}
