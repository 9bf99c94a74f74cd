package exeat.web.apply;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.birth.BirthDate;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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
        return wrong(typed(year, month, day), WORDS);
    }

    private static Optional<String> wrong(SubmittedForm typed, PageTexts words) {
        var wrong = BirthDay.wrong(typed, TODAY, words);
        assertThat(wrong.keySet()).isSubsetOf(BirthDay.FIELD);
        return Optional.ofNullable(wrong.get(BirthDay.FIELD));
    }

    /** Fields and what is typed in them, in turn. */
    private static SubmittedForm form(String... typed) {
        var form = SubmittedForm.EMPTY;
        for (int at = 0; at < typed.length; at += 2) {
            form = form.with(typed[at], typed[at + 1]);
        }
        return form;
    }

    private static Optional<String> read(SubmittedForm typed) {
        return BirthDay.read(typed).map(BirthDate::text);
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
        assertThat(wrong("", "", "")).contains(WORDS.say("wrong.born.missing"));
        assertThat(wrong("", "3", "")).contains(WORDS.say("wrong.born.no-year"));
        assertThat(wrong("1931", "", "27")).contains(WORDS.say("wrong.born.no-month"));
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
        assertThat(wrong(typed, PageTexts.of("zh")).orElseThrow()).contains("2199年1月1日");
        assertThat(wrong(typed, PageTexts.of("ko")).orElseThrow()).contains("2199년 1월 1일");
        assertThat(wrong(typed("1931", "2", "30"), PageTexts.of("zh")).orElseThrow())
                .contains("1931年2月", "30");
    }

    @Test
    void the_day_and_the_month_may_stay_empty() {
        assertThat(wrong("1931", "", "")).isEmpty();
        assertThat(wrong("1931", "2", "")).isEmpty();
        assertThat(read(typed("1931", "", ""))).contains("1931");
        assertThat(read(typed("１９３１年", "2月", ""))).contains("1931-02");
        assertThat(read(typed("1931", "3", "27"))).contains("1931-03-27");
        assertThat(read(typed("1931", "", "27"))).isEmpty();
        assertThat(wrong("2026", "", "")).as("perhaps today").isEmpty();
        assertThat(wrong("2027", "", "").orElseThrow()).contains("2027", "future");
        assertThat(wrong("1895", "", "")).as("on its last day not 131").isEmpty();
        assertThat(wrong("1894", "", "").orElseThrow()).contains("1894", "130 years");
    }

    @Test
    void between_two_dates_is_from_the_first_day_of_one_to_the_last_of_the_other() {
        var years = form("born-from-year", "1930", "born-to-year", "1932");
        assertThat(BirthDay.wrong(years, TODAY, WORDS)).isEmpty();
        assertThat(read(years)).contains("1930-01-01/1932-12-31");
        var days =
                form(
                        "born-from-year", "1930",
                        "born-from-month", "12",
                        "born-from-day", "31",
                        "born-to-year", "1931",
                        "born-to-month", "2");
        assertThat(read(days)).contains("1930-12-31/1931-02-28");
        var one = form("born-from-year", "1930");
        assertThat(BirthDay.wrong(one, TODAY, WORDS))
                .containsExactly(Map.entry("born-to", WORDS.say("wrong.born.missing")));
        assertThat(read(one)).isEmpty();
        var turned = form("born-from-year", "1932", "born-to-year", "1930");
        assertThat(BirthDay.wrong(turned, TODAY, WORDS))
                .containsExactly(
                        Map.entry("born-to", WORDS.say("wrong.born.order", "1930", "1932")));
        assertThat(read(turned)).isEmpty();
        var future = form("born-from-year", "2026", "born-to-year", "2027");
        assertThat(BirthDay.wrong(future, TODAY, WORDS)).containsOnlyKeys("born-to");
        var old = form("born-from-year", "1700", "born-to-year", "1930");
        assertThat(BirthDay.wrong(old, TODAY, WORDS)).containsOnlyKeys("born-from");
    }

    private static SubmittedForm lunar(String whose, String year, String month, String day) {
        return form(
                "born-calendar", whose,
                "born-lunar-year", year,
                "born-lunar-month", month,
                "born-lunar-day", day);
    }

    @Test
    void a_lunar_day_is_kept_with_the_day_that_it_is() {
        assertThat(read(lunar("chinese", "1930", "6", "3")))
                .contains("1930-06-28[chinese=1930-06-03]");
        assertThat(read(lunar("dangi", "１９３０年", "6月", "3")))
                .contains("1930-06-28[dangi=1930-06-03]");
        var leap = lunar("chinese", "1930", "6", "3").with("born-leap", "yes");
        assertThat(read(leap)).contains("1930-07-28[chinese=1930-06L-03]");
        assertThat(BirthDay.wrong(leap, TODAY, WORDS)).isEmpty();
        var none = lunar("chinese", "1931", "6", "3").with("born-leap", "yes");
        assertThat(BirthDay.wrong(none, TODAY, WORDS))
                .containsExactly(Map.entry("born-lunar", WORDS.say("wrong.born.lunar")));
        assertThat(read(none)).isEmpty();
        assertThat(BirthDay.wrong(lunar("", "1930", "6", "3"), TODAY, WORDS))
                .containsExactly(Map.entry("born-calendar", WORDS.say("wrong.born.lunar.whose")));
        assertThat(BirthDay.wrong(lunar("chinese", "1930", "6", ""), TODAY, WORDS))
                .containsExactly(Map.entry("born-lunar", WORDS.say("wrong.born.lunar.missing")));
        assertThat(BirthDay.wrong(lunar("chinese", "1930", "6", "x"), TODAY, WORDS))
                .containsExactly(Map.entry("born-lunar", WORDS.say("wrong.born.digits")));
        assertThat(BirthDay.wrong(lunar("chinese", "1930", "13", "1"), TODAY, WORDS))
                .containsOnlyKeys("born-lunar");
        assertThat(BirthDay.wrong(lunar("chinese", "2030", "1", "1"), TODAY, WORDS))
                .containsOnlyKeys("born-lunar");
    }

    @Test
    void a_date_is_told_in_one_way() {
        var both = typed("1931", "3", "27").with("born-from-year", "1930");
        assertThat(BirthDay.wrong(both, TODAY, WORDS))
                .containsExactly(Map.entry("born", WORDS.say("wrong.born.ways")));
        assertThat(read(both)).isEmpty();
        var chosen = typed("1931", "3", "27").with("born-calendar", "chinese");
        assertThat(read(chosen)).as("a calendar alone says nothing").contains("1931-03-27");
    }

    @Test
    void every_language_shows_it_in_words() {
        var said = new HashMap<String, List<String>>();
        for (var lang : List.of("en", "ko", "zh", "ru")) {
            said.put(
                    lang,
                    Stream.of(
                                    "1930",
                                    "1930-05",
                                    "1930-01-01/1932-12-31",
                                    "1930-12-31/1931-01-01",
                                    "1930-07-28[chinese=1930-06L-03]")
                            .map(text -> BirthDate.parse(text).orElseThrow())
                            .map(PageTexts.of(lang)::born)
                            .toList());
        }
        assertThat(said.get("en"))
                .containsExactly(
                        "1930",
                        "May 1930",
                        "between 1930 and 1932",
                        "between 31 December 1930 and 1 January 1931",
                        "28 July 1930 (Chinese lunar calendar: day 3 of leap month 6, 1930)");
        assertThat(said.get("zh"))
                .containsExactly(
                        "1930年",
                        "1930年5月",
                        "1930年至1932年之间",
                        "1930年12月31日至1931年1月1日之间",
                        "1930年7月28日（中国农历1930年闰6月3日）");
        assertThat(said.get("ko"))
                .containsExactly(
                        "1930년",
                        "1930년 5월",
                        "1930년에서 1932년 사이",
                        "1930년 12월 31일에서 1931년 1월 1일 사이",
                        "1930년 7월 28일 (중국 음력 1930년 윤6월 3일)");
        var russian = Objects.requireNonNull(said.get("ru"));
        assertThat(russian.getFirst()).startsWith("1930");
        assertThat(russian.get(1)).contains("май 1930");
        assertThat(russian.getLast()).contains("28 июля 1930", "високосный месяц 6");
    }
}
