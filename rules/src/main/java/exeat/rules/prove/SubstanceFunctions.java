package exeat.rules.prove;

import exeat.rules.box.DecisionList;
import exeat.rules.box.DecisionList.Layer;
import exeat.rules.decide.RouteRow;
import exeat.rules.decide.Table;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.finding.Aspect;
import exeat.rules.finding.Outcome;
import exeat.rules.pack.RowReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Everything that must be the same in every completion of unknown facts for a finding to stand, as
 * functions over a space of facts: {@code Resolution.Substance} without the purpose, which is a
 * fact. Two people to whom every function gives the same label have the same substance.
 *
 * <p>What a collected table lists is told apart by what is in the list, and by which of two comes
 * first where rules of both stand between one another; only there can people with the same
 * substance have other labels.
 */
final class SubstanceFunctions {

    private final OutcomeFunctions functions;
    private final List<DecisionList> all = new ArrayList<>();

    private SubstanceFunctions(OutcomeFunctions functions) {
        this.functions = functions;
    }

    static List<DecisionList> of(OutcomeFunctions functions) {
        var substance = new SubstanceFunctions(functions);
        substance.add();
        return List.copyOf(substance.all);
    }

    private void add() {
        var tables = functions.pack().tables();
        var outcome = functions.valued(Aspect.of(Aspect.Kind.OUTCOME));
        all.add(outcome.labelled(OutcomeFunctions.scale(outcome, outcome)));
        carried(row -> row.ground().route());
        carried(row -> row.instrumentHeld() ? Optional.empty() : row.instrument());
        all.add(winner(RowReader.PAPER, tables.paper()));
        if (tables.clearances().policy() instanceof HitPolicy.Single) {
            all.add(winner(RowReader.CLEARANCES, tables.clearances()));
        } else {
            listed(RowReader.CLEARANCES, tables.clearances());
        }
        if (tables.documents().policy() instanceof HitPolicy.Single) {
            all.add(winner(RowReader.DOCUMENTS, tables.documents()));
        } else {
            listed(RowReader.DOCUMENTS, tables.documents());
        }
        functions.grounds().forEach(ground -> all.add(functions.standing(ground)));
        if (!(tables.setAside().policy() instanceof HitPolicy.Single)) {
            mixed(tables.setAside(), row -> row.ground())
                    .forEach(row -> all.add(matches(RowReader.SET_ASIDE, row)));
        }
    }

    /**
     * Adds a function for each name: whether a row that gives the outcome has it. Where several
     * rows can give it, also the rows in whose order the instruments that are not held are named.
     */
    private void carried(Function<RouteRow, Optional<String>> name) {
        var table = functions.pack().tables().route();
        var names = new TreeSet<String>();
        table.rows().forEach(row -> name.apply(row).ifPresent(names::add));
        for (var one : names) {
            var layers = new ArrayList<Layer>();
            if (table.policy() instanceof HitPolicy.Single) {
                carrying(OutcomeFunctions.winning(table), name, one, layers);
            } else {
                for (var outcome : Outcome.values()) {
                    var rows =
                            order(table).stream()
                                    .filter(row -> isOf(table.rows().get(row), outcome))
                                    .toList();
                    var these =
                            rows.stream()
                                    .filter(row -> has(table.rows().get(row), name, one))
                                    .toList();
                    carrying(these, name, one, layers);
                    carrying(rows, name, one, layers);
                }
            }
            all.add(new DecisionList(layers, 0));
        }
        if (!(table.policy() instanceof HitPolicy.Single)) {
            // Routes are sorted, so that their order tells nothing; of others it does.
            mixed(table, row -> row.instrumentHeld() ? "" : row.instrument().orElse("")).stream()
                    .filter(row -> table.rows().get(row).instrument().isPresent())
                    .forEach(row -> all.add(matches(RowReader.ROUTE, row)));
        }
    }

    private void carrying(
            List<Integer> rows,
            Function<RouteRow, Optional<String>> name,
            String one,
            List<Layer> layers) {
        var table = functions.pack().tables().route();
        for (int row : rows) {
            layers.add(
                    new Layer(
                            functions.boxes(RowReader.ROUTE).get(row),
                            has(table.rows().get(row), name, one) ? 1 : 0));
        }
    }

    private static boolean has(
            RouteRow row, Function<RouteRow, Optional<String>> name, String one) {
        return name.apply(row).filter(one::equals).isPresent();
    }

    private static boolean isOf(RouteRow row, Outcome outcome) {
        return !row.refuses() && row.outcome() == outcome;
    }

    /** The row that a table with one answer gives, equal rows alike. */
    private <T> DecisionList winner(String name, Table<T> table) {
        var layers = new ArrayList<Layer>();
        for (int row : order(table)) {
            layers.add(
                    new Layer(
                            functions.boxes(name).get(row),
                            table.rows().indexOf(table.rows().get(row))));
        }
        return new DecisionList(layers, -1);
    }

    private DecisionList matches(String name, int row) {
        return new DecisionList(List.of(new Layer(functions.boxes(name).get(row), 1)), 0);
    }

    /** What a table lists, each value once, and which of two comes first. */
    private <T> void listed(String name, Table<T> table) {
        var order = order(table);
        var mixed = mixed(table, row -> row);
        var values = order.stream().map(table.rows()::get).distinct().toList();
        for (int one = 0; one < values.size(); one++) {
            var rows = rows(table, order, values.get(one));
            boolean apart = rows.stream().noneMatch(mixed::contains);
            all.add(any(name, rows));
            for (int other = 0; !apart && other < values.size(); other++) {
                if (other != one) {
                    all.add(first(name, table, values.get(one), values.get(other)));
                }
            }
        }
    }

    private DecisionList any(String name, List<Integer> rows) {
        return new DecisionList(
                rows.stream().map(row -> new Layer(functions.boxes(name).get(row), 1)).toList(), 0);
    }

    /** Which of two values a list has first: 1 or 2, and 0 where it has neither. */
    private <T> DecisionList first(String name, Table<T> table, T one, T other) {
        var layers = new ArrayList<Layer>();
        for (int row : order(table)) {
            var value = table.rows().get(row);
            if (value.equals(one) || value.equals(other)) {
                layers.add(new Layer(functions.boxes(name).get(row), value.equals(one) ? 1 : 2));
            }
        }
        return new DecisionList(layers, 0);
    }

    /** The rows whose value others have too, with rows of another value between. */
    private static <T> List<Integer> mixed(Table<T> table, Function<T, Object> value) {
        var order = order(table);
        var mixed = new ArrayList<Integer>();
        for (int row : order) {
            var own = value.apply(table.rows().get(row));
            var places =
                    IntStream.range(0, order.size())
                            .filter(at -> value.apply(table.rows().get(order.get(at))).equals(own))
                            .toArray();
            if (places[places.length - 1] - places[0] >= places.length) {
                mixed.add(row);
            }
        }
        return mixed;
    }

    private static <T> List<Integer> rows(Table<T> table, List<Integer> order, T value) {
        return order.stream().filter(row -> table.rows().get(row).equals(value)).toList();
    }

    /** The rows in the order in which a table lists them, or in which one wins. */
    private static <T> List<Integer> order(Table<T> table) {
        boolean ranked =
                table.policy() == HitPolicy.Single.PRIORITY
                        || table.policy() == HitPolicy.Multiple.OUTPUT_ORDER;
        return IntStream.range(0, table.rows().size())
                .boxed()
                .sorted(
                        java.util.Comparator.comparingInt(
                                row -> ranked ? table.ranks().get(row) : 0))
                .toList();
    }
}
