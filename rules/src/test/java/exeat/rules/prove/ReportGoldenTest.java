package exeat.rules.prove;

import exeat.rules.Golden;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole report of every worked case: each sentence, each region and each person shown. Whether
 * the verdicts are right is for the tests beside this one; it shows what a change does to all.
 */
class ReportGoldenTest {

    private static final Path RESOURCES = Packs.root().resolve("rules/src/test/resources");

    /** Those whose proofs take longest have tests of their own. */
    private static final List<String> LONG = List.of("holes/proxies-16", "holes/top/mixed5");

    static Stream<String> packs() throws IOException {
        try (var files = Files.walk(RESOURCES)) {
            var all =
                    files.filter(file -> file.endsWith("record.yaml"))
                            .map(file -> Objects.requireNonNull(file.getParent()))
                            .map(folder -> RESOURCES.relativize(folder).toString())
                            .filter(name -> name.matches("(holes|layers|units|divided)/.*"))
                            .filter(name -> !LONG.contains(name))
                            .sorted()
                            .toList();
            return all.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("packs")
    void a_report_is_the_expected_one(String pack) throws PackException, IOException {
        var report = Prover.of(Pack.parse(RESOURCES.resolve(pack)));
        var expected = RESOURCES.resolve("proofs").resolve(pack.replace('/', '.') + ".txt");
        Golden.check(expected, ReportText.of(report));
    }
}
