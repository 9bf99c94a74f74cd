package exeat.bench.rules;

import exeat.rules.table.CompiledTable;
import exeat.rules.table.EncodedFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes {@link HandWritten}, once: twelve rules as a programmer writes them who knows the slots. A
 * test holds the source to the rules.
 */
final class Handwriting {

    private static final String HEAD =
            """
            package PACKAGE;

            import COMPILED_TABLE;
            import ENCODED_FACTS;

            /** Twelve rules as a chain of ifs over slots; written by {@link Handwriting}. */
            final class HandWritten extends Exeat.OverSlots {

                HandWritten(CompiledTable table) {
                    super(table);
                    Columns.check(table);
                }

                @Override
                public int answer(int person) {
                    return first(person(person));
                }

                @Override
                public long pass(int from, int count) {
                    long sum = 0;
                    for (int at = from; at < from + count; at++) {
                        sum += first(person(at));
                    }
                    return sum;
                }

                private static int first(EncodedFacts facts) {
            """;

    private Handwriting() {}

    static String source(CompiledTable table, List<BenchRule> rows) {
        var source =
                new StringBuilder(
                        HEAD.replace("PACKAGE", HandWritten.class.getPackageName())
                                .replace("COMPILED_TABLE", CompiledTable.class.getName())
                                .replace("ENCODED_FACTS", EncodedFacts.class.getName()));
        for (int at = 0; at < rows.size(); at++) {
            source.append("        if (rule" + at + "(facts)) {\n            return " + at);
            source.append(";\n        }\n");
        }
        source.append("        return Workload.NO_RULE;\n    }\n");
        for (int at = 0; at < rows.size(); at++) {
            source.append("\n    private static boolean rule" + at + "(EncodedFacts facts) {\n");
            source.append("        return ");
            source.append(String.join("\n                && ", conditions(table, rows.get(at))));
            source.append(";\n    }\n");
        }
        return source.append("}\n").toString();
    }

    private static List<String> conditions(CompiledTable table, BenchRule row) {
        var conditions = new ArrayList<String>();
        add(table, "status", "==", row.status(), conditions);
        add(table, "purpose", "==", row.purpose(), conditions);
        add(table, "sponsored", "==", row.sponsored(), conditions);
        addRange(table, "income", row.income(), conditions);
        addRange(table, "fee", row.fee(), conditions);
        addRange(table, "age", row.age(), conditions);
        addRange(table, "arrived", row.arrived(), conditions);
        return conditions;
    }

    private static void addRange(
            CompiledTable table, String input, ValueRange<?> range, List<String> conditions) {
        add(table, input, ">=", range.low(), conditions);
        add(table, input, "<", range.high(), conditions);
    }

    private static void add(
            CompiledTable table,
            String input,
            String comparison,
            Optional<?> constant,
            List<String> conditions) {
        Columns.slot(table, input, constant)
                .ifPresent(slot ->
                        conditions.add(
                                "facts.slot(%d) %s %dL"
                                        .formatted(
                                                Columns.NAMES.indexOf(input), comparison, slot)));
    }
}
