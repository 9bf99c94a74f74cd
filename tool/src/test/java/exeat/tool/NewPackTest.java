package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Pack;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.Proof;
import exeat.rules.prove.Prover;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack to start from, and what the guide says that one can do with it. */
class NewPackTest {

    private static final Pattern ROUTE =
            Pattern.compile(
                    "<decisionTable hitPolicy=\"COLLECT\">.*?</decisionTable>", Pattern.DOTALL);

    @TempDir private Path folder = Path.of("");

    private Path written() {
        var pack = folder.resolve("my-pack");
        assertThat(Ran.exeat("directive", "new", pack.toString()).status()).isZero();
        return pack;
    }

    @Test
    void a_new_pack_proves_and_is_whole() throws PackException {
        var pack = written();
        assertThat(Ran.exeat("prove", pack.toString()).status()).isZero();
        var directive = Pack.read(pack);
        assertThat(directive.isModel()).isTrue();
        assertThat(directive.parsed().notes()).isEmpty();
        assertThat(directive.rules()).hasSizeBetween(5, 15);
    }

    @Test
    void nothing_is_overwritten() throws IOException {
        var pack = written();
        var rules = Files.writeString(pack.resolve("rules.dmn"), "mine");
        var again = Ran.exeat("directive", "new", pack.toString());
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.err()).contains("already exists and is not empty; nothing was written");
        assertThat(rules).hasContent("mine");
    }

    @Test
    void a_pack_below_another_decides_as_that_one_does() throws PackException {
        for (var above : new String[] {"eu-2003-86", "prc-1963", "k-and-a-fees-proportionate"}) {
            var pack = folder.resolve("below-" + above);
            var ran = Ran.exeat("directive", "new", pack.toString(), "--extends", above);
            assertThat(ran.err()).isEmpty();
            assertThat(ran.status()).isZero();
            var directive = Pack.read(pack);
            assertThat(directive.parent().orElseThrow().ref().id()).isEqualTo(above);
            var proof = Prover.of(directive).proof(Obligation.NO_RESTRICTION);
            assertThat(proof.verdict()).isEqualTo(Proof.Verdict.PROVED);
        }
    }

    @Test
    void an_invalid_id_is_refused() {
        var ran = Ran.exeat("directive", "new", folder.resolve("My Pack").toString());
        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("lower-case words and numbers");
    }

    @Test
    void a_folder_and_a_national_pack_are_shown_without_any_register() throws IOException {
        var pack = written();
        assertThat(Ran.exeat("directive", "show", pack.toString()).out())
                .contains("An example of a directive", "Everybody may return home.");
        assertThat(Ran.exeat("directive", "show", "k-and-a-fees").out()).contains("examination");
        Files.delete(pack.resolve("messages_en.properties"));
        assertThat(Ran.exeat("directive", "show", pack.toString()).out())
                .contains("This pack has errors", "texts are missing");
        var proved = Ran.exeat("prove", pack.toString());
        assertThat(proved.status()).isZero();
        assertThat(proved.out())
                .contains(
                        "Messages are missing, so this pack decides nothing", "texts are missing");
        assertThat(proved.out().lines().filter(line -> line.contains("missing")).count())
                .isLessThan(12);
    }

    @Test
    void the_guides_exception_is_proved_and_needs_to_say_that_it_is_one()
            throws IOException, PackException {
        var guide = Files.readString(Ran.root().resolve("docs/guide-directive-writer.md"));
        var example =
                Pattern.compile(
                                "```xml\n(<decisionTable hitPolicy=\"FIRST\">.*?)```",
                                Pattern.DOTALL)
                        .matcher(guide);
        assertThat(example.find()).isTrue();
        var rules = written().resolve("rules.dmn");
        var before = Files.readString(rules);
        Files.writeString(rules, route(before, example.group(1)));
        var pack = rules.resolveSibling("");
        assertThat(Prover.of(Pack.read(pack)).proved()).isTrue();
        Files.writeString(
                rules,
                route(before, example.group(1).replace("<text>relative</text>", "<text></text>")));
        var silent = Prover.of(Pack.parse(pack)).proof(Obligation.AGREES);
        assertThat(silent.verdict()).isEqualTo(Proof.Verdict.FAILED);
        assertThat(silent.failures().getFirst().says()).contains("marked as an exception");
    }

    private static String route(String rules, String table) {
        return ROUTE.matcher(rules).replaceFirst(Matcher.quoteReplacement(table));
    }
}
