package exeat.bench.proofs;

import exeat.bench.pack.MeasuredPack;
import exeat.bench.proofs.BenchTable.Input;
import exeat.bench.proofs.BenchTable.Row;
import exeat.rules.Pack;
import exeat.rules.ParsedPack;
import exeat.rules.source.PackException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table as the routes of a pack, either alone or below another pack whose rules it repeats. */
final class ProofPack {

    /** What a local pack does with the rules above it. */
    enum Local {
        /** Repeats them and approves further cases. */
        ADDS,
        /**
         * Repeats them and approves further cases, but one approving rule also requires a local
         * fact.
         */
        ONE_STRICTER
    }

    private static final Input EXTRA = new Input("extra", "boolean", "type: boolean");

    private static final String PURPOSE =
            "  - {name: purpose, type: text, values: [settle, trip], source: purpose, use: decide}\n";

    private static final String ABOVE = "above";

    private ProofPack() {}

    /** The files of a valid pack with these rules. */
    static Map<String, byte[]> files(BenchTable table) {
        return MeasuredPack.alone(
                        ABOVE,
                        "zone: Europe/Paris\nfacts:\n" + PURPOSE + facts(table.inputs()),
                        new ProofDmn(table).text(),
                        fewRules(table))
                .files();
    }

    /**
     * The files of a pack below that one.
     *
     * @param stricter which rule asks for more, where one does
     */
    static Map<String, byte[]> files(BenchTable table, Local local, int stricter) {
        var wider = table.with(EXTRA);
        var rows = new ArrayList<>(wider.rows());
        if (local == Local.ONE_STRICTER) {
            rows.set(stricter, BenchTable.and(table.rows().get(stricter), "true"));
        }
        var open = table.inputs().stream().map(input -> "-").toList();
        rows.add(BenchTable.and(new Row(open, true), "true"));
        var own = new BenchTable(wider.inputs(), rows);
        return new MeasuredPack(
                        "local",
                        ABOVE,
                        "facts:\n" + facts(List.of(EXTRA)),
                        new ProofDmn(own).text(),
                        fewRules(own),
                        files(table))
                .files();
    }

    /** The size of the problem that a proof has to solve. */
    static ParsedPack read(Map<String, byte[]> files) throws PackException {
        return Pack.parse(
                files.keySet().stream().anyMatch(ProofPack::isAbove) ? "local" : ABOVE, files);
    }

    private static boolean isAbove(String file) {
        return file.startsWith("extends/");
    }

    private static String facts(List<Input> own) {
        return own.stream()
                .map(fact ->
                        "  - {name: %s, %s, use: decide}\n"
                                .formatted(fact.name(), fact.vocabulary()))
                .collect(Collectors.joining());
    }

    private static String fewRules(BenchTable table) {
        return new ProofDmn(new BenchTable(table.inputs(), firstOfEachKind(table))).text();
    }

    /** Enough rules to test every fact and give both outcomes. */
    private static List<Row> firstOfEachKind(BenchTable table) {
        return table.rows().size() <= 100
                ? table.rows()
                : Stream.concat(
                                table.rows().stream().limit(50),
                                table.rows().stream().skip(table.rows().size() - 1))
                        .toList();
    }
}
