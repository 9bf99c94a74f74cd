package exeat.rules.pack;

import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.DayCount;
import exeat.rules.authority.DecisionService;
import exeat.rules.authority.PriorityRule;
import exeat.rules.authority.ServiceWay;
import exeat.rules.authority.TimeLimits;
import exeat.rules.authority.WorkCalendar;
import exeat.rules.source.ProblemCollector;
import exeat.rules.source.YamlFields;
import exeat.rules.source.YamlNode;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what {@code authorities.yaml} says of calendars and limits; both may be left out. */
final class TimeLimitsReader {

    private static final int MAX_DAYS = 3650;

    private final ProblemCollector problems;
    private final Map<String, WorkCalendar> calendars = new LinkedHashMap<>();

    TimeLimitsReader(ProblemCollector problems) {
        this.problems = problems;
    }

    /**
     * What the file says; empty where it says nothing.
     *
     * @param own the ids of calendars that units name, by unit
     */
    Optional<TimeLimits> read(YamlFields file, AuthorityTree tree, Map<AuthorityId, String> own) {
        if (!file.has("calendars") && !file.has("limits")) {
            own.forEach((unit, id) -> file.problem("calendar", "is not declared: " + id));
            return Optional.empty();
        }
        if (file.has("calendars")) {
            file.items("calendars").forEach(this::calendar);
        }
        own.values().stream()
                .filter(id -> !calendars.containsKey(id))
                .distinct()
                .forEach(id -> file.problem("calendar", "is not declared: " + id));
        var of = new HashMap<AuthorityId, WorkCalendar>();
        for (var unit : tree.all()) {
            tree.lineage(unit.id()).stream()
                    .flatMap(above -> Optional.ofNullable(own.get(above.id())).stream())
                    .findFirst()
                    .map(calendars::get)
                    .ifPresent(calendar -> of.put(unit.id(), calendar));
        }
        return Optional.of(limits(file, of));
    }

    private TimeLimits limits(YamlFields file, Map<AuthorityId, WorkCalendar> of) {
        var zone = ZoneOffset.UTC;
        var all = List.copyOf(calendars.values());
        if (!file.has("limits")) {
            var plain = TimeLimits.plain(zone);
            return new TimeLimits(
                    zone,
                    all,
                    of,
                    plain.clearances(),
                    plain.decisions(),
                    plain.answerDays(),
                    plain.warnPercent(),
                    plain.order(),
                    plain.newSecretDays(),
                    plain.service());
        }
        var said = file.below("limits", problems).orElseThrow();
        var limits =
                new TimeLimits(
                        zone,
                        all,
                        of,
                        count(said, "clearances"),
                        count(said, "decisions"),
                        whole(said, "answer days", 1, 365).orElse(TimeLimits.ANSWER_DAYS),
                        whole(said, "warn at percent", 1, 99).orElse(TimeLimits.WARN_PERCENT),
                        order(said),
                        whole(said, "new secret days", 3, 30).orElse(TimeLimits.NEW_SECRET_DAYS),
                        service(said));
        said.end();
        if (all.isEmpty()
                && (limits.clearances() == DayCount.WORKING_DAYS
                        || limits.decisions() == DayCount.WORKING_DAYS)) {
            file.problem("limits", "count working days, but no calendar is declared");
        }
        return limits;
    }

    private static DecisionService service(YamlFields fields) {
        var ways = EnumSet.noneOf(ServiceWay.class);
        for (var word : fields.texts("service")) {
            var way = ServiceWay.of(word);
            if (way.isEmpty()) {
                fields.problem("service", "must be counter or account, not " + word);
            }
            way.ifPresent(ways::add);
        }
        return new DecisionService(
                ways.isEmpty() ? DecisionService.PLAIN.ways() : ways,
                whole(fields, "appeal days", 14, 365),
                whole(fields, "hearing days", 7, 90).orElse(DecisionService.HEARING_DAYS));
    }

    static DayCount count(YamlFields fields, String key) {
        var word = fields.optionalText(key).orElse(DayCount.DAYS.word());
        var count = DayCount.of(word);
        if (count.isEmpty()) {
            fields.problem(key, "must be days or working days, not " + word);
        }
        return count.orElse(DayCount.DAYS);
    }

    private List<PriorityRule> order(YamlFields fields) {
        var order = new ArrayList<PriorityRule>();
        if (fields.has("sooner")) {
            for (var item : fields.items("sooner")) {
                YamlFields.of(item, "sooner", problems)
                        .ifPresent(one -> {
                            var word = one.text("who");
                            var kind = PriorityRule.Kind.of(word);
                            if (kind.isEmpty() && !word.isEmpty()) {
                                one.problem("who", "is not minor, comes of age or long wait");
                            }
                            var days = whole(one, "days", 1, MAX_DAYS);
                            if (days.isEmpty()) {
                                one.problem("days", "is missing");
                            }
                            one.end();
                            kind.ifPresent(k -> order.add(new PriorityRule(k, days.orElse(1))));
                        });
            }
        }
        return order;
    }

    private static Optional<Integer> whole(YamlFields fields, String key, int least, int most) {
        return fields.optionalText(key)
                .flatMap(text -> {
                    try {
                        int n = Integer.parseInt(text);
                        if (n >= least && n <= most) {
                            return Optional.of(n);
                        }
                    } catch (NumberFormatException notANumber) {
                        // Reported below, like a number out of bounds.
                    }
                    fields.problem(key, "must be a number from " + least + " to " + most);
                    return Optional.empty();
                });
    }

    private void calendar(YamlNode node) {
        YamlFields.of(node, "calendars", problems)
                .ifPresent(fields -> {
                    var id = fields.text("id");
                    var source = fields.text("source");
                    var week = week(fields, "works on");
                    var holidays = holidays(fields);
                    var worked = new HashSet<LocalDate>();
                    for (var text : fields.texts("worked")) {
                        parsed(fields, "worked", text, LocalDate::parse).ifPresent(worked::add);
                    }
                    fields.end();
                    if (week.isEmpty()) {
                        return;
                    }
                    var calendar = new WorkCalendar(id, source, week, holidays, worked);
                    calendar.thinYear()
                            .ifPresent(thin ->
                                    fields.problem(
                                            "holidays",
                                            "leave %d working days in %d; a calendar needs at"
                                                            .formatted(thin.worked(), thin.year())
                                                    + " least "
                                                    + WorkCalendar.MIN_WORKED_DAYS
                                                    + " in each year"));
                    if (calendars.put(id, calendar) != null) {
                        fields.problem("id", "is there twice: " + id);
                    }
                });
    }

    /** Days of the week by their words, at least one. */
    static Set<DayOfWeek> week(YamlFields fields, String key) {
        var words =
                java.util.Arrays.stream(DayOfWeek.values())
                        .collect(
                                Collectors.toMap(
                                        day -> day.name().toLowerCase(Locale.ROOT),
                                        Function.identity()));
        var week = EnumSet.noneOf(DayOfWeek.class);
        var said = fields.texts(key);
        for (var word : said) {
            var day = words.get(word);
            if (day == null) {
                fields.problem(key, "is not a day of the week: " + word);
            } else {
                week.add(day);
            }
        }
        if (said.isEmpty()) {
            fields.problem(key, "needs at least one day");
        }
        return week;
    }

    private List<WorkCalendar.Holiday> holidays(YamlFields fields) {
        var holidays = new ArrayList<WorkCalendar.Holiday>();
        if (!fields.has("holidays")) {
            return holidays;
        }
        for (var item : fields.items("holidays")) {
            YamlFields.of(item, "holidays", problems)
                    .ifPresent(one -> {
                        var name = one.text("name");
                        var every =
                                one.optionalText("every")
                                        .flatMap(text ->
                                                parsed(one, "every", "--" + text, MonthDay::parse));
                        var once =
                                one.optionalText("on")
                                        .flatMap(text -> parsed(one, "on", text, LocalDate::parse));
                        if (one.has("every") == one.has("on")) {
                            one.problem("holidays", "needs either 'every' or 'on': " + name);
                        }
                        one.end();
                        holidays.add(new WorkCalendar.Holiday(name, every, once));
                    });
        }
        return holidays;
    }

    private static <T> Optional<T> parsed(
            YamlFields fields, String key, String text, Function<CharSequence, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeException notADay) {
            fields.problem(key, "is not a day: " + text);
            return Optional.empty();
        }
    }
}
