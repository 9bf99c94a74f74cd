package exeat.rules.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document of plain mappings, sequences and texts.
 *
 * <p>Anchors, aliases and tags have no use in a pack and are how small files become large ones, so
 * they are refused; so are duplicate keys, since only one of the two would count.
 */
public final class YamlReader {

    private static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final int MAX_DEPTH = 16;
    private static final String HIDDEN =
            "a text has a control character, or one that changes the direction of writing";

    private static final String ESCAPE =
            "here or below, in double quotes: after \\x there must be 2 hexadecimal digits, after \\u 4,"
                    + " after \\U 8";

    private final Iterator<Event> events;

    /** The line on which the part that was read last begins. */
    private int line = 1;

    private YamlReader(Iterator<Event> events) {
        this.events = events;
    }

    /** The document's mapping; empty, with problems reported, when it is none or cannot be read. */
    public static Optional<YamlNode.Mapping> read(byte[] bytes, ProblemCollector problems) {
        var text = SourceText.decode(bytes, MAX_BYTES, problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        // Read in one piece: the parser fails if a piece ends between the two halves of a
        // character.
        var settings =
                LoadSettings.builder()
                        .setCodePointLimit(MAX_BYTES)
                        .setBufferSize(text.get().length() + 1)
                        .build();
        var reader = new YamlReader(new Parse(settings).parseString(text.get()).iterator());
        try {
            return reader.document(problems);
        } catch (Unreadable unreadable) {
            problems.add(
                    unreadable.line, unreadable.field, String.valueOf(unreadable.getMessage()));
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            problems.add(line, "yaml", broken.getProblem());
        } catch (YamlEngineException broken) {
            problems.add(0, "yaml", "cannot be read");
        } catch (NumberFormatException broken) {
            // The parser's own fault, where the digits of an escape such as \\u are cut short.
            problems.add(reader.line, "yaml", ESCAPE);
        }
        return Optional.empty();
    }

    private Optional<YamlNode.Mapping> document(ProblemCollector problems) throws Unreadable {
        next();
        var start = next();
        if (start.getEventId() == Event.ID.StreamEnd) {
            problems.add(1, "yaml", "the file is empty");
            return Optional.empty();
        }
        var root = node(next(), 0);
        next();
        var end = next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            throw new Unreadable(lineOf(end), "yaml", "a second document begins");
        }
        if (root instanceof YamlNode.Mapping mapping) {
            return Optional.of(mapping);
        }
        problems.add(root.line(), "yaml", "the file must be a list of keys and values");
        return Optional.empty();
    }

    private YamlNode node(Event event, int depth) throws Unreadable {
        int line = lineOf(event);
        if (depth > MAX_DEPTH) {
            throw new Unreadable(line, "yaml", "nested deeper than " + MAX_DEPTH);
        }
        if (event.getEventId() == Event.ID.Alias) {
            throw new Unreadable(line, "yaml", "aliases are not allowed");
        }
        if (event instanceof NodeEvent marked && marked.getAnchor().isPresent()) {
            throw new Unreadable(line, "yaml", "anchors are not allowed");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(scalar.getTag(), line);
            boolean lines =
                    scalar.getScalarStyle() == ScalarStyle.LITERAL
                            || scalar.getScalarStyle() == ScalarStyle.FOLDED;
            var text = scalar.getValue().strip();
            if (SourceText.hides(text) || (!lines && text.indexOf('\n') >= 0)) {
                throw new Unreadable(line, "yaml", HIDDEN);
            }
            return new YamlNode.Scalar(line, text);
        }
        if (event instanceof SequenceStartEvent sequence) {
            refuseTag(sequence.getTag(), line);
            return sequence(line, depth);
        }
        if (event instanceof MappingStartEvent mapping) {
            refuseTag(mapping.getTag(), line);
            return mapping(line, depth);
        }
        throw new Unreadable(line, "yaml", "a value is missing");
    }

    private YamlNode sequence(int line, int depth) throws Unreadable {
        var items = new ArrayList<YamlNode>();
        for (var event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(node(event, depth + 1));
        }
        return new YamlNode.Sequence(line, items);
    }

    private YamlNode mapping(int line, int depth) throws Unreadable {
        List<YamlNode.Entry> entries = new ArrayList<>();
        var seen = new HashSet<String>();
        for (var event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            if (!(node(event, depth + 1) instanceof YamlNode.Scalar key)) {
                throw new Unreadable(lineOf(event), "yaml", "a key must be a text");
            }
            if (!seen.add(key.text())) {
                throw new Unreadable(key.line(), key.text(), "is there twice");
            }
            entries.add(new YamlNode.Entry(key.line(), key.text(), node(next(), depth + 1)));
        }
        return new YamlNode.Mapping(line, entries);
    }

    private static void refuseTag(Optional<String> tag, int line) throws Unreadable {
        if (tag.isPresent()) {
            throw new Unreadable(line, "yaml", "tags are not allowed");
        }
    }

    private Event next() {
        var event = events.next();
        line = lineOf(event);
        return event;
    }

    private static int lineOf(Event event) {
        return event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }

    /** Stops the reading of a file whose structure cannot be trusted any further. */
    private static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        private final int line;
        private final String field;

        Unreadable(int line, String field, String message) {
            super(message);
            this.line = line;
            this.field = field;
        }
    }
}
