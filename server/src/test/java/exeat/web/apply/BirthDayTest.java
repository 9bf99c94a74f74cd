package exeat.web.apply;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A date of birth is typed as people write it, and what is wrong with it is said. */
class BirthDayTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final PageTexts WORDS = PageTexts.of("en");

    private static SubmittedForm typed(String year, String month, String day) {
        return new SubmittedForm(
                Map.of(
                        "born-year", List.of(year),
                        "born-month", List.of(month),
                        "born-day", List.of(day)));
    }

    private static Optional<String> wrong(String year, String month, String day) {
        return BirthDay.wrong(typed(year, month, day), TODAY, WORDS);
    }

    @Test
    void the_parts_stand_in_the_order_of_the_language() {
        for (var lang : List.of("zh", "ko")) {
            assertThat(PageTexts.of(lang).dateOrder()).containsExactly("year", "month", "day");
        }
        for (var lang : List.of("en", "ru")) {
            assertThat(PageTexts.of(lang).dateOrder()).containsExactly("day", "month", "year");
        }
    }

    @Test
    void digits_of_full_width_and_the_words_after_them_are_read() {
        var day = LocalDate.of(1931, 3, 27);
        assertThat(typed("１９３１", "３", "２７").date("born")).contains(day);
        assertThat(typed("1931年", "3月", "27日").date("born")).contains(day);
        assertThat(typed("1931년", "3 월", "27일").date("born")).contains(day);
        assertThat(typed("1931", "03", "27").date("born")).contains(day);
        assertThat(typed("1931", "March", "27").date("born")).isEmpty();
        assertThat(typed("1931", "3年3", "27").date("born")).isEmpty();
    }

    @Test
    void each_error_says_what_is_wrong() {
        assertThat(wrong("1931", "3", "27")).isEmpty();
        assertThat(wrong("2026", "12", "1")).as("born today").isEmpty();
        assertThat(wrong("1931", "", "")).contains(WORDS.say("wrong.born.missing"));
        assertThat(wrong("1931", "x", "1")).contains(WORDS.say("wrong.born.digits"));
        assertThat(wrong("31", "3", "27")).contains(WORDS.say("wrong.born.year"));
        assertThat(wrong("19310", "3", "27")).contains(WORDS.say("wrong.born.year"));
        assertThat(wrong("1931", "13", "1")).contains("There is no month 13");
        assertThat(wrong("1931", "2", "29")).contains("February 1931 has no day 29");
        assertThat(wrong("1932", "2", "29")).as("a leap year").isEmpty();
        assertThat(wrong("2026", "12", "2").orElseThrow()).contains("2 December 2026", "future");
        assertThat(wrong("1700", "1", "1").orElseThrow()).contains("1 January 1700", "130 years");
        assertThat(wrong("1896", "1", "1")).as("as old as intake takes").isEmpty();
        assertThat(wrong("1895", "12", "1")).as("131 years").isPresent();
    }

    @Test
    void every_language_says_it_with_its_own_dates() {
        var typed = typed("2199", "1", "1");
        assertThat(BirthDay.wrong(typed, TODAY, PageTexts.of("zh")).orElseThrow())
                .contains("2199年1月1日");
        assertThat(BirthDay.wrong(typed, TODAY, PageTexts.of("ko")).orElseThrow())
                .contains("2199년 1월 1일");
        assertThat(
                        BirthDay.wrong(typed("1931", "2", "30"), TODAY, PageTexts.of("zh"))
                                .orElseThrow())
                .contains("1931年2月", "30");
    }
}
