package exeat.web.apply;

import exeat.casework.value.Traveller;
import exeat.casework.value.birth.BirthDate;
import exeat.casework.value.birth.LunarDay;
import exeat.desk.intake.LunarDates;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A date of birth as it was typed, and what is wrong with it. It is told in one of three ways: as
 * much of a day as is known, the days between which it is, or a day of a lunar calendar.
 */
final class BirthDay {

    static final String FIELD = "born";
    static final String FROM = "born-from";
    static final String TO = "born-to";
    static final String LUNAR = "born-lunar";
    static final String LEAP = "born-leap";
    static final String CALENDAR = "born-calendar";

    /** The fields of each way as they are sent. */
    static final List<String> BETWEEN = Stream.of(FROM, TO).flatMap(BirthDay::parts).toList();

    /** The fields of a lunar day without the choice of calendar, which alone says nothing. */
    static final List<String> TOLD = Stream.concat(parts(LUNAR), Stream.of(LEAP)).toList();

    static final List<String> FIELDS =
            Stream.of(parts(FIELD), BETWEEN.stream(), TOLD.stream(), Stream.of(CALENDAR))
                    .flatMap(names -> names)
                    .toList();

    private static final int MONTHS = 12;
    private static final int DIGITS = 4;
    private static final int MAX_LUNAR_DAY = 30;

    private BirthDay() {}

    private static Stream<String> parts(String name) {
        return Stream.of("day", "month", "year").map(part -> name + "-" + part);
    }

    /** The date; empty if something is wrong with it by itself. */
    static Optional<BirthDate> read(SubmittedForm typed) {
        var ways = ways(typed);
        if (ways.size() > 1) {
            return Optional.empty();
        }
        if (ways.contains(LUNAR)) {
            return told(typed)
                    .flatMap(told -> LunarDates.day(told).map(day -> BirthDate.of(day, told)));
        }
        if (ways.contains(FROM)) {
            return date(typed, FROM)
                    .flatMap(from ->
                            date(typed, TO)
                                    .filter(to -> !to.latest().isBefore(from.earliest()))
                                    .map(to -> BirthDate.between(from.earliest(), to.latest())));
        }
        return date(typed, FIELD);
    }

    private static List<String> ways(SubmittedForm typed) {
        return Stream.of(
                        Map.entry(FIELD, parts(FIELD).toList()),
                        Map.entry(FROM, BETWEEN),
                        Map.entry(LUNAR, TOLD))
                .filter(way -> way.getValue().stream().anyMatch(one -> !typed.value(one).isEmpty()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** As much of a day as was typed. */
    private static Optional<BirthDate> date(SubmittedForm typed, String name) {
        if (isWrong(typed, name)) {
            return Optional.empty();
        }
        var year = Year.of(typed.part(name + "-year").orElseThrow());
        var month = typed.part(name + "-month");
        var day = typed.part(name + "-day");
        return Optional.of(
                month.isEmpty()
                        ? BirthDate.of(year)
                        : day.isEmpty()
                                ? BirthDate.of(year.atMonth(month.get()))
                                : BirthDate.of(year.atMonth(month.get()).atDay(day.get())));
    }

    private static Optional<LunarDay> told(SubmittedForm typed) {
        var year = typed.part(LUNAR + "-year").filter(BirthDay::isYear);
        var month = typed.part(LUNAR + "-month").filter(one -> one >= 1 && one <= MONTHS);
        var day = typed.part(LUNAR + "-day").filter(one -> one >= 1 && one <= MAX_LUNAR_DAY);
        var whose = LunarDay.Calendar.of(typed.value(CALENDAR));
        return year.isEmpty() || month.isEmpty() || day.isEmpty() || whose.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new LunarDay(
                                whose.get(),
                                year.get(),
                                month.get(),
                                !typed.value(LEAP).isEmpty(),
                                day.get()));
    }

    private static boolean isYear(int year) {
        return year >= 1000 && Integer.toString(year).length() == DIGITS;
    }

    /** What is wrong with which field, in the reader's words; empty if somebody alive has it. */
    static Map<String, String> wrong(SubmittedForm typed, LocalDate today, PageTexts words) {
        var ways = ways(typed);
        if (ways.size() > 1) {
            return Map.of(FIELD, words.say("wrong.born.ways"));
        }
        return new Check(typed, today, words).wrong(ways.stream().findFirst().orElse(FIELD));
    }

    private static boolean isWrong(SubmittedForm typed, String name) {
        return new Check(typed, LocalDate.MAX, PageTexts.of("en")).parts(name).isPresent();
    }

    /** One look at what was typed. */
    private record Check(SubmittedForm typed, LocalDate today, PageTexts words) {

        Map<String, String> wrong(String way) {
            var wrong = new LinkedHashMap<String, String>();
            switch (way) {
                case FROM -> {
                    whole(FROM).ifPresent(why -> wrong.put(FROM, why));
                    whole(TO).or(this::order).ifPresent(why -> wrong.put(TO, why));
                }
                case LUNAR -> lunar().ifPresent(why -> wrong.put(LUNAR, why));
                default -> whole(FIELD).ifPresent(why -> wrong.put(FIELD, why));
            }
            if (way.equals(LUNAR) && LunarDay.Calendar.of(typed.value(CALENDAR)).isEmpty()) {
                wrong.put(CALENDAR, words.say("wrong.born.lunar.whose"));
            }
            return wrong;
        }

        /** The parts, and when that is. */
        private Optional<String> whole(String name) {
            return parts(name).or(() -> date(typed, name).flatMap(this::when));
        }

        private Optional<String> when(BirthDate born) {
            if (born.earliest().isAfter(today)) {
                return Optional.of(words.say("wrong.born.future", words.born(born)));
            }
            return born.agesOn(today).least() > Traveller.OLDEST
                    ? Optional.of(words.say("wrong.born.old", words.born(born), Traveller.OLDEST))
                    : Optional.empty();
        }

        private Optional<String> order() {
            return date(typed, FROM)
                    .flatMap(from ->
                            date(typed, TO)
                                    .filter(to -> to.latest().isBefore(from.earliest()))
                                    .map(to ->
                                            words.say(
                                                    "wrong.born.order",
                                                    words.born(to),
                                                    words.born(from))));
        }

        /** What is wrong with the parts of a day; only the year must be there. */
        Optional<String> parts(String name) {
            boolean noDay = typed.value(name + "-day").isEmpty();
            boolean noMonth = typed.value(name + "-month").isEmpty();
            if (typed.value(name + "-year").isEmpty()) {
                return say(noDay && noMonth ? "wrong.born.missing" : "wrong.born.no-year");
            }
            if (noMonth && !noDay) {
                return say("wrong.born.no-month");
            }
            var day = typed.part(name + "-day");
            var month = typed.part(name + "-month");
            var year = typed.part(name + "-year");
            if (year.isEmpty() || month.isEmpty() != noMonth || day.isEmpty() != noDay) {
                return say("wrong.born.digits");
            }
            if (!isYear(year.get())) {
                return say("wrong.born.year");
            }
            return month.flatMap(one -> month(year.get(), one, day));
        }

        private Optional<String> month(int year, int month, Optional<Integer> day) {
            if (month < 1 || month > MONTHS) {
                return Optional.of(words.say("wrong.born.month", Integer.toString(month)));
            }
            var in = YearMonth.of(year, month);
            return day.filter(one -> !in.isValidDay(one))
                    .map(one ->
                            words.say("wrong.born.day", words.month(in), Integer.toString(one)));
        }

        private Optional<String> lunar() {
            if (BirthDay.parts(LUNAR).anyMatch(part -> typed.value(part).isEmpty())) {
                return say("wrong.born.lunar.missing");
            }
            if (BirthDay.parts(LUNAR).anyMatch(part -> typed.part(part).isEmpty())) {
                return say("wrong.born.digits");
            }
            if (!isYear(typed.part(LUNAR + "-year").orElseThrow())) {
                return say("wrong.born.year");
            }
            if (LunarDay.Calendar.of(typed.value(CALENDAR)).isEmpty()) {
                return Optional.empty();
            }
            return read(typed).map(this::when).orElseGet(() -> say("wrong.born.lunar"));
        }

        private Optional<String> say(String key) {
            return Optional.of(words.say(key));
        }
    }
}
