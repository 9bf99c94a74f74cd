package exeat.web.component.list;

import exeat.web.component.Link;
import exeat.web.component.Said;

import java.util.List;

/** A label and what belongs to it. */
public record Row(String label, List<Said> values, List<Link> actions) {

    public Row {
        values = List.copyOf(values);
        actions = List.copyOf(actions);
    }

    public static Row of(String label, String value) {
        return new Row(label, List.of(Said.here(value)), List.of());
    }

    public static Row of(String label, List<String> values) {
        return new Row(label, values.stream().map(Said::here).toList(), List.of());
    }

    public static Row changeable(String label, String value, Link change) {
        return new Row(label, List.of(Said.here(value)), List.of(change));
    }
}
