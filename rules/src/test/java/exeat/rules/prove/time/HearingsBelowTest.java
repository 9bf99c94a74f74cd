package exeat.rules.prove.time;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.document.PointToWeigh;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Prover;
import exeat.rules.source.PackException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a local pack hears people and what it weighs, beside the pack above. */
class HearingsBelowTest {

    private static final Path CASES = Packs.root().resolve("rules/src/test/resources/layers/d");

    private static List<String> restrictions(Path pack) throws PackException {
        return Prover.of(Pack.parse(pack)).proof(Obligation.NO_RESTRICTION).failures().stream()
                .map(Failure::says)
                .toList();
    }

    @Test
    void less_time_to_answer_than_where_the_pack_above_is_silent_is_a_restriction()
            throws PackException {
        assertThat(restrictions(CASES.resolve("d6-hearing-days")))
                .contains(
                        "The time to answer before a decision ends sooner, in days after service."
                                + " d: 14; d6-hearing-days: 13.");
    }

    @Test
    void who_weighs_more_restricts_nobody() throws PackException {
        var local = CASES.resolve("d7-weighs-more");
        assertThat(restrictions(local)).isEmpty();
        assertThat(Pack.read(local).weigh()).extracting(PointToWeigh::id).containsExactly("family");
    }

    @Test
    void what_the_pack_above_wants_weighed_is_its_own() throws PackException {
        var files = new HashMap<>(Pack.files(CASES.resolve("d7-weighs-more")));
        files.keySet().removeIf(file -> file.startsWith("extends/"));
        var above = new HashMap<>(Pack.files(CASES));
        above.keySet().removeIf(file -> file.contains("/"));
        add(above, "record.yaml", "weigh:\n  - {id: family, paragraph: \"1\"}\n");
        add(above, "messages_en.properties", "weigh.family=Family\n");
        above.forEach((file, bytes) -> files.put("extends/d/" + file, bytes));
        var refused = catchThrowableOfType(PackException.class, () -> Pack.read("local", files));
        assertThat(refused.getMessage()).contains("is weighed already by the pack above: family");
    }

    private static void add(Map<String, byte[]> files, String file, String more) {
        files.computeIfPresent(
                file,
                (_, bytes) ->
                        (new String(bytes, UTF_8).stripTrailing() + "\n" + more).getBytes(UTF_8));
    }
}
