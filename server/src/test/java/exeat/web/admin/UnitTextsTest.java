package exeat.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.register.FormerNames.Former;
import exeat.web.kit.PageTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class UnitTextsTest {

    @Test
    void a_former_name_has_its_days_and_every_language_that_had_it() {
        var first = LocalDate.of(2026, 3, 1);
        var last = LocalDate.of(2026, 11, 30);
        var names = new TreeMap<>(Map.of("en", "Yanji Bureau", "ko", "연길 사무소"));
        for (var lang : PageTexts.DESK_LANGUAGES) {
            var words = PageTexts.of(lang);
            assertThat(UnitTexts.former(List.of(new Former(names, first, last)), words).toString())
                    .contains(
                            "Yanji Bureau",
                            "연길 사무소",
                            Locale.KOREAN.getDisplayLanguage(words.locale()),
                            words.day(first),
                            words.day(last));
        }
    }
}
