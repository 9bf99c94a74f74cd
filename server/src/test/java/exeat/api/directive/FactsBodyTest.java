package exeat.api.directive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import exeat.http.Problem.FieldError;
import exeat.rules.Directive;
import exeat.rules.Pack;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an answer repeats of names that are no facts. */
class FactsBodyTest {

    private static List<FieldError> errors(Map<String, JsonNode> given) throws Exception {
        var root = Path.of(System.getProperty("exeat.root", ".."));
        Directive directive = Pack.read(root.resolve("directives").resolve("prc-1963"));
        var errors = new ArrayList<FieldError>();
        FactsBody.read(directive, given, "facts.", errors);
        return errors;
    }

    @Test
    void of_twenty_thousand_names_five_are_named_and_the_rest_counted() throws Exception {
        var given = new LinkedHashMap<String, JsonNode>();
        for (int n = 0; n < 20_000; n++) {
            given.put("nothing " + n, BooleanNode.TRUE);
        }
        var errors = errors(given);
        assertThat(errors).hasSize(6);
        assertThat(errors.getFirst().field()).isEqualTo("facts.nothing 0");
        assertThat(errors.getLast().field()).isEqualTo("facts");
        assertThat(errors.getLast().message()).contains("19995");
    }

    @Test
    void a_long_name_is_cut_between_letters() throws Exception {
        var errors = errors(Map.of("𝒳".repeat(5000), BooleanNode.TRUE));
        assertThat(errors).hasSize(1);
        assertThat(errors.getFirst().field()).isEqualTo("facts." + "𝒳".repeat(60) + "…");
    }
}
