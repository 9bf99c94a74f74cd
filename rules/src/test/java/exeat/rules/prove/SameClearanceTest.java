package exeat.rules.prove;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.GoodPack;
import exeat.rules.Pack;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.reference.Judge;
import exeat.rules.source.PackException;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Rules that ask one person for the same clearance. */
class SameClearanceTest {

    private static final String LOOK = "<rule id=\"look\">";
    private static final String TABLE =
            "name=\"Clearances\">\n    <decisionTable hitPolicy=\"COLLECT\">";
    private static final String ROW =
            """
            <rule id="%s">
              <inputEntry><text>%s</text></inputEntry>
              <outputEntry><text>"look"</text></outputEntry>
              <outputEntry><text>"customs"</text></outputEntry>
              <outputEntry><text>%s</text></outputEntry>
              <annotationEntry><text>%s</text></annotationEntry>
            </rule>
            """;

    private static Map<String, byte[]> beside(String... rows) throws PackException {
        return GoodPack.files(LOOK, String.join("", rows) + LOOK);
    }

    @Test
    void a_clearance_that_several_rules_ask_alike_is_asked_once() throws PackException {
        var files =
                beside(
                        ROW.formatted("again", "-", 2, "assumed"),
                        ROW.formatted("trips", "\"trip\"", 2, "assumed"));
        var pack = Pack.read("boats", files);
        var judge = Judge.of(pack);
        var random = new Random(1);
        for (int n = 0; n < 50; n++) {
            var person = judge.person(random, n % 3, 0);
            var finding = pack.decide(person);
            assertThat(finding.burden().clearances())
                    .extracting(ClearanceDemand::name)
                    .doesNotHaveDuplicates();
            assertThat(Judge.plain(Judge.finding(finding)))
                    .isEqualTo(Judge.plain(judge.finding(person)));
        }
        assertThat(pack.decide(judge.person(random, 0, 0)).burden().clearances()).hasSize(1);
        var proof = Prover.of(pack).proof(Obligation.AGREES);
        assertThat(proof.verdict()).as("%s", proof.failures()).isEqualTo(Verdict.PROVED);
    }

    @Test
    void one_asked_with_two_limits_or_on_two_grounds_disagrees() throws PackException {
        for (var row :
                new String[] {
                    ROW.formatted("again", "\"trip\"", 3, "assumed"),
                    ROW.formatted("again", "\"trip\"", 2, "text")
                }) {
            for (var policy : new String[] {"COLLECT", "RULE ORDER"}) {
                var files =
                        GoodPack.files(TABLE, TABLE.replace("COLLECT", policy), LOOK, row + LOOK);
                var proof = Prover.of(Pack.parse("boats", files)).proof(Obligation.AGREES);
                assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
                assertThat(proof.failures().getFirst().says())
                        .contains("again and look ask for one clearance in two ways");
            }
        }
    }
}
