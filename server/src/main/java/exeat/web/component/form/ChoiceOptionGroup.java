package exeat.web.component.form;

import java.util.List;

/** Options under a common heading, which may be empty. */
public record ChoiceOptionGroup(String label, List<ChoiceOption> options) {
    public ChoiceOptionGroup {
        options = List.copyOf(options);
    }
}
