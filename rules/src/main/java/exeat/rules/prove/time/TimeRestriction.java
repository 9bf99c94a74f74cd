package exeat.rules.prove.time;

import exeat.rules.Directive;
import exeat.rules.ParsedPack;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.DayCount;
import exeat.rules.authority.DecisionService;
import exeat.rules.authority.PriorityRule;
import exeat.rules.authority.ServiceWay;
import exeat.rules.authority.TimeLimits;
import exeat.rules.authority.UpwardReporting;
import exeat.rules.decide.Tables;
import exeat.rules.finding.ClearanceDemand;
import exeat.rules.finding.PaperRow;
import exeat.rules.prove.time.LimitComparison.Later;
import exeat.rules.prove.time.LimitComparison.LaterAsked;
import exeat.rules.prove.time.LimitComparison.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Time is part of the burden: finds every way in which a local pack's deadlines are longer for
 * somebody than those of a directive above, with both values and example days where possible.
 *
 * <p>{@code RestrictionProof} compares the numbers of days for each person; this class compares how
 * they are counted. A local unit is compared with the calendar that the directive above gives to
 * the unit with the same id, or else to each of its units of the same function.
 */
public final class TimeRestriction {

    /** {@link TimeLimits#warnPercent} of a pack that warns of nothing. */
    private static final int NO_WARNING = 100;

    private final ParsedPack local;
    private final Directive above;
    private final TimeLimits ours;
    private final TimeLimits theirs;
    private final LimitComparison comparison;
    private final List<String> failures = new ArrayList<>();

    private TimeRestriction(ParsedPack local, Directive above) {
        this.local = local;
        this.above = above;
        this.ours = local.procedure().limits();
        this.theirs = above.limits();
        this.comparison = new LimitComparison(local.record().date());
    }

    /** A sentence for each; empty where nobody waits longer. */
    public static List<String> of(ParsedPack local, Directive above) {
        var time = new TimeRestriction(local, above);
        time.zone();
        time.counted(
                "A decision",
                TimeLimits::decisions,
                tables -> tables.paper().rows().stream().mapToInt(PaperRow::decisionDays));
        time.counted(
                "A clearance",
                TimeLimits::clearances,
                tables -> tables.clearances().rows().stream().mapToInt(ClearanceDemand::days));
        time.answers();
        time.warnings();
        time.newSecrets();
        time.service();
        for (var kind : PriorityRule.Kind.values()) {
            time.sooner(kind);
        }
        time.issues();
        return List.copyOf(time.failures);
    }

    private void fail(String says) {
        failures.add(says);
    }

    /** "d: 14; d4: 30." with the names of both. */
    private String both(Object parents, Object own) {
        return above.ref().id() + ": " + parents + "; " + local.ref().id() + ": " + own + ".";
    }

    private void zone() {
        var own = local.vocabulary().zone();
        var parents = above.vocabulary().zone();
        if (own.equals(parents) || own.getRules().equals(parents.getRules())) {
            return;
        }
        var shown =
                otherDay(parents, own)
                        .map(at ->
                                " An application filed at "
                                        + at
                                        + " counts as filed on "
                                        + day(at, parents)
                                        + " there and on "
                                        + day(at, own)
                                        + " here; ages and limits count from that day.")
                        .orElse("");
        fail(
                "The time zones differ, so days begin at different times. "
                        + both(parents.getId(), own.getId())
                        + shown);
    }

    /** A moment that is not on the same day in both. */
    private Optional<Instant> otherDay(ZoneId one, ZoneId other) {
        return IntStream.range(0, 366)
                .mapToObj(local.record().date()::plusDays)
                .flatMap(day ->
                        Stream.of(
                                day.atStartOfDay(one).toInstant(),
                                day.atStartOfDay(other).toInstant()))
                .filter(at -> !day(at, one).equals(day(at, other)))
                .findFirst();
    }

    private static LocalDate day(Instant at, ZoneId zone) {
        return at.atZone(zone).toLocalDate();
    }

    /** How the limits of one kind are counted, for each unit of the local pack. */
    private void counted(
            String what, Function<TimeLimits, DayCount> count, Function<Tables, IntStream> days) {
        var numbers = sorted(days.apply(local.tables()));
        var parents = sorted(days.apply(above.parsed().tables()));
        if (numbers.isEmpty() || parents.isEmpty()) {
            return;
        }
        for (var pair : ways(count.apply(ours), count.apply(theirs))) {
            if (!comparison.isComparable(pair.ours(), pair.theirs())) {
                fail(what + " is counted by calendars that differ too much to compare.");
                return;
            }
            var later = later(pair, numbers, parents);
            if (later.isPresent()) {
                fail(what + " is due later. " + ways(pair) + later.get());
                return;
            }
            if (ours.answerDays() > 0 && !comparison.isSame(pair.ours(), pair.theirs())) {
                fail(what + asked(pair, numbers.getFirst()));
                return;
            }
        }
    }

    private static List<Integer> sorted(IntStream numbers) {
        return List.copyOf(numbers.boxed().collect(Collectors.toCollection(TreeSet::new)));
    }

    private record Pair(Way ours, Way theirs) {}

    /** How each unit of the local pack counts, and how the directive above would for it. */
    private List<Pair> ways(DayCount own, DayCount parents) {
        return local.procedure().authorities().all().stream()
                .flatMap(unit ->
                        alike(unit)
                                .map(other ->
                                        new Pair(
                                                new Way(own, ours.calendar(unit.id())),
                                                new Way(parents, theirs.calendar(other)))))
                .distinct()
                .toList();
    }

    /**
     * The ids under which the directive above knows a local unit: its own id; without such a unit,
     * all units of that function; without those too, its own id again.
     */
    private Stream<AuthorityId> alike(Authority unit) {
        var all = above.parsed().procedure().authorities().all();
        var alike =
                all.stream()
                        .filter(other -> other.function().equals(unit.function()))
                        .map(Authority::id)
                        .toList();
        boolean isKnown = all.stream().anyMatch(other -> other.id().equals(unit.id()));
        return isKnown || alike.isEmpty() ? Stream.of(unit.id()) : alike.stream();
    }

    private String ways(Pair pair) {
        return "Counted in " + both(pair.theirs().words(), pair.ours().words());
    }

    /**
     * A limit that ends later although its number is no greater. A greater number is reported
     * elsewhere, for the people whom it affects.
     */
    private Optional<String> later(Pair pair, List<Integer> numbers, List<Integer> parents) {
        for (int n : numbers) {
            var enough = parents.stream().filter(m -> m >= n).findFirst();
            var later = enough.flatMap(m -> comparison.later(pair.ours(), n, pair.theirs(), m));
            if (later.isPresent()) {
                return Optional.of(shown(later.get(), n, enough.orElseThrow()));
            }
        }
        return Optional.empty();
    }

    private static String shown(Later later, int n, int m) {
        return " Counted from %s, it is due on %s there (%d) and on %s here (%d)."
                .formatted(later.from(), later.theirs(), m, later.ours(), n);
    }

    private String asked(Pair pair, int n) {
        return " is counted differently, so after a question, which stops the clock, it can be"
                + " due later. "
                + ways(pair)
                + comparison
                        .laterAsked(pair.ours(), pair.theirs(), n, ours.answerDays())
                        .map(found -> shown(found, n))
                        .orElse("");
    }

    private static String shown(LaterAsked found, int n) {
        return shown(found.limit(), n, n)
                + " A question was asked on "
                + found.asked()
                + " and answered on "
                + found.answered()
                + ".";
    }

    private void answers() {
        if (ours.answerDays() > theirs.answerDays()) {
            var from = local.record().date();
            fail(
                    "The clock stops for longer while a question is open (days). "
                            + both(pause(theirs.answerDays()), pause(ours.answerDays()))
                            + " Asked on "
                            + from
                            + ", the clock runs again after "
                            + theirs.answerBy(from)
                            + " there and after "
                            + ours.answerBy(from)
                            + " here.");
        }
    }

    private static String pause(int days) {
        return days == 0 ? "it never stops" : Integer.toString(days);
    }

    private void warnings() {
        if (ours.warnPercent() > theirs.warnPercent()) {
            fail(
                    "Units are warned of a deadline later (percent of the limit). "
                            + both(theirs.warnPercent(), warned(ours.warnPercent())));
        }
    }

    /**
     * Compares how long a new secret waits. No step goes on meanwhile, so a longer time delays the
     * person, and a shorter one protects them less.
     */
    private void newSecrets() {
        if (ours.newSecretDays() != theirs.newSecretDays()) {
            fail(
                    "A new secret of a person waits for another time, in days. "
                            + both(theirs.newSecretDays(), ours.newSecretDays()));
        }
    }

    /** A shorter time to answer or to appeal, and other ways of service than the parent's. */
    private void service() {
        var own = ours.service();
        var parents = theirs.service();
        if (own.endsSoonerThan(parents)) {
            fail(
                    "The time to appeal against a decision ends sooner, in days after service. "
                            + both(days(parents), days(own)));
        }
        if (own.hearsShorterThan(parents)) {
            fail(
                    "The time to answer before a decision ends sooner, in days after service. "
                            + both(
                                    Integer.toString(parents.hearingDays()),
                                    Integer.toString(own.hearingDays())));
        }
        if (!parents.ways().containsAll(own.ways())) {
            fail(
                    "A decision may be served in another way. "
                            + both(words(parents.ways()), words(own.ways())));
        }
        if (!own.ways().containsAll(parents.ways())) {
            fail(
                    "A way in which a decision is served is missing. "
                            + both(words(parents.ways()), words(own.ways())));
        }
    }

    private static String days(DecisionService service) {
        return service.appealDays().map(days -> Integer.toString(days)).orElse("no end");
    }

    private static String words(Set<ServiceWay> ways) {
        return ways.stream().map(ServiceWay::stored).collect(Collectors.joining(" and "));
    }

    private static String warned(int percent) {
        return percent == NO_WARNING ? "never" : Integer.toString(percent);
    }

    private void sooner(PriorityRule.Kind kind) {
        var parents = soonest(theirs, kind);
        var own = soonest(ours, kind);
        if (parents.isPresent() && own.filter(rule -> rule.isAsSoonAs(parents.get())).isEmpty()) {
            fail(
                    "How much sooner cases are due ("
                            + kind.word()
                            + "; days). "
                            + both(
                                    parents.get().days(),
                                    own.map(rule -> Integer.toString(rule.days())).orElse("none")));
        }
    }

    /** The rule that counts among several of one kind. */
    private static Optional<PriorityRule> soonest(TimeLimits limits, PriorityRule.Kind kind) {
        return limits.order().stream()
                .filter(rule -> rule.kind() == kind)
                .reduce((one, other) -> one.isAsSoonAs(other) ? one : other);
    }

    /** An issue may be a traveller's. When units report concerns nobody who travels. */
    private void issues() {
        var parents = above.upward().issues();
        var own = local.procedure().upward().issues();
        if (parents.isEmpty()) {
            return;
        }
        if (own.isEmpty()) {
            fail(
                    "An issue may stay at one level for ever. "
                            + both(parents.get().days(), "no limit"));
            return;
        }
        for (var pair : ways(own.get().count(), parents.get().count())) {
            var later =
                    comparison.later(
                            pair.ours(), own.get().days(), pair.theirs(), parents.get().days());
            if (later.isPresent() || !comparison.isComparable(pair.ours(), pair.theirs())) {
                fail(
                        "An issue may stay longer at one level. "
                                + both(level(parents.get()), level(own.get()))
                                + later.map(found ->
                                                shown(
                                                        found,
                                                        own.get().days(),
                                                        parents.get().days()))
                                        .orElse(""));
                return;
            }
        }
    }

    private static String level(UpwardReporting.Level level) {
        return level.days() + " " + level.count().word();
    }
}
