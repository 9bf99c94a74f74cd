package exeat.web.component.list;

/**
 * A task, open or done.
 *
 * @param href the address where it is done; empty if it is not the reader's task
 * @param colour the tag's colour: {@code green}, {@code blue}, {@code yellow}, {@code red}, {@code
 *     grey}
 */
public record TaskItem(String title, String hint, String href, String tag, String colour) {}
