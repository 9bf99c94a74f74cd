package exeat.rules.prove;

import exeat.rules.ParsedPack;
import exeat.rules.box.Box;
import exeat.rules.box.DecisionList;
import exeat.rules.box.DecisionList.Condition;
import exeat.rules.box.DecisionList.Layer;
import exeat.rules.decide.Tables;
import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.RuleRanks;
import exeat.rules.finding.Aspect;
import exeat.rules.pack.RowReader;
import exeat.rules.pack.RuleExceptions;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.unit.ServingUnits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The obligations that concern a single table: 1, 2, 3 and 5. */
final class TableProofs {

    /** The number of uncovered regions that are described; nobody would read more. */
    private static final int GAPS = 5;

    private final OutcomeFunctions functions;
    private final List<DecisionTable> tables;
    private final List<DecisionTable> parts;
    private final Tables rows;

    TableProofs(ParsedPack draft, OutcomeFunctions functions) {
        this.functions = functions;
        this.tables = draft.model().tables();
        this.parts = draft.model().parts();
        this.rows = draft.tables();
    }

    private static Condition outside(List<Box> boxes) {
        return new DecisionList(boxes.stream().map(box -> new Layer(box, 1)).toList(), 0)
                .is(label -> label == 0);
    }

    // 1

    void answers(ProofAttempt proving) {
        gap(proving, RowReader.PAPER, List.of())
                .ifPresent(region ->
                        proving.fail(
                                proving.shown(
                                        "The table "
                                                + RowReader.PAPER
                                                + " has no rule for some people.",
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
            proving.note(Failure.of("There are other people whom no rule of the table covers."));
        }
    }

    /** A quota of no places refuses everybody whom it concerns. */
    private void noPlace(ProofAttempt proving) {
        var quota = functions.valued(Aspect.of(Aspect.Kind.QUOTA));
        var places = OutcomeFunctions.scale(quota, quota);
        var none = List.of(quota.labelled(places).is(label -> places.get(label).signum() <= 0));
        proving.search()
                .find(proving.space().all(), none)
                .ifPresent(region ->
                        proving.fail(
                                proving.shown(
                                        "The paper has a quota of 0 places for some people, so nobody"
                                                + " of them could ever travel.",
                                        region,
                                        none)));
    }

    /** What people must get from somebody else: from units by the tree, and from elsewhere. */
    private void obtainable(ProofAttempt proving) {
        ServingUnits.missing(functions.pack()).forEach(proving::assume);
        var needed = new TreeSet<>(rows.documents().rows());
        rows.route().rows().stream()
                .filter(row -> !row.instrumentHeld())
                .forEach(row -> row.instrument().ifPresent(needed::add));
        if (!needed.isEmpty()) {
            proving.note(
                    Failure.of(
                            "Not covered: whether anybody can get these documents and instruments;"
                                    + " nothing in a pack says who issues them: "
                                    + String.join(", ", needed)
                                    + "."));
        }
    }

    private Optional<Box> gap(ProofAttempt proving, String table, List<Box> known) {
        var conditions = List.of(outside(functions.boxes(table)));
        return proving.search()
                .find(proving.space().all(), known, conditions)
                .map(region -> proving.search().widened(region, proving.space().all(), conditions));
    }

    // 2

    void agree(ProofAttempt proving) {
        for (var table : all()) {
            switch (policy(table)) {
                case HitPolicy.Single single ->
                        disagreements(proving, table, single == HitPolicy.Single.UNIQUE);
                case HitPolicy.Multiple multiple -> clearances(proving, table);
                case HitPolicy.Collect collect -> clearances(proving, table);
            }
        }
    }

    private List<DecisionTable> all() {
        return Stream.concat(tables.stream(), parts.stream()).toList();
    }

    private static HitPolicy policy(DecisionTable table) {
        return table.hitPolicy();
    }

    /** Shows for each rule the first that wins over it where they meet, and disagrees. */
    private void disagreements(ProofAttempt proving, DecisionTable table, boolean unique) {
        var boxes = functions.boxes(table.name());
        var order = order(table);
        boolean hides = policy(table) != HitPolicy.Single.ANY && !unique;
        var meanings = table.rules().stream().map(TableProofs::meanings).toList();
        var exceptions =
                table.rules().stream().map(rule -> RuleExceptions.of(table, rule)).toList();
        var shown = new HashSet<String>();
        for (int place = 1; place < order.size(); place++) {
            int rule = order.get(place);
            if (shown.contains(table.rules().get(rule).id())) {
                continue;
            }
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
                        shown.add(table.rules().get(rule).id());
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
            return where
                    + one
                    + " and "
                    + other
                    + " match the same case, which the hit policy forbids.";
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

    /** Whether two rules with different answers count as disagreeing where they meet. */
    private boolean disagree(DecisionTable table, int winner, int rule, boolean meant) {
        if (policy(table) == HitPolicy.Single.ANY) {
            return true;
        }
        if (meant) {
            return false;
        }
        // The order of outcomes settles which stands, and the winner is no worse.
        return !table.name().equals(RowReader.ROUTE)
                || OutcomeFunctions.goodness(rows.route().rows().get(winner))
                                .compareTo(OutcomeFunctions.goodness(rows.route().rows().get(rule)))
                        < 0;
    }

    private static List<Object> meanings(DecisionTable.Rule rule) {
        return rule.outputs().stream().<Object>map(DecisionTable.Cell::meaning).toList();
    }

    /** Two limits, two units or two grounds for one clearance disagree; two that agree are one. */
    private void clearances(ProofAttempt proving, DecisionTable table) {
        if (!table.name().equals(RowReader.CLEARANCES)) {
            return;
        }
        var demands = rows.clearances().rows();
        var boxes = functions.boxes(table.name());
        for (int right = 1; right < demands.size(); right++) {
            for (int left = 0; left < right; left++) {
                var one = demands.get(left);
                var other = demands.get(right);
                if (one.name().equals(other.name())
                        && !one.equals(other)
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

    void nothingHidden(ProofAttempt proving) {
        for (var table : all()) {
            var order = order(table);
            var places = new HashMap<Integer, Integer>();
            order.forEach(rule -> places.put(rule, places.size()));
            for (var pieces : table.pieces()) {
                hidden(proving, table, pieces, order, places);
            }
        }
    }

    /** A rule that was written as one is dead or hidden where each of its pieces is. */
    private void hidden(
            ProofAttempt proving,
            DecisionTable table,
            List<Integer> pieces,
            List<Integer> order,
            Map<Integer, Integer> places) {
        var boxes = functions.boxes(table.name());
        boolean wins =
                policy(table) == HitPolicy.Single.FIRST
                        || policy(table) == HitPolicy.Single.PRIORITY;
        var where =
                "In the table " + table.name() + ", " + table.rules().get(pieces.getFirst()).id();
        var alive = pieces.stream().filter(rule -> !boxes.get(rule).isEmpty()).toList();
        if (alive.isEmpty()) {
            proving.fail(Failure.of(where + " can never match."));
            return;
        }
        for (int rule : wins ? alive : List.<Integer>of()) {
            var before = before(order, places, rule).stream().map(boxes::get).toList();
            if (proving.search().find(boxes.get(rule), before, List.of()).isPresent()) {
                return;
            }
        }
        if (wins) {
            int rule = alive.getFirst();
            proving.fail(() ->
                    proving.shown(
                            where
                                    + " is hidden: wherever it matches, "
                                    + hiders(table, before(order, places, rule), rule)
                                    + " before it.",
                            boxes.get(rule)));
        }
    }

    private static List<Integer> before(
            List<Integer> order, Map<Integer, Integer> places, int rule) {
        var place = places.get(rule);
        return order.subList(0, place == null ? 0 : place);
    }

    private String hiders(DecisionTable table, List<Integer> before, int rule) {
        var boxes = functions.boxes(table.name());
        var alone = before.stream().filter(at -> boxes.get(at).covers(boxes.get(rule))).findFirst();
        return alone.map(at -> table.rules().get(at).id() + " matches")
                .orElse("others together match");
    }

    private static List<Integer> order(DecisionTable table) {
        return OutcomeFunctions.winning(table.hitPolicy(), RuleRanks.of(table));
    }

    // 5

    void neverRefuses(ProofAttempt proving) {
        noPlace(proving);
        obtainable(proving);
        var table =
                tables.stream()
                        .filter(one -> one.name().equals(RowReader.ROUTE))
                        .findFirst()
                        .orElseThrow();
        var order = OutcomeFunctions.winning(rows.route());
        for (var pieces : table.pieces()) {
            var refusing =
                    pieces.stream()
                            .filter(rule -> rows.route().rows().get(rule).refuses())
                            .toList();
            if (!refusing.isEmpty()) {
                var id = table.rules().get(refusing.getFirst()).id();
                refuses(
                        proving,
                        "The rule " + id + " refuses; a machine never refuses.",
                        refusing,
                        order);
            }
        }
    }

    private void refuses(
            ProofAttempt proving, String says, List<Integer> refusing, List<Integer> order) {
        var boxes = functions.boxes(RowReader.ROUTE);
        for (int rule : refusing) {
            var refused = proving.search().find(boxes.get(rule), above(rule, order), List.of());
            if (refused.isPresent()) {
                proving.fail(proving.shown(says, refused.get()));
                return;
            }
        }
        var alive =
                refusing.stream().map(boxes::get).filter(region -> !region.isEmpty()).findFirst();
        proving.fail(alive.map(region -> proving.shown(says, region)).orElse(Failure.of(says)));
    }

    /** What stands before a rule's refusal: earlier rules, or all that do not refuse. */
    private List<Box> above(int refusing, List<Integer> order) {
        boolean single = rows.route().policy() instanceof HitPolicy.Single;
        var above = new ArrayList<Box>();
        boolean before = true;
        for (int rule : order) {
            before &= rule != refusing;
            boolean better = !rows.route().rows().get(rule).refuses();
            if (single ? before : better) {
                above.add(functions.boxes(RowReader.ROUTE).get(rule));
            }
        }
        return above;
    }
}
