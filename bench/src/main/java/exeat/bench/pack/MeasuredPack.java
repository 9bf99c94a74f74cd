package exeat.bench.pack;

import exeat.rules.Pack;
import exeat.rules.source.PackException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A pack with given facts and rules; everything else is filled in.
 *
 * @param id the pack's id
 * @param extended the id of the pack that it extends; empty if none
 * @param vocabulary the whole file of facts
 * @param rules the whole DMN file
 * @param fewRules a small DMN file that needs the same messages; these are found by reading it
 * @param above the files of the pack that it extends; empty if none
 */
public record MeasuredPack(
        String id,
        String extended,
        String vocabulary,
        String rules,
        String fewRules,
        Map<String, byte[]> above) {

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

    private static final String AUTHORITIES =
            "authorities:\n  - {id: h, function: committee, name: Harbour, addressee: true}\n";

    private static final String RULES = "rules.dmn";
    private static final String WORDS = "messages_en.properties";

    /** A pack that extends none. */
    public static MeasuredPack alone(String id, String vocabulary, String rules, String fewRules) {
        return new MeasuredPack(id, "", vocabulary, rules, fewRules, Map.of());
    }

    /** The files by name, as {@link Pack#read} takes them. */
    public Map<String, byte[]> files() {
        var files = new TreeMap<String, byte[]>();
        put(files, "vocabulary.yaml", vocabulary);
        put(
                files,
                "record.yaml",
                extended.isEmpty() ? RECORD : "extends: " + extended + "\n" + RECORD);
        put(files, "authorities.yaml", AUTHORITIES);
        put(files, RULES, fewRules);
        put(files, WORDS, "# none\n");
        above.forEach((name, bytes) -> files.put("extends/" + extended + "/" + name, bytes));
        put(files, WORDS, words(files));
        put(files, RULES, rules);
        return files;
    }

    /** A text for every message that a pack with these facts needs. */
    private String words(Map<String, byte[]> files) {
        try {
            return Pack.parse(id, files).missingKeys().values().stream()
                    .flatMap(List::stream)
                    .distinct()
                    .map(key -> key + "=x\n")
                    .collect(Collectors.joining());
        } catch (PackException unsound) {
            throw new IllegalStateException(unsound);
        }
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
