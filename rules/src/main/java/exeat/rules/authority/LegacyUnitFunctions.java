package exeat.rules.authority;

import exeat.rules.source.ProblemCollector;
import exeat.rules.source.YamlFields;
import exeat.rules.source.YamlNode;
import exeat.rules.source.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The five functions of version 0.1.0, when packs could not declare any, with their names. A pack
 * that is stored is read for ever, so one without functions of its own still has these.
 */
public final class LegacyUnitFunctions {

    private static final String FILE = "functions-0.1.yaml";
    private static final LegacyUnitFunctions READ = read();

    private final UnitFunctions division;
    private final Map<String, Map<String, String>> names = new HashMap<>();

    private LegacyUnitFunctions(YamlNode.Mapping root, ProblemCollector problems) {
        var file = new YamlFields(root, problems);
        var read = new UnitFunctionsReader(problems).read(file).orElseThrow();
        division = new UnitFunctions(read.roles(), read.crossing(), false);
        for (var language : file.entries("names")) {
            var words = new HashMap<String, String>();
            for (var name : ((YamlNode.Mapping) language.value()).entries()) {
                words.put(
                        UnitFunctions.key(new UnitFunction(name.key())),
                        ((YamlNode.Scalar) name.value()).text());
            }
            names.put(language.key(), Map.copyOf(words));
        }
    }

    private static LegacyUnitFunctions read() {
        try (var file = LegacyUnitFunctions.class.getResourceAsStream(FILE)) {
            var problems = new ProblemCollector();
            var root = YamlReader.read(Objects.requireNonNull(file).readAllBytes(), problems);
            var read = new LegacyUnitFunctions(root.orElseThrow(), problems);
            if (!problems.isEmpty()) {
                throw new IllegalStateException(FILE + " is wrong: " + problems.found());
            }
            return read;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static UnitFunctions division() {
        return READ.division;
    }

    /** The names in a language, by their keys. */
    public static Map<String, String> names(String language) {
        return Optional.ofNullable(READ.names.get(language)).orElse(Map.of());
    }
}
