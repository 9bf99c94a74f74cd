package exeat.bench.rules.subject;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a workload's rules and the procedure as a DMN file with five decisions, in the dialect of
 * each engine.
 */
public final class TableDmn {

    /** The names and ids of the five decisions in other engines' files. */
    public static final String ROUTE = "route";

    public static final String CLEARANCES = "clearances";
    public static final String PAPER = "paper";
    public static final String SET_ASIDE = "set_aside";
    public static final String DOCUMENTS = "documents";

    /** The dialects of the engines. */
    public enum Dialect {
        /** The form for a pack: names as in packs, a paragraph for each rule, and an id to cite. */
        PACK,
        /** Standard FEEL; a rule names itself in an output, or it could not be cited. */
        STANDARD,
        /** FEEL without input types, since this engine's types differ; a day is a number. */
        OPERATON,
        /** The engine's own expression language; a day is a number, an amount an exact decimal. */
        FLOWABLE
    }

    private static final String MODEL_13 = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    /** The facts with their types, in the order of a rule's cells. */
    private static final List<List<String>> FACTS =
            List.of(
                    List.of("status", "string"),
                    List.of("purpose", "string"),
                    List.of("sponsored", "boolean"),
                    List.of("income", "number"),
                    List.of("fee", "number"),
                    List.of("age", "number"),
                    List.of("arrived", "date"));

    private static final List<List<String>> PURPOSE = FACTS.subList(1, 2);

    private final Dialect dialect;
    private final StringBuilder dmn = new StringBuilder();

    /** The table being written, and how many rules of the procedure it has so far. */
    private String table = "";

    private int rules;

    public TableDmn(Dialect dialect) {
        this.dialect = dialect;
    }

    /** The names of the facts, in the order of a rule's cells. */
    static List<String> factNames() {
        return FACTS.stream().map(List::getFirst).toList();
    }

    /** The file's text. */
    public String of(List<BenchRule> rows) {
        dmn.setLength(0);
        dmn.append(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="%s" id="bench" name="bench" namespace="urn:exeat:bench">
                """
                        .formatted(MODEL_13));
        for (var fact : FACTS) {
            dmn.append(
                    "<inputData id=\"d_%1$s\" name=\"%1$s\"><variable name=\"%1$s\" typeRef=\"%2$s\"/></inputData>%n"
                            .formatted(fact.get(0), fact.get(1)));
        }
        begin(name(ROUTE, "Route"), "FIRST", FACTS);
        outputs("outcome string", "route string", isPack() ? "" : "rule string");
        for (int at = 0; at < rows.size(); at++) {
            var outputs = new ArrayList<String>();
            outputs.add(quoted(Procedure.outcome(at).word()));
            outputs.add(
                    Procedure.route(at).map(TableDmn::quoted).orElse(isPack() ? "null" : "\"\""));
            if (!isPack()) {
                outputs.add(quoted(Workload.id(at)));
            }
            rule(Workload.id(at), cells(rows.get(at)), outputs);
        }
        end();
        procedure();
        return dmn.append("</definitions>\n").toString();
    }

    private boolean isPack() {
        return dialect == Dialect.PACK;
    }

    private String name(String others, String pack) {
        return isPack() ? pack : others;
    }

    private void procedure() {
        begin(name(CLEARANCES, "Clearances"), "COLLECT", PURPOSE);
        // "function" is a keyword of FEEL, which some engines do not accept as a name.
        outputs("clearance string", name("unit", "function") + " string", "days number");
        for (var journey : BenchPurpose.values()) {
            for (var one : Procedure.clearances(journey)) {
                rule(journey, quoted(one.name()), quoted(one.function()), "" + one.days());
            }
        }
        end();
        begin(name(PAPER, "Paper"), "UNIQUE", PURPOSE);
        outputs(
                name("validity", "validity days") + " number",
                name("reentry", "re-entry") + " boolean",
                name("decision", "decision days") + " number",
                "fee number",
                "appearances number");
        for (var journey : BenchPurpose.values()) {
            var paper = Procedure.paper(journey);
            rule(
                    journey,
                    "" + paper.validityDays(),
                    "" + paper.reentry(),
                    "" + paper.decisionDays(),
                    "" + paper.fee(),
                    "" + paper.appearances());
        }
        end();
        begin(name(SET_ASIDE, "Set-aside grounds"), "COLLECT", PURPOSE);
        outputs("route string", "ground string");
        for (var journey : BenchPurpose.values()) {
            for (var route : Procedure.routesToSetAside()) {
                for (var ground : Procedure.grounds(journey, route)) {
                    rule(journey, quoted(route), quoted(ground));
                }
            }
        }
        end();
        begin(name(DOCUMENTS, "Documents"), "COLLECT", PURPOSE);
        outputs("document string");
        for (var journey : BenchPurpose.values()) {
            Procedure.documents(journey).forEach(document -> rule(journey, quoted(document)));
        }
        end();
    }

    private void begin(String name, String policy, List<List<String>> facts) {
        var id = name.toLowerCase(java.util.Locale.ROOT).replace(' ', '_');
        dmn.append(
                "<decision id=\"%s\" name=\"%s\"><variable name=\"%s\"/>%n"
                        .formatted(id, name, name));
        for (var fact : facts) {
            dmn.append("<informationRequirement id=\"%s_needs_%s\">".formatted(id, fact.get(0)))
                    .append("<requiredInput href=\"#d_%s\"/>".formatted(fact.get(0)))
                    .append("</informationRequirement>\n");
        }
        dmn.append("<decisionTable id=\"t_%s\" hitPolicy=\"%s\">%n".formatted(id, policy));
        boolean typed = dialect == Dialect.PACK || dialect == Dialect.STANDARD;
        for (var fact : facts) {
            dmn.append("<input id=\"i_%s_%s\">".formatted(id, fact.get(0)))
                    .append("<inputExpression id=\"e_%s_%s\"".formatted(id, fact.get(0)))
                    .append(typed ? " typeRef=\"" + fact.get(1) + "\">" : ">")
                    .append("<text>%s</text></inputExpression></input>%n".formatted(fact.get(0)));
        }
        rules = 0;
        table = id;
    }

    private void outputs(String... outputs) {
        for (var output : outputs) {
            if (!output.isEmpty()) {
                int space = output.lastIndexOf(' ');
                var name = output.substring(0, space);
                dmn.append(
                        "<output id=\"o_%s_%s\" name=\"%s\" typeRef=\"%s\"/>%n"
                                .formatted(
                                        table,
                                        name.replace(' ', '_'),
                                        name,
                                        output.substring(space + 1)));
            }
        }
        if (isPack()) {
            dmn.append("<annotation name=\"paragraph\"/>\n");
        }
    }

    private void rule(BenchPurpose journey, String... outputs) {
        rules++;
        rule(table + "-" + rules, List.of(quoted(journey.word())), List.of(outputs));
    }

    private void rule(String id, List<String> cells, List<String> outputs) {
        dmn.append("<rule id=\"").append(id).append("\">");
        for (int at = 0; at < cells.size(); at++) {
            dmn.append("<inputEntry id=\"%s-i%d\"><text>".formatted(id, at))
                    .append(cells.get(at))
                    .append("</text></inputEntry>");
        }
        for (int at = 0; at < outputs.size(); at++) {
            dmn.append("<outputEntry id=\"%s-o%d\"><text>".formatted(id, at))
                    .append(outputs.get(at))
                    .append("</text></outputEntry>");
        }
        if (isPack()) {
            dmn.append("<annotationEntry><text>1</text></annotationEntry>");
        }
        dmn.append("</rule>\n");
    }

    private void end() {
        dmn.append("</decisionTable></decision>\n");
    }

    private List<String> cells(BenchRule row) {
        return Stream.of(
                        row.status().map(TableDmn::quoted),
                        row.purpose().map(TableDmn::quoted),
                        row.sponsored().map(Object::toString),
                        range("income", row.income()),
                        range("fee", row.fee()),
                        range("age", row.age()),
                        range("arrived", row.arrived()))
                .map(text -> text.orElse("-"))
                .toList();
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private Optional<String> range(String input, ValueRange<?> range) {
        var low = range.low().map(this::constant);
        var high = range.high().map(this::constant);
        if (dialect == Dialect.FLOWABLE) {
            var both =
                    Stream.of(
                                    low.map(bound -> input + " &gt;= " + bound),
                                    high.map(bound -> input + " &lt; " + bound))
                            .flatMap(Optional::stream)
                            .collect(Collectors.joining(" &amp;&amp; "));
            return Optional.of("${" + both + "}").filter(text -> !range.isAny());
        }
        if (low.isEmpty()) {
            return high.map(bound -> "&lt; " + bound);
        }
        return Optional.of(
                high.map(bound -> "[" + low.get() + ".." + bound + ")")
                        .orElse("&gt;= " + low.get()));
    }

    private String constant(Object bound) {
        return switch (bound) {
            case LocalDate day ->
                    dialect == Dialect.OPERATON || dialect == Dialect.FLOWABLE
                            ? String.valueOf(day.toEpochDay())
                            : "date(\"" + day + "\")";
            case BigDecimal amount when dialect == Dialect.FLOWABLE -> "'" + amount + "'";
            default -> bound.toString();
        };
    }
}
