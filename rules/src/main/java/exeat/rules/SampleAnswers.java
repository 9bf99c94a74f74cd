package exeat.rules;

import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.Vocabulary;
import exeat.rules.source.PackException;
import exeat.rules.source.PackProblems;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.YamlFields;
import exeat.rules.source.YamlNode;
import exeat.rules.source.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What made-up people answer, in tests and in the demonstration: the file {@code
 * cases/answers.yaml} in the folder of a pack. A new fact needs a line there, and none in the code
 * that makes these people up.
 *
 * <p>The facts under {@code uncovered} are those that the stories of made-up people are about; the
 * answers there are those of somebody whom no rule covers. The facts under {@code everybody} are
 * answered so by everybody whose story does not mention them.
 */
public final class SampleAnswers {

    private static final String FILE = "cases/answers.yaml";

    private final Vocabulary vocabulary;
    private final Map<String, String> everybody = new LinkedHashMap<>();
    private final Map<String, String> uncovered = new LinkedHashMap<>();

    private SampleAnswers(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The answers beside a pack; none if its folder has no such file.
     *
     * @param folder the folder from which the directive was read
     * @throws PackException if the file cannot be read, answers something that nobody is asked, or
     *     leaves out a fact that people are asked
     */
    public static SampleAnswers read(Path folder, Directive directive) throws PackException {
        var answers = new SampleAnswers(directive.vocabulary());
        var file = folder.resolve(FILE);
        if (Files.exists(file)) {
            var problems = new PackProblems();
            answers.read(file, problems.in(FILE));
            if (!problems.isEmpty()) {
                throw problems.exception();
            }
        }
        return answers;
    }

    /** The facts of a story, and what everybody answers of those that it does not mention. */
    public Facts beside(Facts story) {
        return facts(everybody).withAll(story);
    }

    /** Like {@link #beside(Facts)}, by name and as people type them. */
    public Map<String, String> beside(Map<String, String> story) {
        var all = new LinkedHashMap<>(everybody);
        all.putAll(story);
        return Collections.unmodifiableMap(all);
    }

    /** The answers of somebody whom no rule covers, by name and as people type them. */
    public Map<String, String> uncovered() {
        return Collections.unmodifiableMap(uncovered);
    }

    /** What is typed, as facts. */
    public Facts facts(Map<String, String> typed) {
        var facts = new TreeMap<FactName, Value>();
        typed.forEach((name, text) ->
                facts.put(
                        new FactName(name),
                        asked(name).flatMap(fact -> fact.parse(text)).orElseThrow()));
        return new Facts(facts);
    }

    private Optional<FactDefinition> asked(String name) {
        return vocabulary.facts().stream()
                .filter(fact -> fact.source() == FactDefinition.Source.DECLARED)
                .filter(fact -> fact.name().text().equals(name))
                .findFirst();
    }

    private void read(Path file, ProblemCollector problems) {
        try {
            YamlReader.read(Files.readAllBytes(file), problems)
                    .ifPresent(document -> read(document, problems));
        } catch (IOException unreadable) {
            problems.add(0, "file", "cannot be read");
        }
    }

    private void read(YamlNode.Mapping document, ProblemCollector problems) {
        var fields = new YamlFields(document, problems);
        read(fields, "everybody", everybody, problems);
        read(fields, "uncovered", uncovered, problems);
        fields.end();
        for (var fact : vocabulary.facts()) {
            var name = fact.name().text();
            int answers =
                    (everybody.containsKey(name) ? 1 : 0) + (uncovered.containsKey(name) ? 1 : 0);
            if (asked(name).isPresent() && answers != 1) {
                problems.add(0, name, answers == 0 ? "has no answer" : "is answered twice");
            }
        }
    }

    private void read(
            YamlFields fields, String key, Map<String, String> into, ProblemCollector problems) {
        if (!fields.has(key)) {
            return;
        }
        for (var entry : fields.entries(key)) {
            var fact = asked(entry.key());
            var text = entry.value() instanceof YamlNode.Scalar scalar ? scalar.text() : "";
            if (fact.isEmpty()) {
                problems.add(entry.line(), entry.key(), "is not a fact that people are asked");
            } else if (fact.get().parse(text).isEmpty()) {
                problems.add(entry.line(), entry.key(), "cannot have this value");
            } else {
                into.put(entry.key(), text);
            }
        }
    }
}
