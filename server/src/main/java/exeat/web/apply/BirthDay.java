package exeat.web.apply;

import exeat.casework.value.Traveller;
import exeat.web.kit.PageTexts;
import exeat.web.kit.SubmittedForm;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

/** A date of birth as it was typed, and what is wrong with it. */
final class BirthDay {

    static final String FIELD = "born";

    private static final int MONTHS = 12;
    private static final int DIGITS = 4;

    private BirthDay() {}

    /** What is wrong, in the reader's words; empty for a day on which somebody alive was born. */
    static Optional<String> wrong(SubmittedForm typed, LocalDate today, PageTexts words) {
        if (Stream.of("day", "month", "year").anyMatch(part -> value(typed, part).isEmpty())) {
            return Optional.of(words.say("wrong.born.missing"));
        }
        var day = typed.part(FIELD + "-day");
        var month = typed.part(FIELD + "-month");
        var year = typed.part(FIELD + "-year");
        if (day.isEmpty() || month.isEmpty() || year.isEmpty()) {
            return Optional.of(words.say("wrong.born.digits"));
        }
        if (year.get() < 1000 || Integer.toString(year.get()).length() != DIGITS) {
            return Optional.of(words.say("wrong.born.year"));
        }
        if (month.get() < 1 || month.get() > MONTHS) {
            return Optional.of(words.say("wrong.born.month", Integer.toString(month.get())));
        }
        var in = YearMonth.of(year.get(), month.get());
        if (!in.isValidDay(day.get())) {
            return Optional.of(
                    words.say("wrong.born.day", words.month(in), Integer.toString(day.get())));
        }
        return wrong(in.atDay(day.get()), today, words);
    }

    private static Optional<String> wrong(LocalDate day, LocalDate today, PageTexts words) {
        if (day.isAfter(today)) {
            return Optional.of(words.say("wrong.born.future", words.day(day)));
        }
        return day.until(today).getYears() > Traveller.OLDEST
                ? Optional.of(words.say("wrong.born.old", words.day(day), Traveller.OLDEST))
                : Optional.empty();
    }

    private static String value(SubmittedForm typed, String part) {
        return typed.value(FIELD + "-" + part);
    }
}
