package exeat.web.component.list;

import exeat.web.component.Link;
import exeat.web.component.LocalizedText;
import java.util.List;

/** A label and its value. */
public record SummaryRow(String label, List<LocalizedText> values, List<Link> actions) {

    public SummaryRow {
        values = List.copyOf(values);
        actions = List.copyOf(actions);
    }

    public static SummaryRow of(String label, String value) {
        return new SummaryRow(label, List.of(LocalizedText.here(value)), List.of());
    }

    public static SummaryRow of(String label, List<String> values) {
        return new SummaryRow(label, values.stream().map(LocalizedText::here).toList(), List.of());
    }

    public static SummaryRow changeable(String label, String value, Link change) {
        return new SummaryRow(label, List.of(LocalizedText.here(value)), List.of(change));
    }
}
