package exeat.rules;

import exeat.rules.Proof.Failure;
import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.proof.Box;
import exeat.rules.proof.Layers;
import exeat.rules.proof.Layers.Condition;
import exeat.rules.proof.Layers.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The obligations that one table can meet or fail by itself: 1, 2, 3 and 5. */
final class RuleProofs {

    /** So many regions that no rule covers are described; more would be read by nobody. */
    private static final int GAPS = 5;

    private final Functions functions;
    private final List<DecisionTable> tables;
    private final Tables rows;

    RuleProofs(Draft draft, Functions functions) {
        this.functions = functions;
        this.tables = draft.model().tables();
        this.rows = draft.tables();
    }

    private static Condition outside(List<Box> boxes) {
        return new Layers(boxes.stream().map(box -> new Layer(box, 1)).toList(), 0)
                .is(label -> label == 0);
    }

    // 1

    void answers(Proving proving) {
        gap(proving, RowReader.PAPER, List.of())
                .ifPresent(region ->
                        proving.fail(
                                proving.shown(
                                        "The table " + RowReader.PAPER + " has no rule for some.",
                                        region)));
        var found = new ArrayList<Box>();
        while (found.size() < GAPS) {
            var region = gap(proving, RowReader.ROUTE, found);
            if (region.isEmpty()) {
                return;
            }
            found.add(region.get());
            proving.note(
                    proving.shown(
                            "No rule of the table "
                                    + RowReader.ROUTE
                                    + " covers these, so a person decides.",
                            region.get()));
        }
        if (gap(proving, RowReader.ROUTE, found).isPresent()) {
            proving.note(Failure.of("There are more whom no rule of the table covers."));
        }
    }

    private Optional<Box> gap(Proving proving, String table, List<Box> known) {
        var conditions = List.of(outside(functions.boxes(table)));
        return proving.search()
                .find(proving.space().all(), known, conditions)
                .map(region -> proving.search().widened(region, proving.space().all(), conditions));
    }

    // 2

    void agree(Proving proving) {
        for (var table : tables) {
            switch (policy(table)) {
                case HitPolicy.Single single ->
                        disagreements(proving, table, single == HitPolicy.Single.UNIQUE);
                case HitPolicy.Multiple multiple -> clearances(proving, table);
                case HitPolicy.Collect collect -> clearances(proving, table);
            }
        }
    }

    private static HitPolicy policy(DecisionTable table) {
        return table.hitPolicy();
    }

    /** By rule: of those that win over it where they meet, the first that disagrees is shown. */
    private void disagreements(Proving proving, DecisionTable table, boolean unique) {
        var boxes = functions.boxes(table.name());
        var order = order(table);
        boolean hides = policy(table) != HitPolicy.Single.ANY && !unique;
        var meanings = table.rules().stream().map(RuleProofs::meanings).toList();
        var exceptions = table.rules().stream().map(rule -> Exceptions.of(table, rule)).toList();
        for (int place = 1; place < order.size(); place++) {
            int rule = order.get(place);
            var before = new ArrayList<Box>();
            for (int winner : order.subList(0, place)) {
                if (!boxes.get(winner).meets(boxes.get(rule))) {
                    continue;
                }
                boolean same = meanings.get(winner).equals(meanings.get(rule));
                boolean meant = exceptions.get(winner).contains(table.rules().get(rule).id());
                if (unique || (!same && disagree(table, winner, rule, meant))) {
                    var both = boxes.get(winner).and(boxes.get(rule));
                    var found = proving.search().find(both, hides ? before : List.of(), List.of());
                    if (found.isPresent()) {
                        proving.fail(() ->
                                proving.shown(disagreement(table, winner, rule), found.get()));
                        break;
                    }
                }
                before.add(boxes.get(winner));
            }
        }
    }

    private static String disagreement(DecisionTable table, int winner, int rule) {
        var one = table.rules().get(winner).id();
        var other = table.rules().get(rule).id();
        var where = "In the table " + table.name() + ", ";
        if (policy(table) == HitPolicy.Single.UNIQUE) {
            return where + one + " and " + other + " match the same case, which is said not to be.";
        }
        if (policy(table) == HitPolicy.Single.ANY) {
            return where
                    + one
                    + " and "
                    + other
                    + " match the same case and give different answers.";
        }
        return where
                + one
                + " hides "
                + other
                + " where that gives something else, and is not"
                + " marked as an exception to it.";
    }

    /** Of two rules with different answers. */
    private boolean disagree(DecisionTable table, int winner, int rule, boolean meant) {
        if (policy(table) == HitPolicy.Single.ANY) {
            return true;
        }
        if (meant) {
            return false;
        }
        // The order of outcomes settles which stands, and the winner is no worse.
        return !table.name().equals(RowReader.ROUTE)
                || Functions.goodness(rows.route().rows().get(winner))
                                .compareTo(Functions.goodness(rows.route().rows().get(rule)))
                        < 0;
    }

    private static List<Object> meanings(DecisionTable.Rule rule) {
        return rule.outputs().stream().<Object>map(DecisionTable.Cell::meaning).toList();
    }

    /** Where all matching rules count, two limits or two units for one clearance disagree. */
    private void clearances(Proving proving, DecisionTable table) {
        if (!table.name().equals(RowReader.CLEARANCES)) {
            return;
        }
        var demands = rows.clearances().rows();
        var boxes = functions.boxes(table.name());
        for (int right = 1; right < demands.size(); right++) {
            for (int left = 0; left < right; left++) {
                var one = demands.get(left);
                var other = demands.get(right);
                boolean same = one.function() == other.function() && one.days() == other.days();
                if (one.name().equals(other.name())
                        && !same
                        && boxes.get(left).meets(boxes.get(right))) {
                    proving.fail(
                            proving.shown(
                                    "In the table "
                                            + table.name()
                                            + ", "
                                            + table.rules().get(left).id()
                                            + " and "
                                            + table.rules().get(right).id()
                                            + " ask for one clearance in two ways.",
                                    boxes.get(left).and(boxes.get(right))));
                }
            }
        }
    }

    // 3

    void nothingHidden(Proving proving) {
        for (var table : tables) {
            var boxes = functions.boxes(table.name());
            var order = order(table);
            boolean wins =
                    policy(table) == HitPolicy.Single.FIRST
                            || policy(table) == HitPolicy.Single.PRIORITY;
            for (int place = 0; place < order.size(); place++) {
                int rule = order.get(place);
                var where = "In the table " + table.name() + ", " + table.rules().get(rule).id();
                if (boxes.get(rule).isEmpty()) {
                    proving.fail(Failure.of(where + " can never match."));
                } else if (wins) {
                    var before = order.subList(0, place).stream().map(boxes::get).toList();
                    if (proving.search().find(boxes.get(rule), before, List.of()).isEmpty()) {
                        int at = place;
                        proving.fail(() ->
                                proving.shown(
                                        where
                                                + " is hidden: wherever it matches, "
                                                + hiders(table, order.subList(0, at), rule)
                                                + " before it.",
                                        boxes.get(rule)));
                    }
                }
            }
        }
    }

    private String hiders(DecisionTable table, List<Integer> before, int rule) {
        var boxes = functions.boxes(table.name());
        var alone = before.stream().filter(at -> boxes.get(at).covers(boxes.get(rule))).findFirst();
        return alone.map(at -> table.rules().get(at).id() + " matches")
                .orElse("others together match");
    }

    private List<Integer> order(DecisionTable table) {
        return Functions.winning(compiled(table));
    }

    private Table<?> compiled(DecisionTable table) {
        return switch (table.name()) {
            case RowReader.ROUTE -> rows.route();
            case RowReader.CLEARANCES -> rows.clearances();
            case RowReader.PAPER -> rows.paper();
            case RowReader.SET_ASIDE -> rows.setAside();
            case RowReader.DOCUMENTS -> rows.documents();
            default -> throw new IllegalStateException("no decision of a pack: " + table.name());
        };
    }

    // 5

    void neverRefuses(Proving proving) {
        var table =
                tables.stream()
                        .filter(one -> one.name().equals(RowReader.ROUTE))
                        .findFirst()
                        .orElseThrow();
        var boxes = functions.boxes(RowReader.ROUTE);
        var order = Functions.winning(rows.route());
        boolean single = rows.route().policy() instanceof HitPolicy.Single;
        for (int place = 0; place < order.size(); place++) {
            int rule = order.get(place);
            if (!rows.route().rows().get(rule).refuses()) {
                continue;
            }
            var above = new ArrayList<Box>();
            for (int at = 0; at < order.size(); at++) {
                boolean better = !rows.route().rows().get(order.get(at)).refuses();
                if (single ? at < place : better) {
                    above.add(boxes.get(order.get(at)));
                }
            }
            var refused = proving.search().find(boxes.get(rule), above, List.of());
            var says =
                    "The rule " + table.rules().get(rule).id() + " refuses; a machine never does.";
            var region = refused.orElse(boxes.get(rule));
            proving.fail(region.isEmpty() ? Failure.of(says) : proving.shown(says, region));
        }
    }
}
