package exeat.rules.source;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys of one mapping, read strictly: what is missing, of the wrong shape, or never asked for
 * is a problem.
 */
public final class YamlFields {

    private final YamlNode.Mapping mapping;
    private final ProblemCollector problems;
    private final Set<String> asked = new HashSet<>();

    public YamlFields(YamlNode.Mapping mapping, ProblemCollector problems) {
        this.mapping = mapping;
        this.problems = problems;
    }

    /** The fields of a node; empty, with a problem reported, when it is no mapping. */
    public static Optional<YamlFields> of(YamlNode node, String what, ProblemCollector problems) {
        if (node instanceof YamlNode.Mapping mapping) {
            return Optional.of(new YamlFields(mapping, problems));
        }
        problems.add(node.line(), what, "must be a list of keys and values");
        return Optional.empty();
    }

    public boolean has(String key) {
        return entry(key).isPresent();
    }

    /** Whether keys and values stand below this key. */
    public boolean holdsKeys(String key) {
        return entry(key).filter(entry -> entry.value() instanceof YamlNode.Mapping).isPresent();
    }

    /** The line of a key, or of the whole mapping where the key is missing. */
    public int line(String key) {
        return entry(key).map(YamlNode.Entry::line).orElse(mapping.line());
    }

    public int line() {
        return mapping.line();
    }

    public void problem(String key, String message) {
        problems.add(line(key), key, message);
    }

    /** A text that must be there; empty after a problem was reported. */
    public String text(String key) {
        var text = optionalText(key);
        if (text.isEmpty() && !has(key)) {
            problem(key, "is missing");
        }
        return text.orElse("");
    }

    /** A text that need not be there; if it is, it must not be blank. */
    public Optional<String> optionalText(String key) {
        return ask(key).flatMap(entry -> scalar(entry.value(), key));
    }

    /** {@code true} or {@code false}; false when the key is not there. */
    public boolean flag(String key) {
        var text = optionalText(key).orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            problem(key, "must be true or false, not " + text);
        }
        return text.equals("true");
    }

    /** A list of texts; empty when the key is not there. */
    public List<String> texts(String key) {
        return ask(key).map(entry ->
                        sequence(entry).stream().flatMap(item -> scalar(item, key).stream()))
                .map(Stream::toList)
                .orElse(List.of());
    }

    /** A list that must be there and must not be empty. */
    public List<YamlNode> items(String key) {
        var items = ask(key).map(this::sequence).orElse(List.of());
        if (items.isEmpty()) {
            problem(key, "needs at least one item");
        }
        return items;
    }

    /** The keys and values below a key, which must be there with at least one. */
    public List<YamlNode.Entry> entries(String key) {
        var entry = ask(key);
        if (entry.isPresent() && entry.get().value() instanceof YamlNode.Mapping below) {
            return below.entries();
        }
        problem(key, entry.isPresent() ? "must be a list of keys and values" : "is missing");
        return List.of();
    }

    /** The fields below a key; empty, with a problem reported, when it holds no keys. */
    public Optional<YamlFields> below(String key, ProblemCollector reported) {
        return ask(key).flatMap(entry -> of(entry.value(), key, reported));
    }

    /** Reports every key that nobody asked for. */
    public void end() {
        for (var entry : mapping.entries()) {
            if (!asked.contains(entry.key())) {
                problems.add(entry.line(), entry.key(), "is not a known key here");
            }
        }
    }

    private Optional<YamlNode.Entry> ask(String key) {
        asked.add(key);
        return entry(key);
    }

    private Optional<YamlNode.Entry> entry(String key) {
        return mapping.entries().stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    private List<YamlNode> sequence(YamlNode.Entry entry) {
        if (entry.value() instanceof YamlNode.Sequence sequence) {
            return sequence.items();
        }
        problems.add(entry.line(), entry.key(), "must be a list");
        return List.of();
    }

    private Optional<String> scalar(YamlNode node, String key) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.text().isEmpty()) {
            return Optional.of(scalar.text());
        }
        problems.add(node.line(), key, "must be a text");
        return Optional.empty();
    }
}
