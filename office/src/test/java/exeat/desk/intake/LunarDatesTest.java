package exeat.desk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.birth.BirthDate;
import exeat.casework.value.birth.LunarDay;
import exeat.casework.value.birth.LunarDay.Calendar;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Days of lunar calendars, at their new years, in leap months, and where the two differ. */
class LunarDatesTest {

    private static Optional<LocalDate> day(Calendar whose, int year, int month, int day) {
        return LunarDates.day(new LunarDay(whose, year, month, false, day));
    }

    private static Optional<LocalDate> leap(int year, int month, int day) {
        return LunarDates.day(new LunarDay(Calendar.CHINESE, year, month, true, day));
    }

    @Test
    void new_year_is_where_the_almanacs_have_it() {
        assertThat(day(Calendar.CHINESE, 1930, 1, 1)).contains(LocalDate.of(1930, 1, 30));
        assertThat(day(Calendar.CHINESE, 1949, 1, 1)).contains(LocalDate.of(1949, 1, 29));
        assertThat(day(Calendar.CHINESE, 1963, 1, 1)).contains(LocalDate.of(1963, 1, 25));
        assertThat(day(Calendar.CHINESE, 2000, 1, 1)).contains(LocalDate.of(2000, 2, 5));
        assertThat(day(Calendar.KOREAN, 1963, 1, 1)).contains(LocalDate.of(1963, 1, 25));
        assertThat(day(Calendar.KOREAN, 2000, 1, 1)).contains(LocalDate.of(2000, 2, 5));
    }

    /** The new moons of these were before midnight in China and after it in Korea. */
    @Test
    void in_some_years_korea_begins_a_day_later() {
        assertThat(day(Calendar.CHINESE, 1988, 1, 1)).contains(LocalDate.of(1988, 2, 17));
        assertThat(day(Calendar.KOREAN, 1988, 1, 1)).contains(LocalDate.of(1988, 2, 18));
        assertThat(day(Calendar.CHINESE, 1997, 1, 1)).contains(LocalDate.of(1997, 2, 7));
        assertThat(day(Calendar.KOREAN, 1997, 1, 1)).contains(LocalDate.of(1997, 2, 8));
    }

    @Test
    void a_leap_month_is_there_only_in_its_year() {
        assertThat(leap(1930, 6, 1)).contains(LocalDate.of(1930, 7, 26));
        assertThat(day(Calendar.CHINESE, 1930, 6, 1)).contains(LocalDate.of(1930, 6, 26));
        assertThat(leap(1931, 6, 1)).isEmpty();
        assertThat(leap(1930, 5, 1)).isEmpty();
    }

    @Test
    void a_short_month_has_no_thirtieth_day() {
        int found = 0;
        for (int month = 1; month <= 12; month++) {
            found += day(Calendar.CHINESE, 1930, month, 30).isPresent() ? 1 : 0;
            assertThat(day(Calendar.CHINESE, 1930, month, 29)).isPresent();
        }
        assertThat(found).isBetween(5, 7);
    }

    @Test
    void what_is_sent_must_agree_with_itself() {
        assertThat(LunarDates.read("1930-06-28[chinese=1930-06-03]")).isPresent();
        assertThat(LunarDates.read("1930-06-29[chinese=1930-06-03]")).isEmpty();
        assertThat(LunarDates.read("1931-07-01[chinese=1931-06L-03]")).isEmpty();
        assertThat(LunarDates.read("1930-05").map(BirthDate::text)).contains("1930-05");
        assertThat(LunarDates.read("1930-02-30")).isEmpty();
    }

    /** Every day of a hundred years is one lunar day, and what is written of it is read again. */
    @Test
    void what_is_written_is_read_again() {
        for (int year = 1870; year < 1970; year++) {
            for (int month = 1; month <= 12; month++) {
                var told = new LunarDay(Calendar.KOREAN, year, month, false, 1 + month);
                var born = BirthDate.of(LunarDates.day(told).orElseThrow(), told);
                assertThat(LunarDates.read(born.text())).contains(born);
            }
        }
    }
}
