package exeat.web.component.list;

import java.util.List;

/** A rule, the text that it rests on, and the facts that it read; each in lines. */
public record ReasonRow(List<String> rule, List<String> text, List<String> facts) {

    public ReasonRow {
        rule = List.copyOf(rule);
        text = List.copyOf(text);
        facts = List.copyOf(facts);
    }
}
