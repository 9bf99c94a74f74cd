package exeat.oversight.watch;

import exeat.casework.value.HoldGround;
import exeat.casework.value.OfficerId;
import exeat.oversight.WorkItem;
import exeat.oversight.watch.Observation.BurdenKind;
import exeat.oversight.watch.Observation.ImposedBurden;
import exeat.oversight.watch.Wait.How;
import exeat.rules.Directive;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.Role;
import exeat.rules.authority.UnitFunction;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.finding.LegacyPurposes;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import exeat.rules.prove.Practice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Simulated months, to measure how often the watchers are wrong and how much they find. In an
 * honest month every unit takes its own time for each case; in a planted one a single county
 * misbehaves.
 */
public final class SimulatedMonths {

    /** What one county does. */
    public enum Plant {
        NOTHING,
        /**
         * It issues as many papers a day as it receives files, less one in four, and never more.
         */
        CAP,
        /** It takes three times as long from the last week on. */
        SLOWER,
        /** It takes twice as long as the others, all month. */
        UNLIKE_DAYS,
        /** It asks a third of those who return for more. */
        DEMAND,
        /**
         * It asks everyone who returns for a document that the directive does not require of them.
         */
        PRACTICE,
        /** It asks that of people with one certain fact, whatever their purpose. */
        PRACTICE_OF_SOME,
        /** Its second officer agrees at once. */
        RUBBER_STAMP,
        /** One file in ten is put on a pile. */
        PILE
    }

    private static final ZoneId ZONE = ZoneOffset.UTC;
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 30;

    /** The requirement, if there is one. */
    private static final String ASKED = "word-on-relations";

    private record Like(Outcome outcome, Purpose purpose) {}

    private static final List<Like> LIKE = like();

    /** Like files before; the second purpose is always approved, as in the pack of 1963. */
    private static List<Like> like() {
        var like = new ArrayList<Like>();
        for (var purpose : LegacyPurposes.all().meanings().keySet()) {
            boolean always = like.size() == 1;
            like.add(
                    new Like(
                            always ? Outcome.APPROVE_ALWAYS : Outcome.APPROVE_IN_GENERAL, purpose));
        }
        return List.copyOf(like);
    }

    private final SeededRandom chance;

    /** Apart, so that a month is the same whatever facts a directive has. */
    private final SeededRandom others;

    private final double files;
    private final Plant plant;
    private final List<FactDefinition> facts;

    private final List<Wait> waits = new ArrayList<>();
    private final List<Observation> treated = new ArrayList<>();
    private final List<Concurrence> answered = new ArrayList<>();

    private SimulatedMonths(long seed, double files, Plant plant, Optional<Directive> directive) {
        this.chance = new SeededRandom(seed);
        this.others = new SeededRandom(~seed);
        this.files = files;
        this.plant = plant;
        this.facts = directive.map(Practice.Condition::facts).orElse(List.of());
    }

    /**
     * One month, the same for the same seed. The planted county is the first.
     *
     * @param files how many come in a day and county, in the mean; counties differ
     * @param directive whose facts people have; without one they have none
     */
    public static CaseTraces of(
            long seed, int counties, double files, Plant plant, Optional<Directive> directive) {
        var month = new SimulatedMonths(seed, files, plant, directive);
        for (int county = 0; county < counties; county++) {
            month.live(county);
        }
        return new CaseTraces(month.waits, month.treated, month.answered);
    }

    /**
     * The tree in which these months are lived, and the day on which they are looked at.
     *
     * @param proofs of practices; without them none is found
     */
    public static WatchContext setting(int counties, int day, Optional<PracticeProofs> proofs) {
        var units = new ArrayList<Authority>();
        var root = new AuthorityId("root");
        units.add(authority(root, Optional.empty(), Role.SUPERVISES));
        for (int county = 0; county < counties; county++) {
            var place = new AuthorityId("c" + county);
            units.add(authority(place, Optional.of(root), Role.SUPERVISES));
            units.add(authority(unit(county), Optional.of(place), Role.HOLDS_FILES));
        }
        return new WatchContext(new AuthorityTree(units), ZONE, time(day, 10), proofs);
    }

    private static Authority authority(AuthorityId id, Optional<AuthorityId> parent, Role role) {
        var place = role == Role.SUPERVISES ? id : parent.orElseThrow();
        return new Authority(
                id,
                parent,
                new UnitFunction(role.word()),
                Set.of(role),
                id.text(),
                place,
                true,
                false);
    }

    /** What could be seen at a time, without anything that happened later. */
    public static CaseTraces until(CaseTraces traces, Instant now) {
        return new CaseTraces(
                traces.waits().stream()
                        .filter(wait -> !wait.from().isAfter(now))
                        .map(wait -> until(wait, now))
                        .toList(),
                traces.treated().stream().filter(t -> !t.at().isAfter(now)).toList(),
                traces.answered().stream().filter(a -> !a.answered().isAfter(now)).toList());
    }

    private static Wait until(Wait wait, Instant now) {
        return wait.until().filter(end -> end.isAfter(now)).isEmpty()
                ? wait
                : new Wait(
                        wait.file(),
                        wait.traveller(),
                        wait.unit(),
                        wait.kind(),
                        wait.from(),
                        wait.due(),
                        Optional.empty(),
                        How.LASTS);
    }

    /** The unit of a county. */
    public static AuthorityId unit(int county) {
        return new AuthorityId("c" + county + "-fa");
    }

    private static Instant time(int day, int hour) {
        return FIRST.plusDays(day).atStartOfDay(ZONE).plusHours(hour).toInstant();
    }

    private boolean is(Plant wanted, int county) {
        return plant == wanted && county == 0;
    }

    private void live(int county) {
        double rate = county == 0 ? files : files * (0.4 + 1.2 * chance.next());
        var ready = new ArrayList<Wait>();
        int number = 0;
        for (int day = 0; day < DAYS; day++) {
            int come = chance.poisson(rate * (day % 7 < 5 ? 1.2 : 0.5));
            for (int i = 0; i < come; i++) {
                ready.addAll(file(county, "c" + county + "-" + number++, day));
            }
        }
        waits.addAll(is(Plant.CAP, county) ? capped(ready, rate) : ready);
    }

    /** One application: a family of one to four, who mostly move together. */
    private List<Wait> file(int county, String file, int day) {
        var like = LIKE.get(chance.below(LIKE.size()));
        int people = chance.below(100) < 68 ? 1 : 2 + chance.below(3);
        int begins = day + 1 + chance.below(6);
        int takes = 1 + chance.below(4);
        if (is(Plant.UNLIKE_DAYS, county)
                || (is(Plant.SLOWER, county) && begins + takes > DAYS - 7)) {
            takes *= is(Plant.SLOWER, county) ? 3 : 2;
        }
        if (is(Plant.PILE, county) && chance.below(10) == 0) {
            takes = 10 * DAYS;
        }
        var family = new ArrayList<Wait>();
        for (int person = 1; person <= people; person++) {
            int own = takes + (chance.below(10) == 0 ? 1 : 0);
            family.add(wait(county, file, person, begins, begins + own));
        }
        var own = facts();
        treated.add(
                new Observation(
                        file,
                        unit(county),
                        like.outcome() + " " + like.purpose().stored(),
                        Optional.of(like.purpose()),
                        own,
                        time(day, 9),
                        laid(county, file, like, own)));
        return family;
    }

    /** Each fact as it may be, the first of its values as often as all others together. */
    private Map<FactName, Value> facts() {
        var own = new HashMap<FactName, Value>();
        for (var fact : facts) {
            var values = Practice.Condition.values(fact);
            int more = values.size() - 1;
            int which = more == 0 ? 0 : Math.max(0, others.below(2 * more) - more + 1);
            own.put(fact.name(), values.get(which));
        }
        return own;
    }

    /** Whether the fact that separates people best has its second value. */
    private boolean isOfSome(Map<FactName, Value> own) {
        return facts.stream()
                .max(Comparator.comparingInt(f -> Practice.Condition.values(f).size()))
                .map(f -> new Practice.Condition(f.name(), Practice.Condition.values(f).get(1)))
                .filter(second -> second.value().equals(own.get(second.fact())))
                .isPresent();
    }

    private Wait wait(int county, String file, int person, int from, int to) {
        boolean done = to < DAYS;
        return new Wait(
                file,
                person,
                unit(county),
                WorkItem.Kind.AUTHORISE,
                time(from, 9).plus(chance.below(400), ChronoUnit.MINUTES),
                Optional.of(FIRST.plusDays(from + 7L)),
                done
                        ? Optional.of(time(to, 9).plus(chance.below(400), ChronoUnit.MINUTES))
                        : Optional.empty(),
                done ? How.SERVED : How.LASTS);
    }

    /** First come, first served, and at most so many a day. */
    private static List<Wait> capped(List<Wait> ready, double rate) {
        // Papers, not files: a family of one to four comes to 1.6 travellers.
        int cap = Math.max(1, (int) Math.round(rate * 1.6 * 0.75));
        var line = new ArrayList<>(ready);
        line.sort(Comparator.comparing(Wait::from).thenComparing(Wait::file));
        var given = new int[20 * DAYS];
        var capped = new ArrayList<Wait>();
        int day = 0;
        for (var wait : line) {
            int earliest = (int) ChronoUnit.DAYS.between(time(0, 0), wait.from()) + 1;
            day = Math.max(day, earliest);
            while (given[day] >= cap) {
                day++;
            }
            given[day]++;
            boolean done = day < DAYS;
            capped.add(
                    new Wait(
                            wait.file(),
                            wait.traveller(),
                            wait.unit(),
                            wait.kind(),
                            wait.from(),
                            wait.due(),
                            done ? Optional.of(time(day, 11)) : Optional.empty(),
                            done ? How.SERVED : How.LASTS));
        }
        return capped;
    }

    private Set<ImposedBurden> laid(int county, String file, Like like, Map<FactName, Value> own) {
        var laid = new HashSet<ImposedBurden>();
        boolean returns = like.outcome() == Outcome.APPROVE_ALWAYS;
        boolean demanded =
                returns
                        && ((is(Plant.DEMAND, county) && chance.below(3) == 0)
                                || (is(Plant.PRACTICE, county) && chance.below(10) < 8));
        demanded |= is(Plant.PRACTICE_OF_SOME, county) && isOfSome(own) && chance.below(10) < 8;
        if (demanded || chance.below(100) < 3) {
            laid.add(new ImposedBurden(BurdenKind.ASKED, ASKED));
        }
        if (chance.below(100) < 6) {
            laid.add(new ImposedBurden(BurdenKind.HELD, HoldGround.IdentityNotEstablished.WORD));
            answer(county, file);
        }
        if (like.outcome() == Outcome.APPROVE_IN_GENERAL && chance.below(100) < 2) {
            laid.add(new ImposedBurden(BurdenKind.SET_ASIDE, "set-aside"));
            answer(county, file);
        }
        return laid;
    }

    private void answer(int county, String file) {
        int day = chance.below(DAYS - 3);
        boolean stamps = is(Plant.RUBBER_STAMP, county);
        var asked = time(day, 9).plus(chance.below(400), ChronoUnit.MINUTES);
        long minutes = 5L + chance.below(3 * 24 * 60);
        answered.add(
                new Concurrence(
                        file,
                        new OfficerId("o" + county),
                        unit(county),
                        Concurrence.AskedAs.SECOND,
                        asked,
                        stamps ? asked.plusSeconds(5) : asked.plus(minutes, ChronoUnit.MINUTES),
                        stamps || chance.below(100) >= 12));
    }
}
