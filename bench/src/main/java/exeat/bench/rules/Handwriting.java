package exeat.bench.rules;

import exeat.bench.rules.subject.BenchRule;
import exeat.bench.rules.subject.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Generated {@link HandWritten}: twelve rules as a programmer would write them. A test compares the
 * source with the rules.
 */
final class Handwriting {

    private static final String HEAD =
            """
            package PACKAGE;

            import WORKLOAD;
            import exeat.rules.Directive;

            /** Twelve rules as a chain of ifs; written by {@link Handwriting}. */
            final class HandWritten extends HandTable {

                HandWritten(Directive directive) {
                    super(directive, 12);
                }

                @Override
                public long pass(int from, int count) {
                    long sum = 0;
                    for (int at = from; at < from + count; at++) {
                        var person = person(at);
                        sum += keep(at, finding(first(person), person));
                    }
                    return sum;
                }

                @Override
                int first(HandPerson person) {
            """;

    private Handwriting() {}

    static String source(List<BenchRule> rows) {
        var source =
                new StringBuilder(
                        HEAD.replace("PACKAGE", HandWritten.class.getPackageName())
                                .replace("WORKLOAD", Workload.class.getName()));
        for (int at = 0; at < rows.size(); at++) {
            source.append("        if (rule" + at + "(person)) {\n            return " + at);
            source.append(";\n        }\n");
        }
        source.append("        return Workload.NO_RULE;\n    }\n");
        for (int at = 0; at < rows.size(); at++) {
            source.append("\n    private static boolean rule" + at + "(HandPerson person) {\n");
            source.append("        return ");
            source.append(String.join("\n                && ", conditions(rows.get(at))));
            source.append(";\n    }\n");
        }
        return source.append("}\n").toString();
    }

    private static List<String> conditions(BenchRule row) {
        var conditions = new ArrayList<String>();
        add("status", "==", row.status(), text -> "" + HandPerson.status(text), conditions);
        add("purpose", "==", row.purpose(), text -> "" + HandPerson.purpose(text), conditions);
        row.sponsored()
                .ifPresent(wanted ->
                        conditions.add(wanted ? "person.sponsored()" : "!person.sponsored()"));
        Function<java.math.BigDecimal, String> cents = amount -> HandPerson.cents(amount) + "L";
        add("income", ">=", row.income().low(), cents, conditions);
        add("income", "<", row.income().high(), cents, conditions);
        add("fee", ">=", row.fee().low(), cents, conditions);
        add("fee", "<", row.fee().high(), cents, conditions);
        add("age", ">=", row.age().low(), String::valueOf, conditions);
        add("age", "<", row.age().high(), String::valueOf, conditions);
        add("arrived", ">=", row.arrived().low(), day -> "" + day.toEpochDay(), conditions);
        add("arrived", "<", row.arrived().high(), day -> "" + day.toEpochDay(), conditions);
        return conditions;
    }

    private static <T> void add(
            String fact,
            String comparison,
            Optional<T> constant,
            Function<T, String> written,
            List<String> conditions) {
        constant.ifPresent(value ->
                conditions.add("person." + fact + "() " + comparison + " " + written.apply(value)));
    }
}
