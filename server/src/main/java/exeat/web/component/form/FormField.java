package exeat.web.component.form;

/**
 * The properties of every form field.
 *
 * @param page whether its label is the page's heading
 * @param error empty if there is none
 */
public record FormField(
        String name, String label, String hint, String value, String error, boolean page) {

    /** The ids of the elements that describe the field, for {@code aria-describedby}. */
    public String describedBy() {
        var hinted = hint.isEmpty() ? "" : name + "-hint";
        var wrong = error.isEmpty() ? "" : name + "-error";
        return (hinted + " " + wrong).strip();
    }
}
