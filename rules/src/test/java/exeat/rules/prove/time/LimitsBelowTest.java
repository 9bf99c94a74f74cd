package exeat.rules.prove.time;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Prover;
import exeat.rules.source.PackException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single limits of a local pack beside those of the pack above: which of them take something. */
class LimitsBelowTest {

    private static final Path CASES = Packs.root().resolve("rules/src/test/resources/layers");
    private static final String AUTHORITIES = "authorities.yaml";

    @ParameterizedTest
    @CsvSource({
        "warn at percent: 50, warn at percent: 50, ''",
        "warn at percent: 50, warn at percent: 49, ''",
        "warn at percent: 50, warn at percent: 51, Units are warned",
        "new secret days: 7, new secret days: 7, ''",
        "new secret days: 7, new secret days: 8, A new secret",
        "new secret days: 7, new secret days: 6, A new secret",
        "appeal days: 30, appeal days: 30, ''",
        "appeal days: 30, appeal days: 31, ''",
        "appeal days: 30, appeal days: 29, The time to appeal",
        "appeal days: 30, answer days: 14, ''",
        "answer days: 14, appeal days: 365, The time to appeal",
        "hearing days: 30, hearing days: 30, ''",
        "hearing days: 30, hearing days: 31, ''",
        "hearing days: 30, hearing days: 29, The time to answer",
        "hearing days: 30, answer days: 14, The time to answer",
        "answer days: 14, hearing days: 13, The time to answer",
        "service: [counter], service: [counter], ''",
        "service: [counter], answer days: 14, A decision may be served",
        "answer days: 14, service: [account], A way in which a decision is served is missing",
        "answer days: 5, answer days: 5, ''",
        "answer days: 5, answer days: 4, ''",
        "answer days: 5, answer days: 6, The clock stops",
    })
    void a_limit_below_takes_something_or_not(String above, String local, String says)
            throws PackException {
        var restrictions = restrictions(above, local);
        if (says.isEmpty()) {
            assertThat(restrictions).isEmpty();
        } else {
            assertThat(restrictions).hasSize(1).allMatch(one -> one.contains(says));
        }
    }

    private static List<String> restrictions(String above, String local) throws PackException {
        var files = new HashMap<>(Pack.files(CASES.resolve("d/d4-answer-days")));
        files.keySet().removeIf(file -> file.startsWith("extends/"));
        limits(files, "limits:\n  answer days: 365\n", local);
        var parent = new HashMap<>(Pack.files(CASES.resolve("d")));
        parent.keySet().removeIf(file -> file.contains("/"));
        limits(parent, "", above);
        parent.forEach((file, bytes) -> files.put("extends/d/" + file, bytes));
        return Prover.of(Pack.parse("local", files))
                .proof(Obligation.NO_RESTRICTION)
                .failures()
                .stream()
                .map(Failure::says)
                .toList();
    }

    private static void limits(Map<String, byte[]> files, String before, String limits) {
        files.computeIfPresent(
                AUTHORITIES,
                (_, bytes) -> {
                    var text = new String(bytes, UTF_8).replace(before, "").stripTrailing();
                    return (text + "\nlimits: {" + limits + "}\n").getBytes(UTF_8);
                });
    }
}
