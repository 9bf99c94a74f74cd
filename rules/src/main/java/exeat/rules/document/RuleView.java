package exeat.rules.document;

import java.util.Map;
import java.util.Optional;

/**
 * One rule as people read it.
 *
 * @param decision the decision table's name
 * @param id the rule's id in the file
 * @param conditions the test by input, as written; inputs that do not matter are left out
 * @param outputs the value by output, as written
 * @param paragraph the paragraph that it cites; none where the text says nothing of it
 * @param instrument the id of the instrument that it relies on, such as {@code telegram-182}
 * @param assumed whether it is the pack's assumed procedure, and must be labelled so
 */
public record RuleView(
        String decision,
        String id,
        Map<String, String> conditions,
        Map<String, String> outputs,
        Optional<String> paragraph,
        Optional<String> instrument,
        boolean assumed) {
    public RuleView {
        conditions =
                java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(conditions));
        outputs = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(outputs));
    }
}
