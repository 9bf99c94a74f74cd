package exeat.web.component.form;

/** One answer among some. */
public record Option(String value, String label, String hint, boolean chosen) {
    public static Option of(String value, String label, String chosen) {
        return new Option(value, label, "", value.equals(chosen));
    }
}
