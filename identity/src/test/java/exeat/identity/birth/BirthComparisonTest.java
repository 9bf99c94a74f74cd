package exeat.identity.birth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BirthComparisonTest {

    private static BirthClaim day(String day) {
        return BirthClaim.of(LocalDate.parse(day));
    }

    @ParameterizedTest
    @CsvSource({
        "1930-05-04, 1930-05-04, SAME_DAY",
        "2024-01-01, 2024-02-10, LUNAR_DAY", // the lunar New Year
        "1930-05-04, 1930-04-05, SWAPPED",
        "1930-05-04, 1930-05-24, ONE_FIGURE",
        "1930-05-04, 1980-05-04, ONE_FIGURE",
        "1930-05-04, 1931-05-04, YEAR_BESIDE",
        "1930-05-04, 1928-05-04, YEAR_BESIDE",
        "1930-05-04, 1930-11-27, SAME_YEAR",
        "1930-05-04, 1954-11-27, DIFFERENT",
    })
    void days_agree_as_people_mistake_them(String one, String other, BirthAgreement agreement) {
        assertThat(BirthComparison.of(day(one), day(other))).isEqualTo(agreement);
        assertThat(BirthComparison.of(day(other), day(one))).isEqualTo(agreement);
    }

    /** In 1997 the New Year was on 7 February in China, and on 8 February in Korea. */
    @Test
    void both_lunar_calendars_are_tried() {
        assertThat(BirthComparison.of(day("1997-01-01"), day("1997-02-07")))
                .isEqualTo(BirthAgreement.LUNAR_DAY);
        assertThat(BirthComparison.of(day("1997-01-01"), day("1997-02-08")))
                .isEqualTo(BirthAgreement.LUNAR_DAY);
    }

    @Test
    void a_claim_that_leaves_the_day_open_is_possible_or_nearly() {
        var born = day("1930-05-04");
        assertThat(BirthComparison.of(born, BirthClaim.of(Year.of(1930))))
                .isEqualTo(BirthAgreement.POSSIBLE);
        assertThat(BirthComparison.of(BirthClaim.of(YearMonth.of(1930, 5)), born))
                .isEqualTo(BirthAgreement.POSSIBLE);
        assertThat(BirthComparison.of(born, BirthClaim.of(Year.of(1928))))
                .isEqualTo(BirthAgreement.NEARLY_POSSIBLE);
        assertThat(BirthComparison.of(born, BirthClaim.of(Year.of(1926))))
                .isEqualTo(BirthAgreement.DIFFERENT);
    }

    @Test
    void an_age_is_a_claim_too() {
        assertThat(BirthClaim.ofKoreanAge(1, Year.of(1930)))
                .isEqualTo(BirthClaim.of(Year.of(1930)));
        assertThat(BirthClaim.ofAge(30, LocalDate.of(1960, 5, 4)))
                .isEqualTo(new BirthClaim(LocalDate.of(1929, 5, 5), LocalDate.of(1930, 5, 4)));
    }

    /** What a lunar date means is later than today's date of the same figures. */
    @Test
    void the_day_of_a_lunar_date_is_later_and_one_of_its_days() {
        for (var date = LocalDate.of(1850, 1, 1); date.getYear() <= 2050; date = date.plusDays(1)) {
            for (int day : BirthClaim.of(date).lunarDays()) {
                assertThat((long) day).isGreaterThan(date.toEpochDay());
                var other = BirthClaim.of(LocalDate.ofEpochDay(day));
                assertThat(BirthComparison.of(BirthClaim.of(date), other))
                        .isEqualTo(BirthAgreement.LUNAR_DAY);
            }
        }
    }

    @Test
    void a_year_that_no_calendar_of_today_has_is_refused() {
        assertThatThrownBy(() -> BirthClaim.of(Year.of(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BirthClaim.of(Year.of(4096)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Whoever is looked for by the day must be found by the date that was told, and back. */
    @Test
    void days_beside_a_day_lead_back_to_it() {
        for (var date = LocalDate.of(1949, 1, 1); date.getYear() < 1952; date = date.plusDays(1)) {
            var claim = BirthClaim.of(date);
            for (var beside : claim.daysBeside()) {
                assertThat(beside).isNotEqualTo(date);
                boolean leapDay = date.getDayOfYear() == 60 || beside.getDayOfYear() == 60;
                assertThat(leapDay || BirthClaim.of(beside).daysBeside().contains(date))
                        .as("%s beside %s", beside, date)
                        .isTrue();
            }
        }
    }

    @Test
    void a_claim_that_ends_before_it_begins_is_refused() {
        var day = LocalDate.of(1930, 5, 4);
        assertThatThrownBy(() -> new BirthClaim(day, day.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1930-05-04");
    }
}
