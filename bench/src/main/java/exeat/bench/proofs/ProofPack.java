package exeat.bench.proofs;

import exeat.bench.proofs.BenchTable.Input;
import exeat.bench.proofs.BenchTable.Row;
import exeat.rules.Pack;
import exeat.rules.ParsedPack;
import exeat.rules.source.PackException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table as the routes of a pack, alone or below another whose rules it repeats. */
final class ProofPack {

    /** What a local pack does with the rules above it. */
    enum Local {
        /** Repeats them and approves some besides. */
        ADDS,
        /** As well, but one rule that approves asks for a local fact besides. */
        ONE_STRICTER
    }

    private static final Input EXTRA = new Input("extra", "boolean", "type: boolean");

    private static final String RECORD =
            """
            version: "1"
            title: A Measured Letter
            date: 1950-03-01
            issuer: Somebody
            addressees: [Everybody]
            citation: None
            summary: Nothing.
            credits: Nobody
            original language: French
            content:
              - paragraph: "1"
                gist: It is so.
                binding: true
            """;

    private static final String PURPOSE =
            "  - {name: purpose, type: text, values: [settle, trip], source: purpose, use: decide}\n";

    private static final String ABOVE = "above";
    private static final String WORDS = "messages_en.properties";

    private ProofPack() {}

    /** The files of a pack with these rules, sound. */
    static Map<String, byte[]> files(BenchTable table) throws PackException {
        return worded(ABOVE, table, plain(table, table.inputs(), "zone: Europe/Paris\n", ""));
    }

    /**
     * The files of a pack below that one.
     *
     * @param stricter which rule asks for more, where one does
     */
    static Map<String, byte[]> files(BenchTable table, Local local, int stricter)
            throws PackException {
        var wider = table.with(EXTRA);
        var rows = new ArrayList<>(wider.rows());
        if (local == Local.ONE_STRICTER) {
            rows.set(stricter, BenchTable.and(table.rows().get(stricter), "true"));
        }
        var open = table.inputs().stream().map(input -> "-").toList();
        rows.add(BenchTable.and(new Row(open, true), "true"));
        var own = new BenchTable(wider.inputs(), rows);
        var files = plain(own, List.of(EXTRA), "", "extends: " + ABOVE + "\n");
        files(table).forEach((name, bytes) -> files.put("extends/" + ABOVE + "/" + name, bytes));
        return worded("local", own, files);
    }

    /** What proofs look at. */
    static ParsedPack read(Map<String, byte[]> files) throws PackException {
        return Pack.parse(
                files.keySet().stream().anyMatch(ProofPack::isAbove) ? "local" : ABOVE, files);
    }

    private static boolean isAbove(String file) {
        return file.startsWith("extends/");
    }

    private static Map<String, byte[]> plain(
            BenchTable table, List<Input> own, String zone, String extended) {
        var files = new TreeMap<String, byte[]>();
        var facts =
                own.stream()
                        .map(fact ->
                                "  - {name: %s, %s, use: decide}\n"
                                        .formatted(fact.name(), fact.vocabulary()))
                        .collect(Collectors.joining());
        put(
                files,
                "vocabulary.yaml",
                zone + "facts:\n" + (extended.isEmpty() ? PURPOSE : "") + facts);
        put(files, "record.yaml", extended + RECORD);
        put(
                files,
                "authorities.yaml",
                "authorities:\n  - {id: h, function: committee, name: Harbour, addressee: true}\n");
        put(files, "rules.dmn", new ProofDmn(table).text());
        put(files, WORDS, "# none\n");
        return files;
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** With a word for every message that a pack of these facts needs, found on its first rules. */
    private static Map<String, byte[]> worded(
            String id, BenchTable table, Map<String, byte[]> files) {
        var few = new TreeMap<>(files);
        var first = new BenchTable(table.inputs(), firstOfEachKind(table));
        put(few, "rules.dmn", new ProofDmn(first).text());
        var words = new StringBuilder();
        for (int round = 0; round < 3; round++) {
            try {
                Pack.read(id, few);
                break;
            } catch (PackException wordless) {
                wordless.problems().stream()
                        .filter(problem -> problem.file().equals(WORDS))
                        .filter(problem -> problem.message().equals("is missing"))
                        .forEach(problem -> words.append(problem.field()).append("=x\n"));
                put(few, WORDS, words.toString());
            }
        }
        put(files, WORDS, words.toString());
        return files;
    }

    /** So many rules that every fact is tested, and both outcomes are there. */
    private static List<Row> firstOfEachKind(BenchTable table) {
        return table.rows().size() <= 100
                ? table.rows()
                : Stream.concat(
                                table.rows().stream().limit(50),
                                table.rows().stream().skip(table.rows().size() - 1))
                        .toList();
    }
}
