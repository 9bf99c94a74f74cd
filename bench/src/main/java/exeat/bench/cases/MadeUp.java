package exeat.bench.cases;

import exeat.rules.Pack;
import exeat.rules.SampleAnswers;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.source.PackException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the made-up people of the bench answer under the directive of 1963. */
final class MadeUp {

    private static final SampleAnswers ANSWERS = read();

    private MadeUp() {}

    private static SampleAnswers read() {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        var pack = Path.of(root, "directives", "prc-1963");
        try {
            return SampleAnswers.read(pack, Pack.read(pack));
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static Facts facts() {
        return ANSWERS.beside(Facts.NONE);
    }

    /** The same as a JSON object. */
    static String json() {
        return facts().values().entrySet().stream()
                .map(fact -> "\"" + fact.getKey().text() + "\": " + json(fact.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String json(Value value) {
        return switch (value) {
            case Value.Truth(var truth) -> Boolean.toString(truth);
            case Value.Quantity(var number) -> number.toPlainString();
            case Value.Text(var text) -> "\"" + text + "\"";
            case Value.Day(var day) -> "\"" + day + "\"";
            case Value.Absent _ -> "null";
            case Value.Withheld _ -> "\"withheld\"";
        };
    }
}
