package exeat.rules.pack;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.PackWithDirectory;
import exeat.rules.Packs;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.OfficeDirectory;
import exeat.rules.source.PackException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What {@code directory.yaml} says is read, is told in each language, and is part of the hash. */
class DirectoryTest {

    private static final AuthorityId YANJI_FA = new AuthorityId("jl-yanji-fa");

    @Test
    void a_pack_without_the_file_says_nothing_of_its_offices() {
        assertThat(Packs.prc1963().directory()).isEqualTo(OfficeDirectory.NONE);
        assertThat(Packs.prc1963().directory().of(YANJI_FA))
                .isEqualTo(OfficeDirectory.Contact.NOT_GIVEN);
    }

    @Test
    void every_field_is_read() throws PackException {
        var directive = read(PackWithDirectory.files());
        var contact = directive.directory().of(YANJI_FA);
        assertThat(contact.telephones()).containsExactly("+99 00 0000 0001", "+99 00 0000 0002");
        assertThat(contact.email()).contains("counter@office.example");
        assertThat(contact.web()).contains("https://office.example/yanji");
        assertThat(contact.languages()).containsExactly("zh", "ko");
        assertThat(contact.hours()).hasSize(2);
        assertThat(contact.hours().getLast())
                .isEqualTo(
                        new OfficeDirectory.OpeningHours(
                                Set.of(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY),
                                LocalTime.of(13, 30),
                                LocalTime.of(17, 0)));
        for (var lang : List.of("en", "zh", "ko", "ru")) {
            var key = OfficeDirectory.addressKey(YANJI_FA);
            assertThat(directive.messages().text(Locale.of(lang), key)).isNotEqualTo(key);
        }
    }

    /** Somebody who adds one finds no other test's file missing. */
    @Test
    void a_language_more_needs_no_directory_of_its_own() throws PackException {
        var pack = new TreeMap<>(Pack.files(Packs.folder("prc-1963")));
        pack.put("messages_qaa.properties", pack.get("messages_ru.properties"));
        var directive = read(PackWithDirectory.files(pack));
        var key = OfficeDirectory.addressKey(YANJI_FA);
        assertThat(directive.messages().text(Locale.of("qaa"), key))
                .isEqualTo(directive.messages().text(Locale.ENGLISH, key));
    }

    @Test
    void help_is_offered_in_its_area_and_everywhere() throws PackException {
        var directive = read(PackWithDirectory.files());
        var tree = directive.authorities();
        var directory = directive.directory();
        assertThat(directory.helpIn(tree, new AuthorityId("jl-yanji")))
                .extracting(OfficeDirectory.Help::id)
                .containsExactly("advice", "voices");
        assertThat(directory.helpIn(tree, new AuthorityId("ln-dandong")))
                .extracting(OfficeDirectory.Help::id)
                .containsExactly("voices");
    }

    @Test
    void another_telephone_number_or_address_is_another_version() throws PackException {
        var files = PackWithDirectory.files();
        var hash = read(files).ref().hash();
        assertThat(hash).isNotEqualTo(Packs.prc1963().ref().hash());
        assertThat(read(replaced(files, "directory.yaml", "0000 0003", "0000 0009")).ref().hash())
                .isNotEqualTo(hash);
        assertThat(read(replaced(files, "messages_ko.properties", "견본로 2", "견본로 3")).ref().hash())
                .isNotEqualTo(hash);
        assertThat(read(replaced(files, "directory.yaml", "# A dir", "# The dir")).ref().hash())
                .as("a comment says nothing to people")
                .isEqualTo(hash);
    }

    @Test
    void a_text_about_an_office_that_the_file_leaves_out_is_named() {
        var files =
                replaced(
                        PackWithDirectory.files(),
                        "directory.yaml",
                        "  - {unit: jl-yanji-ps, telephone",
                        "  - {unit: jl-helong-ps, telephone");
        files = replaced(files, "messages_en.properties", "y.jl-yanji-fa.do", "y.jl-yanji-ps.do");
        assertThat(refusal(files))
                .containsPattern(
                        "messages_en.properties:[0-9]+: directory.jl-yanji-ps.does: is not a"
                                + " message key");
    }

    private static String refusal(Map<String, byte[]> files) {
        try {
            read(files);
            return "";
        } catch (PackException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static Directive read(Map<String, byte[]> files) throws PackException {
        return Pack.read("prc-1963", files);
    }

    private static Map<String, byte[]> replaced(
            Map<String, byte[]> files, String name, String what, String by) {
        var changed = new TreeMap<>(files);
        changed.computeIfPresent(
                name,
                (_, bytes) -> {
                    var text = new String(bytes, StandardCharsets.UTF_8);
                    assertThat(text).contains(what);
                    return text.replace(what, by).getBytes(StandardCharsets.UTF_8);
                });
        return changed;
    }
}
