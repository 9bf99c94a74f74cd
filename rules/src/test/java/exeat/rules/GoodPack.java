package exeat.rules;

import exeat.rules.source.PackException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The files of a small valid pack, in which a test replaces the part under test. */
public final class GoodPack {

    private GoodPack() {}

    /**
     * The files, worded.
     *
     * @param replaced texts of the rules or the vocabulary and their replacements, alternately
     */
    public static Map<String, byte[]> files(String... replaced) throws PackException {
        var files =
                new TreeMap<>(
                        Pack.files(Packs.root().resolve("rules/src/test/resources/packs/good")));
        for (int at = 0; at < replaced.length; at += 2) {
            boolean found = false;
            for (var name : new String[] {"rules.dmn", "vocabulary.yaml"}) {
                var text =
                        new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
                found |= text.contains(replaced[at]);
                files.put(
                        name,
                        text.replace(replaced[at], replaced[at + 1])
                                .getBytes(StandardCharsets.UTF_8));
            }
            if (!found) {
                throw new IllegalArgumentException("the pack has no " + replaced[at]);
            }
        }
        return RandomPack.worded("boats", files);
    }
}
