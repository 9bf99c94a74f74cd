package exeat.rules.source;

import java.util.List;

/** A piece of a YAML file, with the line it begins on. */
public sealed interface YamlNode {

    int line();

    /** A text; YAML's own guesses at types are not made. */
    record Scalar(int line, String text) implements YamlNode {}

    record Sequence(int line, List<YamlNode> items) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    record Mapping(int line, List<Entry> entries) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    record Entry(int line, String key, YamlNode value) {}
}
