package exeat.bench.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A workload's table as a DMN file, as each engine wants it. */
final class DmnWriter {

    /** The decision's name, and its id. */
    static final String DECISION = "finding";

    private static final String MODEL_13 = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    private static final String INPUT =
            "<input id=\"i_%%1$s\"><inputExpression id=\"e_%%1$s\"%s><text>%%1$s</text>"
                    + "</inputExpression></input>\n";

    /** How the engines differ in what they read. */
    enum Dialect {
        /** FEEL as the standard has it. */
        STANDARD,
        /** FEEL without the types of inputs, for it knows others; a day is a number. */
        OPERATON,
        /** Expressions of this engine's own; a day is a number, an amount an exact decimal. */
        FLOWABLE
    }

    private final Dialect dialect;

    DmnWriter(Dialect dialect) {
        this.dialect = dialect;
    }

    String of(Workload workload) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="%s" id="bench" name="bench" namespace="urn:exeat:bench">
        %s<decision id="%s" name="%s"><variable name="%s" typeRef="string"/>
        %s<decisionTable id="table" hitPolicy="FIRST">
        %s<output id="out" name="%s" typeRef="string"/>
        %s
        </decisionTable></decision></definitions>
        """
                .formatted(
                        MODEL_13,
                        columns(
                                "<inputData id=\"d_%1$s\" name=\"%1$s\">"
                                        + "<variable name=\"%1$s\" typeRef=\"%2$s\"/></inputData>\n"),
                        DECISION,
                        DECISION,
                        DECISION,
                        columns(
                                "<informationRequirement id=\"r_%1$s\">"
                                        + "<requiredInput href=\"#d_%1$s\"/></informationRequirement>\n"),
                        columns(
                                dialect == Dialect.STANDARD
                                        ? INPUT.formatted(" typeRef=\"%2$s\"")
                                        : INPUT.formatted("")),
                        DECISION,
                        workload.rows().stream().map(this::rule).collect(Collectors.joining("\n")));
    }

    private static String columns(String form) {
        return Stream.of(
                        "status string",
                        "purpose string",
                        "sponsored boolean",
                        "income number",
                        "fee number",
                        "age number",
                        "arrived date")
                .map(column -> column.split(" "))
                .map(column -> String.format(Locale.ROOT, form, column[0], column[1]))
                .collect(Collectors.joining());
    }

    private String rule(BenchRule row) {
        return "<rule id=\""
                + row.id()
                + "\">"
                + test(row.id(), 0, row.status().map(DmnWriter::quoted))
                + test(row.id(), 1, row.purpose().map(DmnWriter::quoted))
                + test(row.id(), 2, row.sponsored().map(Object::toString))
                + test(row.id(), 3, range("income", row.income()))
                + test(row.id(), 4, range("fee", row.fee()))
                + test(row.id(), 5, range("age", row.age()))
                + test(row.id(), 6, range("arrived", row.arrived()))
                + "<outputEntry id=\""
                + row.id()
                + "-o\"><text>"
                + quoted(row.id())
                + "</text></outputEntry></rule>";
    }

    private static String test(String rule, int column, Optional<String> text) {
        return "<inputEntry id=\""
                + rule
                + "-"
                + column
                + "\"><text>"
                + text.orElse("-")
                + "</text></inputEntry>";
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
                    dialect == Dialect.STANDARD
                            ? "date(\"" + day + "\")"
                            : String.valueOf(day.toEpochDay());
            case BigDecimal amount when dialect == Dialect.FLOWABLE -> "'" + amount + "'";
            default -> bound.toString();
        };
    }
}
