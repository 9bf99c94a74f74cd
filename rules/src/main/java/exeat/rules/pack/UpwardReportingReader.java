package exeat.rules.pack;

import exeat.rules.authority.DayCount;
import exeat.rules.authority.ReportSchedule;
import exeat.rules.authority.UpwardReporting;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.YamlFields;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.Set;

/** Reads what {@code authorities.yaml} says of reports and issues; both may be left out. */
final class UpwardReportingReader {

    private static final int MAX_DAYS = 366;

    private final ProblemCollector problems;
    private final boolean hasCalendar;

    UpwardReportingReader(ProblemCollector problems, boolean hasCalendar) {
        this.problems = problems;
        this.hasCalendar = hasCalendar;
    }

    UpwardReporting read(YamlFields file) {
        return new UpwardReporting(
                file.has("reports")
                        ? file.below("reports", problems).flatMap(this::reports)
                        : Optional.empty(),
                file.has("issues")
                        ? file.below("issues", problems).flatMap(this::level)
                        : Optional.empty());
    }

    private Optional<ReportSchedule> reports(YamlFields fields) {
        var first = days(fields, "first days");
        var every = fields.has("every days") ? days(fields, "every days") : Optional.of(0);
        var on = fields.has("on") ? TimeLimitsReader.week(fields, "on") : Set.<DayOfWeek>of();
        var chase = days(fields, "chase days");
        var count = count(fields);
        fields.end();
        if (fields.has("every days") == fields.has("on")) {
            fields.problem("reports", "need either 'every days' or 'on'");
            return Optional.empty();
        }
        return first.isPresent() && every.isPresent() && chase.isPresent() && problems.isEmpty()
                ? Optional.of(new ReportSchedule(first.get(), every.get(), on, chase.get(), count))
                : Optional.empty();
    }

    private Optional<UpwardReporting.Level> level(YamlFields fields) {
        var days = days(fields, "days");
        var count = count(fields);
        fields.end();
        return days.map(n -> new UpwardReporting.Level(n, count));
    }

    private DayCount count(YamlFields fields) {
        var count = TimeLimitsReader.count(fields, "count");
        if (count == DayCount.WORKING_DAYS && !hasCalendar) {
            fields.problem("count", "is in working days, but no calendar is declared");
        }
        return count;
    }

    private static Optional<Integer> days(YamlFields fields, String key) {
        var text = fields.text(key);
        if (text.matches("[0-9]{1,3}")
                && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= MAX_DAYS) {
            return Optional.of(Integer.parseInt(text));
        }
        if (!text.isEmpty()) {
            fields.problem(key, "must be a number from 1 to " + MAX_DAYS);
        }
        return Optional.empty();
    }
}
