package exeat.web.component.form;

import java.util.List;

/** Answers under one name; without a name they stand alone. */
public record ChoiceOptionGroup(String label, List<ChoiceOption> options) {
    public ChoiceOptionGroup {
        options = List.copyOf(options);
    }
}
