package exeat.api.directive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import exeat.json.FindingJson;
import exeat.json.ProofJson;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.prove.Prover;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WrittenFormTest {

    private static final Path ROOT = Path.of(System.getProperty("exeat.root", ".."));

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private static Path pack(String id) {
        return ROOT.resolve("directives").resolve(id);
    }

    private static String written(WrittenForm.Form form) throws IOException {
        var text = new StringWriter();
        try (var json = MAPPER.createGenerator(text)) {
            form.write(json);
        }
        return text.toString();
    }

    /** What the command line writes as null, the interface leaves out. */
    private static String withoutNulls(String json) throws IOException {
        var tree = (ObjectNode) MAPPER.readTree(json);
        tree.remove(tree.path("why").isNull() ? List.of("why") : List.of());
        var burden = (ObjectNode) tree.path("burden");
        burden.remove(burden.path("quota").isNull() ? List.of("quota") : List.of());
        return MAPPER.writeValueAsString(tree);
    }

    private static Map<String, JsonNode> members(JsonNode object) {
        var members = new LinkedHashMap<String, JsonNode>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    @Test
    void a_finding_in_the_api_equals_the_command_lines_except_for_nulls()
            throws IOException, PackException {
        Directive directive = Pack.read(pack("prc-1963"));
        var golden = ROOT.resolve("tool/src/test/resources/exeat/tool/decide-jsonl.txt");
        var printed =
                Files.readAllLines(golden).stream().filter(line -> line.startsWith("{")).toList();
        assertThat(printed).hasSizeGreaterThan(5);
        for (var line : printed) {
            var tree = (ObjectNode) MAPPER.readTree(line);
            tree.remove("id");
            var facts = FactsBody.readAll(directive, members(tree.path("facts")), "");
            var finding = directive.decide(facts);
            ((ObjectNode) tree.path("directive"))
                    .put("version", finding.directive().version())
                    .put("hash", finding.directive().hash());
            var plain = withoutNulls(MAPPER.writeValueAsString(tree));
            assertThat(MAPPER.writeValueAsString(FindingBody.of(finding))).isEqualTo(plain);
            assertThat(withoutNulls(written(json -> FindingJson.write(json, finding))))
                    .isEqualTo(plain);
        }
    }

    @Test
    void a_proof_is_byte_for_byte_what_the_command_line_prints() throws IOException, PackException {
        for (var id : List.of("prc-1963", "eu-2003-86")) {
            var report = Prover.of(Pack.parse(pack(id)));
            assertThat(MAPPER.writeValueAsString(ProofBody.of(report)))
                    .isEqualTo(written(json -> ProofJson.write(json, report)));
        }
    }
}
