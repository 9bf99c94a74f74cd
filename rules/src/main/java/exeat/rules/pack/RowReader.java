package exeat.rules.pack;

import exeat.rules.authority.Role;
import exeat.rules.authority.UnitFunctions;
import exeat.rules.decide.RouteRow;
import exeat.rules.decide.SetAsideRow;
import exeat.rules.decide.Table;
import exeat.rules.decide.Tables;
import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.RuleRanks;
import exeat.rules.document.Paragraph;
import exeat.rules.fact.DeclaredOutput;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.GivenOutput;
import exeat.rules.finding.Ground;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.PaperRow;
import exeat.rules.source.ProblemCollector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the outputs of a pack's five decisions into their own types. */
public final class RowReader {

    public static final String ROUTE = "Route";
    public static final String CLEARANCES = "Clearances";
    public static final String PAPER = "Paper";
    public static final String SET_ASIDE = "Set-aside grounds";
    public static final String DOCUMENTS = "Documents";

    /** The names of the five decisions. */
    public static final Set<String> NAMES = Set.of(ROUTE, CLEARANCES, PAPER, SET_ASIDE, DOCUMENTS);

    /** The decisions that a pack must have, then those that it may have, with their outputs. */
    private static final Map<String, List<String>> REQUIRED =
            Map.of(
                    ROUTE, List.of("outcome", "route"),
                    CLEARANCES, List.of("clearance", "function", "days"),
                    PAPER,
                            List.of(
                                    "validity days",
                                    "re-entry",
                                    "decision days",
                                    "fee",
                                    "appearances"));

    private static final Map<String, List<String>> OPTIONAL =
            Map.of(
                    SET_ASIDE, List.of("route", "ground"),
                    DOCUMENTS, List.of("document"));

    private static final String INTERVIEWS = "interviews";
    private static final String QUOTA = "quota";

    /** Outputs that a decision may leave out. */
    private static final Map<String, Set<String>> MAY_LACK =
            Map.of(PAPER, Set.of(INTERVIEWS, QUOTA));

    private static final Set<String> ANNOTATIONS =
            Set.of("paragraph", "instrument", "basis", "note", RuleExceptions.ANNOTATION);

    /** Words in a table that would mean a refusal. */
    private static final Set<String> REFUSALS =
            Set.of("refuse", "refused", "deny", "denied", "reject", "rejected");

    private final Map<String, DecisionTable> byName = new HashMap<>();
    private final Map<String, Integer> offsets;
    private final Citations citations;
    private final Optional<UnitFunctions> division;
    private final List<DeclaredOutput> outputs;
    private final ProblemCollector problems;

    /**
     * @param offsets by decision, the bit of its first rule
     * @param division the functions that can be named; empty where they could not be read
     * @param outputs that the pack declares
     */
    RowReader(
            List<DecisionTable> tables,
            Map<String, Integer> offsets,
            Citations citations,
            Optional<UnitFunctions> division,
            List<DeclaredOutput> outputs,
            ProblemCollector problems) {
        tables.forEach(table -> byName.put(table.name(), table));
        this.offsets = offsets;
        this.citations = citations;
        this.division = division;
        this.outputs = outputs;
        this.problems = problems;
        checkNames();
        tables.forEach(this::checkColumns);
    }

    /** The outputs that every pack's paper can have. */
    static Set<String> ofPaper() {
        var names = new HashSet<>(REQUIRED.getOrDefault(PAPER, List.of()));
        names.addAll(MAY_LACK.getOrDefault(PAPER, Set.of()));
        return names;
    }

    Tables read() {
        var route = table(ROUTE, this::route);
        var routes =
                route.rows().stream()
                        .flatMap(row -> row.ground().route().stream())
                        .collect(Collectors.toSet());
        return new Tables(
                route,
                table(CLEARANCES, this::clearance),
                table(PAPER, this::paper),
                table(SET_ASIDE, cells -> setAside(cells, routes)),
                table(DOCUMENTS, this::document));
    }

    /** The rules of tables that others require: they give no row, and cite as all rules do. */
    void checkParts(List<DecisionTable> parts) {
        for (var part : parts) {
            checkAnnotations(part);
            for (var rule : part.rules()) {
                var cells = new RuleCells(part, rule, problems);
                citations.checkBasis(cells);
                citations.paragraph(cells);
                citations.instrument(cells);
            }
        }
    }

    private void checkNames() {
        // A row that could not be read is not missing: it has been reported.
        REQUIRED.keySet().stream()
                .filter(name -> problems.isReadable())
                .filter(name -> !byName.containsKey(name))
                .sorted()
                .forEach(name ->
                        problems.add(
                                0,
                                name,
                                "is missing; the pack needs a decision" + " of this name"));
    }

    private void checkColumns(DecisionTable table) {
        var expected =
                new ArrayList<>(
                        REQUIRED.getOrDefault(
                                table.name(), OPTIONAL.getOrDefault(table.name(), List.of())));
        if (table.name().equals(PAPER)) {
            outputs.forEach(output -> expected.add(output.name()));
        }
        var found = table.outputs().stream().map(DecisionTable.Output::name).toList();
        var needed = new ArrayList<>(found);
        needed.removeAll(MAY_LACK.getOrDefault(table.name(), Set.of()));
        boolean each =
                needed.size() == expected.size()
                        && new HashSet<>(needed).containsAll(expected)
                        && new HashSet<>(found).size() == found.size();
        if (!expected.isEmpty() && !each) {
            problems.add(
                    table.line(),
                    table.name(),
                    "must have the outputs " + String.join(", ", expected));
        }
        checkAnnotations(table);
    }

    private void checkAnnotations(DecisionTable table) {
        RuleExceptions.check(table, problems);
        table.annotations().stream()
                .filter(name -> !ANNOTATIONS.contains(name))
                .forEach(name ->
                        problems.add(
                                table.line(), table.name(), "has an unknown annotation: " + name));
    }

    private <T> Table<T> table(String name, Function<RuleCells, Optional<T>> reader) {
        var table = byName.get(name);
        if (table == null) {
            return new Table<>(new HitPolicy.Collect(Optional.empty()), 0, List.of(), List.of());
        }
        var rows = new ArrayList<T>();
        for (var rule : table.rules()) {
            var cells = new RuleCells(table, rule, problems);
            citations.checkBasis(cells);
            reader.apply(cells).ifPresent(rows::add);
        }
        return new Table<>(
                table.hitPolicy(), offsets.getOrDefault(name, 0), rows, RuleRanks.of(table));
    }

    private Optional<RouteRow> route(RuleCells cells) {
        var word = cells.text("outcome");
        boolean refuses = REFUSALS.contains(word);
        var outcome = refuses ? Optional.of(Outcome.REFER) : Outcome.of(word);
        if (refuses) {
            cells.fault("outcome", "a machine never refuses; it approves or refers to a person");
        } else if (outcome.isEmpty() && !word.isEmpty()) {
            var words = Arrays.stream(Outcome.values()).map(Outcome::word).toList();
            cells.problem("outcome", "must be one of " + String.join(", ", words));
        }
        var route = cells.optionalText("route");
        if (outcome.isPresent() && outcome.get().approves() == route.isEmpty()) {
            cells.problem(
                    "route",
                    "is missing in a rule that approves, or given in one that" + " does not");
        }
        route.filter(text -> !text.matches("[A-Z][A-Z0-9]{0,7}"))
                .ifPresent(text ->
                        cells.problem(
                                "route",
                                "must be a capital letter, then at"
                                        + " most 7 capitals or digits: "
                                        + text));
        var paragraph = citations.paragraph(cells);
        if (paragraph.isEmpty() && cells.annotation("paragraph").isEmpty()) {
            cells.fault("paragraph", "is missing; every route cites its text");
        }
        var instrument = citations.instrument(cells);
        if (outcome.isEmpty()) {
            return Optional.empty();
        }
        // A rule without its paragraph is read for a proof to say so, and decides nothing.
        var cited = paragraph.orElse(new Paragraph("", "", false, false));
        var ground = new Ground(cells.ruleId(), cited, route);
        return Optional.of(
                new RouteRow(
                        outcome.get(), refuses, ground, instrument, citations.isHeld(instrument)));
    }

    private Optional<ClearanceDemand> clearance(RuleCells cells) {
        citations.paragraph(cells);
        var function = exeat.rules.authority.UnitFunction.of(cells.text("function"));
        function.flatMap(this::whyNotClearing)
                .or(() ->
                        function.isPresent()
                                ? Optional.empty()
                                : Optional.of("is not the function of a unit"))
                .ifPresent(why -> cells.problem("function", why));
        var name = key(cells, "clearance");
        int days = cells.whole("days", 1, 3650);
        boolean assumed = citations.isAssumed(cells);
        return function.map(found -> new ClearanceDemand(name, found, days, assumed));
    }

    /** What is wrong with this function for a clearance. */
    private Optional<String> whyNotClearing(exeat.rules.authority.UnitFunction function) {
        if (division.isEmpty()) {
            return Optional.empty();
        }
        var roles = division.get().of(function);
        if (roles.isEmpty()) {
            return Optional.of("is not the function of a unit");
        }
        return roles.contains(Role.CLEARS) || roles.contains(Role.ESTABLISHES_IDENTITY)
                ? Optional.empty()
                : Optional.of(
                        "has no role 'clears' or 'establishes identity' in authorities.yaml: "
                                + function);
    }

    private Optional<PaperRow> paper(RuleCells cells) {
        citations.paragraph(cells);
        return Optional.of(
                new PaperRow(
                        cells.whole("validity days", 1, 36500),
                        cells.truth("re-entry"),
                        cells.whole("decision days", 1, 3650),
                        cells.amount("fee"),
                        cells.whole("appearances", 0, 100),
                        cells.optionalWhole(INTERVIEWS, 100).orElse(0),
                        cells.optionalWhole(QUOTA, 1_000_000_000),
                        outputs.stream()
                                .flatMap(output -> given(cells, output).stream())
                                .toList()));
    }

    private static Optional<GivenOutput> given(RuleCells cells, DeclaredOutput output) {
        return cells.given(output).map(value -> new GivenOutput(output, value));
    }

    private Optional<SetAsideRow> setAside(RuleCells cells, Set<String> routes) {
        citations.paragraph(cells);
        var route = cells.text("route");
        if (!routes.contains(route)) {
            cells.problem("route", "no rule of the table of routes has it: " + route);
        }
        return Optional.of(new SetAsideRow(key(cells, "ground"), route));
    }

    private Optional<String> document(RuleCells cells) {
        citations.paragraph(cells);
        return Optional.of(key(cells, "document"));
    }

    /** A text that is the key of messages. */
    private static String key(RuleCells cells, String column) {
        var text = cells.text(column);
        if (!text.isEmpty() && !text.matches("[a-z0-9]+(-[a-z0-9]+)*+")) {
            cells.problem(column, "must be lower-case words joined by hyphens: " + text);
        }
        return text;
    }
}
