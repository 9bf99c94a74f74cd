package exeat.rules.pack;

import exeat.rules.authority.Count;
import exeat.rules.authority.ReportDates;
import exeat.rules.authority.Upward;

import exeat.rules.source.Fields;
import exeat.rules.source.Problems;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;

/** Reads what {@code authorities.yaml} says of reports and issues; both may be left out. */
final class UpwardReader {

    private static final int MOST_DAYS = 366;

    private final Problems problems;
    private final boolean hasCalendar;

    UpwardReader(Problems problems, boolean hasCalendar) {
        this.problems = problems;
        this.hasCalendar = hasCalendar;
    }

    Upward read(Fields file) {
        return new Upward(
                file.has("reports")
                        ? file.below("reports", problems).flatMap(this::reports)
                        : Optional.empty(),
                file.has("issues")
                        ? file.below("issues", problems).flatMap(this::level)
                        : Optional.empty());
    }

    private Optional<ReportDates> reports(Fields fields) {
        var first = days(fields, "first days");
        var every = fields.has("every days") ? days(fields, "every days") : Optional.of(0);
        var on = fields.has("on") ? LimitsReader.week(fields, "on") : Set.<DayOfWeek>of();
        var chase = days(fields, "chase days");
        var count = count(fields);
        fields.end();
        if (fields.has("every days") == fields.has("on")) {
            fields.problem("reports", "need either 'every days' or 'on'");
            return Optional.empty();
        }
        return first.isPresent() && every.isPresent() && chase.isPresent() && problems.isEmpty()
                ? Optional.of(new ReportDates(first.get(), every.get(), on, chase.get(), count))
                : Optional.empty();
    }

    private Optional<Upward.Level> level(Fields fields) {
        var days = days(fields, "days");
        var count = count(fields);
        fields.end();
        return days.map(n -> new Upward.Level(n, count));
    }

    private Count count(Fields fields) {
        var count = LimitsReader.count(fields, "count");
        if (count == Count.WORKING_DAYS && !hasCalendar) {
            fields.problem("count", "is in working days, and no calendar is declared");
        }
        return count;
    }

    private static Optional<Integer> days(Fields fields, String key) {
        var text = fields.text(key);
        if (text.matches("[0-9]{1,3}")
                && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= MOST_DAYS) {
            return Optional.of(Integer.parseInt(text));
        }
        if (!text.isEmpty()) {
            fields.problem(key, "must be a number from 1 to " + MOST_DAYS);
        }
        return Optional.empty();
    }
}
