package exeat.web.component.form;

import java.util.List;

/** Answers under one name; without a name they stand alone. */
public record OptionGroup(String label, List<Option> options) {
    public OptionGroup {
        options = List.copyOf(options);
    }
}
