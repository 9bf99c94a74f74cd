package exeat.bench.rules.subject;

import exeat.bench.rules.subject.PossibleFindings.Substance;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.finding.Finding;
import exeat.rules.source.PackException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A pack, people to decide, and the expected findings.
 *
 * @param title as the report names it
 * @param files the pack's files, by name
 * @param rows the rules for routes, as other engines get them; empty if others are not measured
 * @param decisive the facts that rules read
 * @param people their facts as a JSON reader returns them: strings, booleans and numbers, with a
 *     day as a string; their number is a power of two
 * @param expected the reference's finding of each
 * @param possible the reference's possible findings if decisive facts are missing
 */
public record BenchSubject(
        String title,
        Map<String, byte[]> files,
        Directive directive,
        List<BenchRule> rows,
        List<String> decisive,
        List<Map<String, Object>> people,
        List<Finding> expected,
        Function<Map<String, Object>, Set<Substance>> possible) {

    public BenchSubject {
        files = Map.copyOf(files);
        rows = List.copyOf(rows);
        decisive = List.copyOf(decisive);
        people = List.copyOf(people);
        expected = List.copyOf(expected);
        if (Integer.bitCount(people.size()) != 1 || people.size() != expected.size()) {
            throw new IllegalArgumentException(
                    people.size() + " people and " + expected.size() + " findings");
        }
    }

    /** Reads the pack once more. */
    public Directive read() {
        return read(directive.ref().id(), files);
    }

    static Directive read(String id, Map<String, byte[]> files) {
        try {
            return Pack.read(id, files);
        } catch (PackException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
