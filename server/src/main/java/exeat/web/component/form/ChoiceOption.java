package exeat.web.component.form;

/** One option of a choice. */
public record ChoiceOption(String value, String label, String hint, boolean chosen) {
    public static ChoiceOption of(String value, String label, String chosen) {
        return new ChoiceOption(value, label, "", value.equals(chosen));
    }
}
