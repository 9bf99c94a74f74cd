package exeat.rules.prove;

import exeat.rules.ParsedPack;
import exeat.rules.box.Box;
import exeat.rules.box.DecisionList;
import exeat.rules.box.DecisionList.Condition;
import exeat.rules.box.DecisionList.Layer;
import exeat.rules.decide.RouteRow;
import exeat.rules.decide.Table;
import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.document.Paragraph;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Aspect;
import exeat.rules.finding.Aspect.Kind;
import exeat.rules.finding.FindingOrder;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.PaperRow;
import exeat.rules.pack.RowReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A pack's results as functions over a space of facts, one for each aspect. */
final class OutcomeFunctions {

    /** A function whose values are still as good as they are: layers have labels instead. */
    record Valued(List<Box> boxes, List<BigDecimal> values, BigDecimal otherwise) {

        static final Valued NONE = new Valued(List.of(), List.of(), BigDecimal.ZERO);

        /** This list with the place of each value among all of them as its label. */
        DecisionList labelled(List<BigDecimal> all) {
            var places = new TreeMap<BigDecimal, Integer>();
            all.forEach(value -> places.put(value, places.size()));
            var layers = new ArrayList<Layer>();
            for (int at = 0; at < boxes.size(); at++) {
                layers.add(new Layer(boxes.get(at), place(places, values.get(at))));
            }
            return new DecisionList(layers, place(places, otherwise));
        }

        private static int place(Map<BigDecimal, Integer> places, BigDecimal value) {
            var place = places.get(value);
            if (place == null) {
                throw new IllegalStateException("a value without a place: " + value);
            }
            return place;
        }
    }

    private final ParsedPack draft;
    private final FactSpace space;
    private final Map<String, List<Box>> boxes = new LinkedHashMap<>();

    OutcomeFunctions(ParsedPack draft, FactSpace space) {
        this.draft = draft;
        this.space = space;
        for (var tables : List.of(draft.model().tables(), draft.model().parts())) {
            for (var table : tables) {
                boxes.put(
                        table.name(),
                        table.rules().stream().map(rule -> box(table, rule)).toList());
            }
        }
    }

    private Box box(DecisionTable table, DecisionTable.Rule rule) {
        var tests = new LinkedHashMap<FactName, UnaryTest>();
        for (int at = 0; at < table.inputs().size(); at++) {
            var fact = new FactName(table.inputs().get(at).expression());
            tests.put(fact, rule.conditions().get(at).meaning());
        }
        return space.box(tests);
    }

    FactSpace space() {
        return space;
    }

    /** The conditions of a table's rules, in order; none if there is no such table. */
    List<Box> boxes(String table) {
        return boxes.getOrDefault(table, List.of());
    }

    /** A table's rules in the order in which one wins over another, for the policies with one. */
    static <T> List<Integer> winning(Table<T> table) {
        return winning(table.policy(), table.ranks());
    }

    /**
     * @param ranks of each rule
     */
    static List<Integer> winning(HitPolicy policy, List<Integer> ranks) {
        return IntStream.range(0, ranks.size())
                .boxed()
                .sorted(
                        Comparator.comparingInt(
                                row -> policy == HitPolicy.Single.PRIORITY ? ranks.get(row) : 0))
                .toList();
    }

    /** Every aspect in which a finding of this pack can be compared. */
    SortedSet<Aspect> aspects() {
        var aspects = new TreeSet<Aspect>();
        for (var kind : Kind.values()) {
            switch (kind) {
                case CLEARANCE, DOCUMENT, OUTPUT -> {}
                case OUTCOME,
                        FEE,
                        APPEARANCES,
                        INTERVIEWS,
                        QUOTA,
                        DECISION_DAYS,
                        VALIDITY_DAYS,
                        REENTRY ->
                        aspects.add(Aspect.of(kind));
            }
        }
        draft.vocabulary().outputs().forEach(output -> aspects.add(Aspect.output(output)));
        draft.tables().clearances().rows().forEach(row -> aspects.add(Aspect.clearance(row)));
        draft.tables().documents().rows().forEach(row -> aspects.add(Aspect.document(row)));
        return aspects;
    }

    /** How good a finding is in this aspect, by facts. */
    Valued valued(Aspect aspect) {
        var tables = draft.tables();
        return switch (aspect.kind()) {
            case OUTCOME ->
                    valued(
                            RowReader.ROUTE,
                            tables.route(),
                            OutcomeFunctions::goodness,
                            Comparator.reverseOrder());
            case CLEARANCE ->
                    valued(
                            RowReader.CLEARANCES,
                            tables.clearances(),
                            row ->
                                    Aspect.clearance(row).equals(aspect)
                                            ? FindingOrder.of(row)
                                            : BigDecimal.ZERO,
                            Comparator.naturalOrder());
            case DOCUMENT ->
                    valued(
                            RowReader.DOCUMENTS,
                            tables.documents(),
                            row ->
                                    row.equals(aspect.name())
                                            ? FindingOrder.ofDocument()
                                            : BigDecimal.ZERO,
                            Comparator.naturalOrder());
            case FEE,
                    APPEARANCES,
                    INTERVIEWS,
                    QUOTA,
                    DECISION_DAYS,
                    VALIDITY_DAYS,
                    REENTRY,
                    OUTPUT ->
                    paper(aspect);
        };
    }

    private Valued paper(Aspect aspect) {
        java.util.function.Function<PaperRow, BigDecimal> good =
                row -> FindingOrder.of(row).getOrDefault(aspect, BigDecimal.ZERO);
        var table = draft.tables().paper();
        // A paper without an answer fails another obligation; here it counts as the worst possible.
        var worst =
                table.rows().stream()
                        .map(good)
                        .min(Comparator.naturalOrder())
                        .orElse(BigDecimal.ZERO);
        var given = valued(RowReader.PAPER, table, good, Comparator.naturalOrder());
        return new Valued(given.boxes(), given.values(), worst);
    }

    /** How good the outcome of a rule is, a refusal's too. */
    static BigDecimal goodness(RouteRow row) {
        return row.refuses() ? Aspect.REFUSED : FindingOrder.of(row.outcome());
    }

    /**
     * @param first which value stands where several rules match and all of them count
     */
    private <T> Valued valued(
            String name,
            Table<T> table,
            java.util.function.Function<T, BigDecimal> good,
            Comparator<BigDecimal> first) {
        var values = table.rows().stream().map(good).toList();
        var order =
                table.policy() instanceof HitPolicy.Single
                        ? winning(table)
                        : IntStream.range(0, values.size())
                                .boxed()
                                .sorted(Comparator.comparing(values::get, first))
                                .toList();
        var own = boxes(name);
        return new Valued(
                order.stream().map(own::get).toList(),
                order.stream().map(values::get).toList(),
                BigDecimal.ZERO);
    }

    /** Every ground on which something can be set aside. */
    SortedSet<String> grounds() {
        var grounds = new TreeSet<String>();
        draft.tables().setAside().rows().forEach(row -> grounds.add(row.ground()));
        return grounds;
    }

    /** How firmly a finding stands against one ground: labels of {@link #standing}. */
    static final int REFERRED = 0;

    static final int CAN_BE_SET_ASIDE = 1;
    static final int STANDS = 2;
    static final int ALWAYS = 3;

    /**
     * Whether what is approved in general can be set aside on this ground, by facts; above and
     * below it, what is approved always and what is referred. Only a route that carries the outcome
     * has its grounds.
     */
    DecisionList standing(String ground) {
        return draft.tables().route().policy() instanceof HitPolicy.Single
                ? standingOfOne(ground)
                : standingOfBest(ground);
    }

    private DecisionList standingOfOne(String ground) {
        var layers = new ArrayList<Layer>();
        for (int route : winning(draft.tables().route())) {
            var rule = draft.tables().route().rows().get(route);
            var box = boxes(RowReader.ROUTE).get(route);
            if (isInGeneral(rule)) {
                for (int row : winning(draft.tables().setAside())) {
                    aside(ground, rule, box, row, layers);
                }
            }
            layers.add(new Layer(box, standing(rule)));
        }
        return new DecisionList(layers, REFERRED);
    }

    private DecisionList standingOfBest(String ground) {
        var routes = draft.tables().route().rows();
        var layers = new ArrayList<Layer>();
        standing(Outcome.APPROVE_ALWAYS, Optional.empty(), layers);
        for (int row : winning(draft.tables().setAside())) {
            var box = boxes(RowReader.SET_ASIDE).get(row);
            for (int route = 0; route < routes.size(); route++) {
                if (isInGeneral(routes.get(route))) {
                    var both = box.and(boxes(RowReader.ROUTE).get(route));
                    if (applies(ground, routes.get(route), row)) {
                        layers.add(new Layer(both, CAN_BE_SET_ASIDE));
                    }
                }
            }
            if (draft.tables().setAside().policy() instanceof HitPolicy.Single) {
                standing(Outcome.APPROVE_IN_GENERAL, Optional.of(box), layers);
                layers.add(new Layer(box, REFERRED));
            }
        }
        standing(Outcome.APPROVE_IN_GENERAL, Optional.empty(), layers);
        return new DecisionList(layers, REFERRED);
    }

    /** Adds the routes of one outcome, within a box where there is one. */
    private void standing(Outcome outcome, Optional<Box> within, List<Layer> layers) {
        var routes = draft.tables().route().rows();
        for (int route = 0; route < routes.size(); route++) {
            var rule = routes.get(route);
            if (!rule.refuses() && rule.outcome() == outcome) {
                var box = boxes(RowReader.ROUTE).get(route);
                layers.add(new Layer(within.map(box::and).orElse(box), standing(rule)));
            }
        }
    }

    private void aside(String ground, RouteRow rule, Box route, int row, List<Layer> layers) {
        boolean applies = applies(ground, rule, row);
        if (applies || draft.tables().setAside().policy() instanceof HitPolicy.Single) {
            var both = route.and(boxes(RowReader.SET_ASIDE).get(row));
            layers.add(new Layer(both, applies ? CAN_BE_SET_ASIDE : STANDS));
        }
    }

    private boolean applies(String ground, RouteRow rule, int row) {
        var aside = draft.tables().setAside().rows().get(row);
        return aside.ground().equals(ground)
                && rule.ground().route().filter(aside.route()::equals).isPresent();
    }

    private static boolean isInGeneral(RouteRow rule) {
        return !rule.refuses() && rule.outcome() == Outcome.APPROVE_IN_GENERAL;
    }

    private static int standing(RouteRow rule) {
        if (rule.refuses()) {
            return REFERRED;
        }
        return switch (rule.outcome()) {
            case APPROVE_ALWAYS -> ALWAYS;
            case APPROVE_IN_GENERAL -> STANDS;
            case REFER -> REFERRED;
        };
    }

    /** The pack whose functions these are. */
    ParsedPack pack() {
        return draft;
    }

    /** A paragraph, and a route where the rules that cite it give one. */
    record Cited(Paragraph paragraph, Optional<String> route) {
        String words() {
            return "Paragraph %s%s"
                    .formatted(
                            paragraph.number(),
                            route.map(name -> " with route " + name).orElse(""));
        }
    }

    /** What findings can cite. */
    Set<Cited> cited() {
        return draft.tables().route().rows().stream()
                .map(OutcomeFunctions::cited)
                .filter(cited -> !cited.paragraph().number().isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Cited cited(RouteRow row) {
        return new Cited(row.ground().paragraph(), row.ground().route());
    }

    /** The people whose findings cite something that is meant: those for whom its rule counts. */
    Condition citedBy(Predicate<Cited> meant) {
        var table = draft.tables().route();
        var rows = table.rows();
        var layers = new ArrayList<Layer>();
        if (table.policy() instanceof HitPolicy.Single) {
            winning(table).forEach(row -> layers.add(citing(row, meant)));
        } else {
            for (boolean approves : List.of(true, false)) {
                for (int label : List.of(1, 0)) {
                    IntStream.range(0, rows.size())
                            .filter(row -> isApproving(rows.get(row)) == approves)
                            .mapToObj(row -> citing(row, meant))
                            .filter(layer -> layer.label() == label)
                            .forEach(layers::add);
                }
            }
        }
        return new DecisionList(layers, 0).is(label -> label == 1);
    }

    private Layer citing(int row, Predicate<Cited> meant) {
        var cited = cited(draft.tables().route().rows().get(row));
        return new Layer(boxes(RowReader.ROUTE).get(row), meant.test(cited) ? 1 : 0);
    }

    private static boolean isApproving(RouteRow row) {
        return !row.refuses() && row.outcome().approves();
    }

    /** The values of both, the worst first. */
    static List<BigDecimal> scale(Valued left, Valued right) {
        var all = new TreeSet<BigDecimal>();
        all.addAll(left.values());
        all.addAll(right.values());
        all.add(left.otherwise());
        all.add(right.otherwise());
        return List.copyOf(all);
    }
}
