package exeat.web.help;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a pack gives of an office is told in each language, and what it does not give is said. */
class OfficeDetailsTest {

    private static final AuthorityId YANJI_FA = new AuthorityId("jl-yanji-fa");
    private static final AuthorityId DANDONG_FA = new AuthorityId("ln-dandong-fa");

    private static OfficeDetails details(Directive directive, String lang) {
        var words = PageTexts.of(lang);
        return new OfficeDetails(new PackTexts(directive, words), words);
    }

    private static Map<String, String> rows(Directive directive, String lang, AuthorityId unit) {
        return details(directive, lang).of(unit).rows().stream()
                .collect(
                        Collectors.toMap(
                                SummaryRow::label,
                                row ->
                                        row.values().stream()
                                                .map(value -> value.text())
                                                .collect(Collectors.joining("; "))));
    }

    @Test
    void every_field_is_told() throws Exception {
        assertThat(rows(DirectoryPack.read(), "en", YANJI_FA))
                .containsEntry("Address", "1 Sample Street, ground floor, counters 1 to 4")
                .containsEntry(
                        "Opening hours",
                        "Monday to Friday: 08:30 to 11:30; Monday and Wednesday: 13:30 to 17:00")
                .containsEntry("Telephone", "+99 00 0000 0001; +99 00 0000 0002")
                .containsEntry("Languages spoken", "Chinese; Korean")
                .containsEntry("Email", "counter@office.example")
                .containsEntry("Website", "https://office.example/yanji");
    }

    @Test
    void no_language_lacks_a_field() throws Exception {
        for (var lang : PageTexts.LANGUAGES) {
            var rows = rows(DirectoryPack.read(), lang, YANJI_FA);
            assertThat(rows).as(lang).hasSize(7);
            assertThat(rows.values())
                    .as(lang)
                    .doesNotContain(PageTexts.of(lang).say("offices.not-given"));
        }
        assertThat(rows(DirectoryPack.read(), "ko", YANJI_FA).values())
                .anyMatch(text -> text.contains("월요일~금요일") && text.contains("오전"));
    }

    @Test
    void what_is_not_given_is_said_and_no_page_is_filled_with_it() throws Exception {
        assertThat(rows(DirectoryPack.without(), "en", YANJI_FA)).containsOnlyKeys("What it does");
        assertThat(rows(DirectoryPack.read(), "en", DANDONG_FA)).containsOnlyKeys("What it does");
        assertThat(details(DirectoryPack.without(), "en").isGiven(YANJI_FA)).isFalse();
        assertThat(details(DirectoryPack.read(), "en").isGiven(DANDONG_FA)).isFalse();
        assertThat(details(DirectoryPack.read(), "en").isGiven(YANJI_FA)).isTrue();
    }

    @Test
    void a_letter_has_it_in_one_line() throws Exception {
        assertThat(details(DirectoryPack.read(), "en").line(YANJI_FA))
                .isEqualTo(
                        "Yanji Foreign Affairs Office"
                                + " · 1 Sample Street, ground floor, counters 1 to 4"
                                + " · +99 00 0000 0001 · +99 00 0000 0002");
        assertThat(details(DirectoryPack.read(), "en").line(DANDONG_FA))
                .isEqualTo("Dandong Foreign Affairs Office");
    }

    /** Whoever needs protection is sent to who hears them, or to anybody who can be reached. */
    @Test
    void training_knows_whom_to_call_in_earnest() throws Exception {
        for (var lang : PageTexts.LANGUAGES) {
            var hearing = details(DirectoryPack.hearing(), lang).protecting();
            assertThat(hearing).as(lang).hasSize(1);
            assertThat(hearing.getFirst().values().getFirst().text()).isEqualTo("+99 00 0000 0003");
            assertThat(hearing.getFirst().actions().getFirst().href())
                    .isEqualTo("tel:+990000000003");
            var others = details(DirectoryPack.read(), lang).protecting();
            assertThat(others).as(lang).hasSize(2);
            assertThat(others.getFirst().values()).as("address and all numbers").hasSize(5);
            assertThat(details(DirectoryPack.without(), lang).protecting()).isEmpty();
        }
    }
}
