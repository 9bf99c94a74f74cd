package exeat.rules.prove.time;

import exeat.rules.authority.DayCount;
import exeat.rules.authority.WorkCalendar;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a limit counted in one way can end later than one counted in another, for any starting
 * day, with an example.
 *
 * <p>Exact: weeks and yearly holidays come back after 400 years, so that many years are looked at,
 * and every single day that a calendar names.
 */
public final class LimitComparison {

    private static final int YEARS = 400;
    private static final int DAYS_A_YEAR = 366;

    /** Calendars whose single days lie farther apart than this are not compared. */
    private static final int MAX_DAYS = 1_000_000;

    private static final int MAX_PAUSE_DAYS = 60;

    /** How many days before the first day that counts differently a limit may begin. */
    private static final int DAYS_BEFORE = 60;

    /**
     * How a limit is counted.
     *
     * @param calendar of the unit; it matters where working days are counted
     */
    public record Way(DayCount in, WorkCalendar calendar) {
        /** The days that count. */
        WorkCalendar counted() {
            return in == DayCount.DAYS ? WorkCalendar.EVERY_DAY : calendar;
        }

        /** This difference in words for a reader. */
        public String words() {
            return in == DayCount.DAYS
                    ? in.word()
                    : in.word() + " of the calendar " + calendar.id();
        }
    }

    /** A limit that ends later. */
    public record Later(LocalDate from, LocalDate ours, LocalDate theirs) {}

    /** A limit that ends later when the traveller is asked something on the way. */
    public record LaterAsked(Later limit, LocalDate asked, LocalDate answered) {}

    private final LocalDate near;
    private final Map<WorkCalendar, DayLine> lines = new HashMap<>();

    /**
     * @param near where a reader expects the days that are shown
     */
    public LimitComparison(LocalDate near) {
        this.near = near;
    }

    /** Whether exactly the same days count, so that every limit ends on the same day. */
    public boolean isSame(Way ours, Way theirs) {
        if (ours.counted().equals(theirs.counted())) {
            return true;
        }
        var all = Window.of(near, ours, theirs);
        if (all.isEmpty()) {
            return false;
        }
        var own = line(ours, all.get());
        var other = line(theirs, all.get());
        for (int day = 0; day < all.get().length(); day++) {
            if (own.isWorked(day) != other.isWorked(day)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the calendars can be compared at all. */
    public boolean isComparable(Way ours, Way theirs) {
        return ours.counted().equals(theirs.counted()) || Window.of(near, ours, theirs).isPresent();
    }

    /**
     * A day from which our limit ends later than theirs, the first there is.
     *
     * @param n our number of days
     * @param m theirs
     */
    public Optional<Later> later(Way ours, int n, Way theirs, int m) {
        if (n <= m && ours.counted().equals(theirs.counted())) {
            return Optional.empty();
        }
        var all = Window.of(near, ours, theirs);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var own = line(ours, all.get());
        var other = line(theirs, all.get());
        for (int day = 0; day < all.get().begins(); day++) {
            int last = own.after(day, n);
            int due = other.after(day, m);
            if (last > due) {
                return Optional.of(new Later(own.date(day), own.date(last), own.date(due)));
            }
        }
        return Optional.empty();
    }

    /**
     * A limit of {@code n} days that ends later than theirs because one question was asked on the
     * way. Empty if no single question shows it; several still may, unless {@link #isSame}.
     */
    public Optional<LaterAsked> laterAsked(Way ours, Way theirs, int n, int answerDays) {
        var all = Window.of(near, ours, theirs);
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var own = line(ours, all.get());
        var other = line(theirs, all.get());
        int longest = Math.min(answerDays, MAX_PAUSE_DAYS);
        int different = 0;
        while (different < all.get().begins()
                && own.isWorked(different) == other.isWorked(different)) {
            different++;
        }
        for (int day = Math.max(0, different - n - DAYS_BEFORE); day <= different; day++) {
            int ownLast = own.after(day, n);
            int otherLast = other.after(day, n);
            for (int asked = day; asked <= Math.min(ownLast, otherLast); asked++) {
                for (int pause = 1; pause <= longest; pause++) {
                    int answered = asked + pause;
                    int last = paused(own, ownLast, asked, answered);
                    int due = paused(other, otherLast, asked, answered);
                    if (last > due) {
                        var limit = new Later(own.date(day), own.date(last), own.date(due));
                        return Optional.of(
                                new LaterAsked(limit, own.date(asked), own.date(answered)));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static int paused(DayLine line, int last, int asked, int answered) {
        int days = line.between(asked, answered);
        return line.after(last, days);
    }

    private DayLine line(Way way, Window all) {
        var known = lines.get(way.counted());
        if (known != null && known.date(0).equals(all.first()) && known.isAtLeast(all.length())) {
            return known;
        }
        var made = new DayLine(way.counted(), all.first(), all.length());
        lines.put(way.counted(), made);
        return made;
    }

    /**
     * The days to look at.
     *
     * @param begins on how many of them, from the first, a limit begins
     */
    private record Window(LocalDate first, int begins, int length) {

        /** How many days the longest limit takes, including free ones. */
        private static final int TAIL = 30_000;

        /** Empty where the days that the calendars name lie too far apart. */
        static Optional<Window> of(LocalDate near, Way ours, Way theirs) {
            var named =
                    Stream.of(ours, theirs)
                            .map(Way::counted)
                            .flatMap(calendar ->
                                    Stream.concat(
                                            calendar.worked().stream(),
                                            calendar.holidays().stream()
                                                    .flatMap(day -> day.once().stream())))
                            .sorted()
                            .toList();
            var first = near;
            var last = near;
            if (!named.isEmpty()) {
                first = named.getFirst().isBefore(near) ? named.getFirst() : near;
                last = named.getLast().isAfter(near) ? named.getLast() : near;
            }
            long span = ChronoUnit.DAYS.between(first, last);
            if (span > MAX_DAYS) {
                return Optional.empty();
            }
            // A limit that ends on the first named day began before it.
            int begins = (int) span + (YEARS + 1) * DAYS_A_YEAR;
            return Optional.of(new Window(first.minusDays(DAYS_A_YEAR), begins, begins + TAIL));
        }
    }
}
