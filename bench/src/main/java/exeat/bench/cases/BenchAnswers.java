package exeat.bench.cases;

import com.fasterxml.jackson.core.JsonFactory;
import exeat.json.FactJson;
import exeat.rules.Pack;
import exeat.rules.SampleAnswers;
import exeat.rules.fact.Facts;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;

/** What the made-up people of the bench answer under the directive of 1963. */
final class BenchAnswers {

    private static final SampleAnswers ANSWERS = read();

    private BenchAnswers() {}

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

    /** The answers as a JSON object. */
    static String json() {
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            for (var fact : facts().values().entrySet()) {
                json.writeFieldName(fact.getKey().text());
                FactJson.value(json, fact.getValue());
            }
            json.writeEndObject();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return text.toString();
    }
}
