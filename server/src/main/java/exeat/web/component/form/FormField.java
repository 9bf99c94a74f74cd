package exeat.web.component.form;

/**
 * What every field of a form has.
 *
 * @param page whether its label is the page's heading
 * @param error empty when there is none
 */
public record FormField(
        String name, String label, String hint, String value, String error, boolean page) {

    /** The ids of what describes the field, for {@code aria-describedby}. */
    public String describedBy() {
        var hinted = hint.isEmpty() ? "" : name + "-hint";
        var wrong = error.isEmpty() ? "" : name + "-error";
        return (hinted + " " + wrong).strip();
    }
}
