package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What {@code exeat prove} prints, and how it ends. */
class ProveTest {

    private static final String HOLES = "rules/src/test/resources/holes/";
    private static final String PARENT = folder("eu-2003-86");

    @Test
    void the_directive_of_1963_is_proved() throws IOException {
        Ran.exeat("prove", folder("prc-1963")).isAsIn("prove-prc-1963.txt");
    }

    @Test
    void a_national_rule_that_restricts_is_shown_with_a_person() throws IOException {
        var ran = Ran.exeat("prove", folder("eu-2003-86/national/chakroun-income"));
        ran.isAsIn("prove-chakroun-income.txt");
        assertThat(ran.status()).isEqualTo(1);
    }

    @Test
    void directives_in_force_above_bind_whatever_the_pack_extends() {
        var top = Ran.root().resolve("rules/src/test/resources/layers/top");
        var province = top.resolve("generous/province").toString();
        var alone = Ran.exeat("prove", province);
        assertThat(alone.status()).isZero();
        assertThat(alone.out()).contains("No directives in force above were given");
        var under = Ran.exeat("prove", province, "--under", top.resolve("generous").toString());
        assertThat(under.status()).isEqualTo(1);
        assertThat(under.out())
                .containsPattern("Above it: top, version 1, SHA-256 .*: holds")
                .containsPattern("Above it: generous, .*: FAILS \\(in force above\\)");
    }

    @Test
    void the_parent_may_be_named() {
        var pack = folder("eu-2003-86/national/k-and-a-full-exemption");
        var named = Ran.exeat("prove", pack, "--against", PARENT);
        assertThat(named.status()).isZero();
        assertThat(named.out()).isEqualTo(Ran.exeat("prove", pack).out());
        var other = Ran.exeat("prove", pack, "--against", folder("prc-1963"));
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.out()).contains("does not have the fact");
    }

    @Test
    void the_report_as_json_has_its_fields_in_this_order() throws IOException {
        var ran = Ran.exeat("prove", folder("eu-2003-86/national/k-and-a-fees"), "--json");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(fields(ran.out()))
                .containsExactly(
                        "directive",
                        "against",
                        "layers",
                        "layersGiven",
                        "proved",
                        "conditions",
                        "summary",
                        "unprovable",
                        "obligations",
                        "assumptions",
                        "restsOn",
                        "limit",
                        "splits");
        assertThat(ran.out()).contains("\"verdict\" : \"failed\"", "\"people\" : [ {");
    }

    private static List<String> fields(String json) throws IOException {
        var fields = new ArrayList<String>();
        try (var parser = new JsonFactory().createParser(json)) {
            int depth = 0;
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 1 && token == JsonToken.FIELD_NAME) {
                    fields.add(parser.currentName());
                }
            }
        }
        return fields;
    }

    @Test
    void a_limit_that_is_too_low_is_no_proof() {
        var ran = Ran.exeat("prove", PARENT, "--splits", "1");
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("NOT DECIDED within the limit", "Not proved");
    }

    @Test
    void a_proof_on_conditions_is_status_3_and_gives_them_first() {
        var ran = Ran.exeat("prove", Ran.root().resolve(HOLES + "d/d7-laundered").toString());
        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out().lines().limit(3))
                .containsExactly(
                        "Proved, if the following holds; the rules do not check it.",
                        "  if: Anyone who has purpose settle has language passed true: Everybody"
                                + " passes.",
                        "  if: Everyone answers what only d7-laundered asks about language"
                                + " passed: until then it refers them, even where the links leave only"
                                + " one answer.");
        assertThat(ran.out()).contains("Proved, if the conditions above hold, with");
    }

    @Test
    void misuse_is_status_2() {
        assertThat(Ran.exeat("prove", "no-such-pack").status()).isEqualTo(2);
        assertThat(Ran.exeat("prove", PARENT, "--splits", "0").status()).isEqualTo(2);
    }

    private static String folder(String pack) {
        return Ran.root().resolve("directives").resolve(pack).toString();
    }
}
