package exeat.tool;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonFactory;
import exeat.json.FactJson;
import exeat.rules.Pack;
import exeat.rules.SampleAnswers;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What everybody answers under the directive of 1963 of whom a test's input tells no more: without
 * it, a question that is new would leave all of them unanswered.
 */
final class Everybody {

    private static final Map<String, String> ANSWERS = answers().beside(Map.of());

    /** Stands in an input where these answers come. */
    private static final String HERE = "@everybody@";

    private Everybody() {}

    private static SampleAnswers answers() {
        var folder = Ran.root().resolve("directives/prc-1963");
        try {
            return SampleAnswers.read(folder, Pack.read(folder));
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Lines of JSON, with these answers at the beginning of the facts of each that wants them. */
    static String inJson(String lines) {
        var members =
                answers().facts(ANSWERS).values().entrySet().stream()
                        .map(fact -> member(fact.getKey(), fact.getValue()) + ",")
                        .collect(joining());
        return lines.replace(HERE, members);
    }

    private static String member(FactName name, Value value) {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeFieldName(name.text());
            FactJson.value(json, value);
            json.writeEndObject();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return text.getBuffer().substring(1, text.getBuffer().length() - 1);
    }

    /** A CSV file with a column more for each of these answers, in rows that have every column. */
    static String inCsv(String file) {
        var lines = file.lines().toList();
        long columns = commas(lines.getFirst());
        return Stream.concat(
                        Stream.of(lines.getFirst() + more(ANSWERS.keySet().stream())),
                        lines.stream()
                                .skip(1)
                                .map(row ->
                                        commas(row) == columns
                                                ? row + more(ANSWERS.values().stream())
                                                : row))
                .collect(joining("\n", "", "\n"));
    }

    private static long commas(String row) {
        return row.chars().filter(one -> one == ',').count();
    }

    private static String more(Stream<String> fields) {
        return fields.map(field -> "," + field).collect(joining());
    }

    /** How many they are. */
    static int count() {
        return ANSWERS.size();
    }

    /** Arguments, with these answers behind them. */
    static String[] given(String... arguments) {
        return Stream.concat(
                        Stream.of(arguments),
                        ANSWERS.entrySet().stream()
                                .map(one -> "--given=" + one.getKey() + "=" + one.getValue()))
                .toArray(String[]::new);
    }
}
