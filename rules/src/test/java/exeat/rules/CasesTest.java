package exeat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The worked cases beside each pack: facts in, finding out. */
class CasesTest {

    @TestFactory
    Stream<DynamicTest> the_worked_cases_of_1963_give_their_findings() throws IOException {
        var directive = Packs.prc1963();
        return files(".facts").stream()
                .map(file -> DynamicTest.dynamicTest(name(file), () -> check(directive, file)));
    }

    @Test
    void no_finding_is_left_without_its_case() throws IOException {
        assertThat(files(".finding").stream().map(CasesTest::name).toList())
                .hasSizeGreaterThanOrEqualTo(12)
                .isSubsetOf(files(".facts").stream().map(CasesTest::name).toList());
    }

    private static void check(Directive directive, Path file) throws IOException {
        var finding = directive.decide(facts(directive.vocabulary(), file));
        Golden.check(file.resolveSibling(name(file) + ".finding"), FindingText.of(finding));
    }

    private static Facts facts(Vocabulary vocabulary, Path file) throws IOException {
        var facts = new TreeMap<FactName, Value>();
        for (var line : Files.readAllLines(file)) {
            if (!line.startsWith("#")) {
                var name = new FactName(line.substring(0, line.indexOf('=')).strip());
                var text = line.substring(line.indexOf('=') + 1);
                var definition = vocabulary.definition(name).orElseThrow();
                facts.put(name, definition.parse(text).orElseThrow());
            }
        }
        return new Facts(facts);
    }

    private static List<Path> files(String ending) throws IOException {
        try (var files = Files.list(Packs.folder("prc-1963").resolve("cases"))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[a-z]+$", "");
    }
}
