package exeat.rules.prove;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Pack;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.holes.HolesTest;
import exeat.rules.source.PackException;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Grounds on which approvals can be set aside under a pack and under the one above it. */
class RegressionTest {

    private static final String FRAUD = "<rule id=\"fraud\"><inputEntry><text>";

    /** What is said of a pack where fraud counts for these purposes, above and below. */
    private static List<String> failures(String above, String below) throws PackException {
        var files = new TreeMap<>(Pack.files(HolesTest.folder("asked/asked-fee")));
        for (var rules : List.of("rules.dmn", "extends/asked/rules.dmn")) {
            var dmn = new String(files.getOrDefault(rules, new byte[0]), UTF_8);
            assertThat(dmn).contains(FRAUD + "-<");
            var purposes = rules.contains("/") ? above : below;
            files.put(rules, dmn.replace(FRAUD + "-<", FRAUD + purposes + "<").getBytes(UTF_8));
        }
        return Prover.of(Pack.parse("asked-fee", files))
                .proof(Obligation.NO_RESTRICTION)
                .failures()
                .stream()
                .map(Failure::says)
                .toList();
    }

    @Test
    void who_stands_against_a_ground_above_stands_against_it_below() throws PackException {
        assertThat(failures("\"trip\"", "-"))
                .containsExactly(
                        "asked does not let it be set aside for that; asked-fee lets it be set"
                                + " aside for fraud.");
    }

    @Test
    void a_ground_that_counts_against_the_same_people_is_no_restriction() throws PackException {
        // The fee of this pack restricts in another way, which is looked for last.
        var fee = "asked approves without an answer on q; asked-fee refers until there is one.";
        assertThat(failures("\"trip\"", "\"trip\"")).containsExactly(fee);
        assertThat(failures("-", "\"trip\"")).containsExactly(fee);
    }
}
