package exeat.rules.prove;

import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.prove.Proof.Failure;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The people of a failure side by side, one row for each fact.
 *
 * @param mattering what the region names, and whatever the people differ in
 * @param others the facts that do not matter; all people have the same value of them
 */
public record WitnessTable(List<Row> mattering, List<Row> others) {

    /**
     * One fact.
     *
     * @param values in the order of the people; empty where a person has no such fact
     */
    public record Row(FactName fact, List<Optional<Value>> values) {
        public Row {
            values = List.copyOf(values);
        }
    }

    public WitnessTable {
        mattering = List.copyOf(mattering);
        others = List.copyOf(others);
    }

    public static WitnessTable of(Failure failure) {
        var names = new TreeSet<FactName>();
        failure.people().forEach(person -> names.addAll(person.facts().values().keySet()));
        var rows =
                names.stream()
                        .map(name ->
                                new Row(
                                        name,
                                        failure.people().stream()
                                                .map(person -> person.facts().value(name))
                                                .toList()))
                        .toList();
        return new WitnessTable(
                rows.stream().filter(row -> matters(failure, row)).toList(),
                rows.stream().filter(row -> !matters(failure, row)).toList());
    }

    private static boolean matters(Failure failure, Row row) {
        return failure.turnsOn().contains(row.fact())
                || row.values().stream().distinct().count() > 1;
    }
}
