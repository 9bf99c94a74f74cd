package exeat.rules.canonical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.Facts;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

/** What a form's bytes depend on and what they do not. */
class CanonicalFormTest {

    @Test
    void its_bytes_are_canonical_json_by_an_independent_library() throws IOException {
        for (var folder : Packs.folders()) {
            var bytes = Packs.read(folder).form().bytes();
            assertThat(new JsonCanonicalizer(bytes).getEncodedUTF8())
                    .as("%s", folder)
                    .isEqualTo(bytes);
        }
    }

    @Test
    void every_character_is_written_as_the_scheme_says() throws IOException {
        var text = new StringBuilder();
        for (char letter = 0; letter < 0x300; letter++) {
            text.append(letter);
        }
        text.append("\u2028\uD83D\uDE00김철수");
        var bytes = CanonicalJson.bytes(Map.of("ü", text.toString(), "a", "", "\uD83D\uDE00", "x"));
        assertThat(new JsonCanonicalizer(bytes).getEncodedUTF8()).isEqualTo(bytes);
    }

    @Test
    void how_a_file_is_written_does_not_change_it() throws PackException {
        var files = files();
        var before = read(files).form();
        edit(files, "vocabulary.yaml", text -> "# Another remark.\n\n" + text + "\n");
        edit(files, "rules.dmn", text -> text.replace("\n", "\n "));
        assertThat(read(files).form().hash()).isEqualTo(before.hash());
        assertThat(read(files).form()).isEqualTo(before);
    }

    @Test
    void its_hash_is_the_name_of_the_version() throws PackException {
        var directive = read(files());
        assertThat(directive.ref().hash()).isEqualTo(directive.form().hash());
        assertThat(directive.parsed().ref()).isEqualTo(directive.ref());
        var remark = files();
        edit(remark, "vocabulary.yaml", text -> "# Another remark.\n" + text);
        var same = read(remark);
        assertThat(same.ref()).isEqualTo(directive.ref());
        assertThat(same.isSameVersion(directive)).isTrue();
        assertThat(same.filesHash()).isNotEqualTo(directive.filesHash());
    }

    @Test
    void a_version_stored_under_the_hash_of_its_files_keeps_its_name() throws PackException {
        var directive = read(files());
        var id = directive.ref().id();
        var byFiles = new DirectiveRef(id, directive.ref().version(), directive.filesHash());
        var stored = Pack.stored(byFiles, files());
        assertThat(stored.ref()).isEqualTo(byFiles);
        assertThat(stored.parsed().ref()).isEqualTo(byFiles);
        assertThat(stored.isSameVersion(directive)).isTrue();
        assertThat(stored.decide(Facts.NONE).directive()).isEqualTo(byFiles);
        assertThat(Pack.stored(directive.ref(), files()).ref()).isEqualTo(directive.ref());
        var another = new DirectiveRef(id, directive.ref().version(), "0".repeat(64));
        assertThatThrownBy(() -> Pack.stored(another, files()))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("names another pack");
    }

    @Test
    void a_pack_that_is_not_sound_is_named_by_its_files() throws PackException {
        var files = files();
        edit(files, "messages_en.properties", text -> text.replaceFirst("(?m)^outcome.*$", ""));
        var draft = Pack.parse("good", files);
        assertThat(draft.faults()).isNotEmpty();
        assertThat(draft.ref().hash()).isEqualTo(draft.filesHash());
    }

    @Test
    void how_a_fact_is_asked_and_explained_changes_it() throws PackException {
        var hash = read(files()).form().hash();
        var told = files();
        edit(told, "vocabulary.yaml", text -> text.replaceFirst("changeable: false", ""));
        assertThat(read(told).form().hash()).isNotEqualTo(hash);
    }

    @Test
    void every_word_of_the_pack_changes_it() throws PackException {
        var hash = read(files()).form().hash();
        var words = files();
        edit(
                words,
                "messages_en.properties",
                text -> text.replaceFirst("(?m)^(outcome.refer=.*)$", "$1!"));
        assertThat(read(words).form().hash()).isNotEqualTo(hash);
        var record = files();
        edit(record, "record.yaml", text -> text.replaceFirst("(?m)^title: .*$", "title: Another"));
        assertThat(read(record).form().hash()).isNotEqualTo(hash);
        var version = files();
        edit(
                version,
                "record.yaml",
                text -> text.replaceFirst("(?m)^version: .*$", "version: \"77\""));
        assertThat(read(version).form().hash()).isNotEqualTo(hash);
    }

    @Test
    void what_a_purpose_means_changes_it() throws PackException {
        var hash = read(files()).form().hash();
        var oneWay = files();
        edit(oneWay, "vocabulary.yaml", text -> text.replace(", round trip: true", ""));
        assertThat(read(oneWay).form().hash()).isNotEqualTo(hash);
        var losing = files();
        edit(
                losing,
                "vocabulary.yaml",
                text -> text.replace("gives up: []", "gives up: [residence]"));
        assertThat(read(losing).form().hash()).isNotEqualTo(hash);
    }

    @Test
    void a_local_form_names_the_form_above_it() {
        int local = 0;
        for (var folder : Packs.folders()) {
            var directive = Packs.read(folder);
            var parent = directive.parent();
            if (parent.isEmpty()) {
                assertThat(directive.form().parent()).isEmpty();
            } else {
                assertThat(directive.form().parent().orElseThrow().hash())
                        .isEqualTo(parent.get().form().hash());
                local++;
            }
        }
        assertThat(local).isPositive();
    }

    private static Map<String, byte[]> files() throws PackException {
        return new TreeMap<>(Pack.files(Packs.folder("prc-1963")));
    }

    private static Directive read(Map<String, byte[]> files) throws PackException {
        return Pack.read("prc-1963", files);
    }

    private static void edit(
            Map<String, byte[]> files, String name, java.util.function.UnaryOperator<String> by) {
        var before = new String(Objects.requireNonNull(files.get(name)), StandardCharsets.UTF_8);
        var after = by.apply(before);
        assertThat(after).isNotEqualTo(before);
        files.put(name, after.getBytes(StandardCharsets.UTF_8));
    }
}
