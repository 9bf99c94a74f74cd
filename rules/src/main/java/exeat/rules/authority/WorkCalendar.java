package exeat.rules.authority;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * The days on which a unit works.
 *
 * @param source where the holidays come from
 * @param week the days of a week on which it works; never none
 * @param holidays those that return every year, and those of one year
 * @param worked days that are worked although they would be free
 */
public record WorkCalendar(
        String id,
        String source,
        Set<DayOfWeek> week,
        List<Holiday> holidays,
        Set<LocalDate> worked) {

    /** Every day is worked: what holds where a pack declares nothing. */
    public static final WorkCalendar EVERY_DAY =
            new WorkCalendar("every-day", "", Set.of(DayOfWeek.values()), List.of(), Set.of());

    /**
     * The least days that are worked in a year, or limits would end in another life. An office that
     * opens once a week has some 50.
     */
    public static final int MIN_WORKED_DAYS = 40;

    /**
     * The years that are checked: in 28 years every day of the year falls on every day of the week.
     */
    private static final List<Integer> SAMPLE_YEARS =
            IntStream.range(2023, 2023 + 28).boxed().toList();

    /** A year in which fewer days are worked than {@link #MIN_WORKED_DAYS}, and how many are. */
    public record ThinYear(int year, int worked) {}

    /**
     * A free day.
     *
     * @param every its day in each year; empty for one of a single year
     * @param once its only day; empty for one that returns
     */
    public record Holiday(String name, Optional<MonthDay> every, Optional<LocalDate> once) {
        boolean isOn(LocalDate day) {
            return once.filter(day::equals).isPresent()
                    || every.filter(MonthDay.from(day)::equals).isPresent();
        }
    }

    public WorkCalendar {
        week = Set.copyOf(week);
        holidays = List.copyOf(holidays);
        worked = Set.copyOf(worked);
        if (week.isEmpty()) {
            throw new IllegalArgumentException("a calendar needs at least one working day: " + id);
        }
    }

    /** The first year in which too few days are worked for a limit; empty if there is none. */
    public Optional<ThinYear> thinYear() {
        var years = new TreeSet<>(SAMPLE_YEARS);
        holidays.forEach(one -> one.once().map(LocalDate::getYear).ifPresent(years::add));
        return years.stream()
                .map(year -> new ThinYear(year, workedIn(year)))
                .filter(year -> year.worked() < MIN_WORKED_DAYS)
                .findFirst();
    }

    private int workedIn(int year) {
        var first = LocalDate.of(year, 1, 1);
        return (int) first.datesUntil(first.plusYears(1)).filter(this::isWorked).count();
    }

    public Optional<Holiday> holiday(LocalDate day) {
        return holidays.stream().filter(holiday -> holiday.isOn(day)).findFirst();
    }

    public boolean isWorked(LocalDate day) {
        return worked.contains(day)
                || (week.contains(day.getDayOfWeek()) && holiday(day).isEmpty());
    }

    /**
     * The last day of a limit that begins the day after {@code day}: the whole of it is still
     * within the limit.
     *
     * @param count at least 0
     */
    public LocalDate after(LocalDate day, int count, DayCount in) {
        if (in == DayCount.DAYS) {
            return day.plusDays(count);
        }
        var at = day;
        for (int left = count; left > 0; ) {
            at = at.plusDays(1);
            left -= isWorked(at) ? 1 : 0;
        }
        return at;
    }

    /** How many days there are after {@code from} up to {@code to}; none where it is not later. */
    public int between(LocalDate from, LocalDate to, DayCount in) {
        if (!to.isAfter(from)) {
            return 0;
        }
        if (in == DayCount.DAYS) {
            return Math.toIntExact(ChronoUnit.DAYS.between(from, to));
        }
        int n = 0;
        for (var at = from.plusDays(1); !at.isAfter(to); at = at.plusDays(1)) {
            n += isWorked(at) ? 1 : 0;
        }
        return n;
    }
}
