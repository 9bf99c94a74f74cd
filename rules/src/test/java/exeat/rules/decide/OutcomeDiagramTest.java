package exeat.rules.decide;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.Golden;
import exeat.rules.Packs;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.FindingText;
import exeat.rules.fact.Value;
import exeat.rules.fact.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The worked cases beside each pack: facts in, finding out. */
class OutcomeDiagramTest {

    @TestFactory
    Stream<DynamicTest> the_worked_cases_beside_a_pack_give_their_findings() throws IOException {
        return Packs.folders().stream().flatMap(OutcomeDiagramTest::cases);
    }

    @Test
    void no_finding_is_left_without_its_case() throws IOException {
        for (var pack : Packs.folders()) {
            assertThat(files(pack, ".finding").stream().map(OutcomeDiagramTest::name).toList())
                    .as(pack.toString())
                    .isNotEmpty()
                    .isSubsetOf(
                            files(pack, ".facts").stream().map(OutcomeDiagramTest::name).toList());
        }
    }

    /** Rewritten findings are read as a diff; a question too many would leave most unanswered. */
    @Test
    void only_who_is_said_to_be_is_unanswered_and_every_outcome_has_a_case() throws IOException {
        for (var pack : List.of("prc-1963", "eu-2003-86")) {
            var found = new TreeSet<String>();
            for (var file : files(Packs.folder(pack), ".finding")) {
                var text = Files.readString(file);
                assertThat(text.contains("why: UNANSWERED"))
                        .as("%s, %s: who leaves a question open", pack, file.getFileName())
                        .isEqualTo(name(file).startsWith("unanswered-"));
                text.lines()
                        .filter(line -> line.startsWith("outcome: ") || line.startsWith("why: "))
                        .forEach(found::add);
            }
            assertThat(found)
                    .as(pack)
                    .contains("outcome: approve in general", "outcome: refer", "why: BY_RULE");
        }
    }

    private static Stream<DynamicTest> cases(Path pack) {
        var directive = Packs.read(pack);
        return files(pack, ".facts").stream()
                .map(file ->
                        DynamicTest.dynamicTest(
                                pack.getFileName() + ", " + name(file),
                                () -> check(directive, file)));
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

    private static List<Path> files(Path pack, String ending) {
        try (var files = Files.list(pack.resolve("cases"))) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[a-z]+$", "");
    }
}
