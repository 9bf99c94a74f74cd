package exeat.oversight.watch;

import exeat.casework.value.Anomaly.ImpliedRule;
import exeat.casework.value.Watcher;
import exeat.oversight.watch.Observation.ImposedBurden;
import exeat.oversight.watch.TestResult.Saying;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.FactDefinition;
import exeat.rules.finding.Purpose;
import exeat.rules.prove.Practice;
import exeat.rules.prove.Practice.Condition;
import exeat.rules.prove.Practice.Demand;
import exeat.rules.prove.Proof;
import exeat.rules.prove.Proof.Person;
import exeat.rules.prove.ProofWording;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Watches for restrictive practices: burdens that a unit puts on people whom the directive
 * approves, expressed as the rule that they imply, and checked by the prover against the directive.
 *
 * <p>An office that judges each case individually asks, holds or sets aside now and then. It is a
 * practice if the share of similar cases is above {@link #NOW_AND_THEN} beyond chance. This is a
 * bound for the unit itself and not a comparison, so a practice of all units is found too. Every
 * burden is tested at each unit under each condition that the data can show: a purpose, an
 * unprotected fact, or both. All these tests count in the budget of false alarms, except for rules
 * that the prover finds harmless.
 */
final class RestrictivePractices {

    /** What a question for a fact is called among documents. */
    static final String STATEMENT = "statement-on-";

    /**
     * The largest share of similar cases in which an office may do so without it being a practice.
     */
    static final double NOW_AND_THEN = 0.25;

    private static final int MIN_FILES = 5;

    /** A recent case may not have been asked yet. */
    private static final int SETTLED_DAYS = 3;

    private static final double CONFIDENCE = 0.001;

    private static final Optional<Condition> NONE = Optional.empty();

    private final WatchContext setting;
    private final Directive directive;
    private final List<Condition> only = new ArrayList<>();
    private final PracticeProofs proofs;

    private RestrictivePractices(WatchContext setting, PracticeProofs proofs) {
        this.setting = setting;
        this.proofs = proofs;
        this.directive = proofs.directive();
        for (var fact : Condition.facts(directive)) {
            Condition.values(fact).forEach(value -> only.add(new Condition(fact.name(), value)));
        }
    }

    static List<TestResult> of(CaseTraces traces, WatchContext setting) {
        return setting.proofs()
                .map(proofs -> new RestrictivePractices(setting, proofs).of(traces))
                .orElse(List.of());
    }

    /**
     * Files that are like each other in what the data tell of them.
     *
     * @param purpose empty for every purpose, where {@code only} says something
     */
    private record Whom(Optional<Purpose> purpose, Optional<Condition> only) {}

    /** Files of one unit that one condition picks, in their order. */
    private record Group(AuthorityId unit, Whom whom, List<Observation> alike) {}

    /** One test, with what it would say. */
    private record Test(Group group, ImposedBurden laid, List<Observation> carried, double chance) {

        TestResult counted() {
            return suspicion(
                    "",
                    1,
                    () -> {
                        throw new IllegalStateException("what only counts says nothing");
                    });
        }

        TestResult suspicion(String about, double chance, Supplier<Saying> says) {
            return new TestResult(
                    Watcher.PRACTICE,
                    group.unit(),
                    about,
                    chance,
                    Math.pow(NOW_AND_THEN, group.alike().size()),
                    says);
        }
    }

    private List<TestResult> of(CaseTraces traces) {
        var settled = setting.now().minus(SETTLED_DAYS, ChronoUnit.DAYS);
        var units =
                traces.treated().stream()
                        .filter(t -> t.approved().isPresent() && setting.knows(t.unit()))
                        .filter(t -> !t.at().isBefore(setting.begin(setting.first())))
                        .filter(t -> !t.at().isAfter(settled))
                        .collect(
                                Collectors.groupingBy(
                                        Observation::unit, TreeMap::new, Collectors.toList()));
        // A burden that nobody used is not tested. One that anybody used is tested at every unit,
        // so that the set of tests does not depend on the unit itself.
        var laid = new TreeSet<ImposedBurden>();
        units.values().forEach(files -> files.forEach(t -> laid.addAll(t.laid())));
        laid.removeIf(one -> demand(one).isEmpty());
        var found = new ArrayList<TestResult>();
        units.forEach((unit, files) -> laid.forEach(one -> found.addAll(look(unit, one, files))));
        return found;
    }

    /** One thing at one unit, by every condition. */
    private List<TestResult> look(AuthorityId unit, ImposedBurden laid, List<Observation> files) {
        // If the procedure itself requires this for a purpose, it is no practice there, and must
        // not hide one elsewhere.
        var open = new LinkedHashSet<>(directive.purposes().meanings().keySet());
        open.retainAll(files.stream().map(t -> t.approved().orElseThrow()).toList());
        open.removeIf(
                purpose -> proofs.isHarmless(practice(new Whom(Optional.of(purpose), NONE), laid)));
        var tests = new ArrayList<Test>();
        for (var group : groups(unit, files, open)) {
            var carried = group.alike().stream().filter(t -> t.laid().contains(laid)).toList();
            double chance =
                    ExactDistributions.binomialAtLeast(
                            group.alike().size(), carried.size(), NOW_AND_THEN);
            boolean isNear = chance <= WatchRun.PER_DAY;
            if (!isNear || !proofs.isHarmless(practice(group.whom(), laid))) {
                tests.add(new Test(group, laid, carried, chance));
            }
        }
        return spoken(tests);
    }

    /** By purpose, by purpose and fact, by fact; what picks the same files is one group. */
    private List<Group> groups(AuthorityId unit, List<Observation> files, Set<Purpose> open) {
        var like = files.stream().filter(t -> open.contains(t.approved().orElseThrow())).toList();
        var groups = new ArrayList<Group>();
        var seen = new HashSet<List<Observation>>();
        for (var whom : whoms(open)) {
            var alike = like.stream().filter(t -> isOf(whom, t)).toList();
            if (alike.size() >= MIN_FILES && seen.add(alike)) {
                groups.add(new Group(unit, whom, alike));
            }
        }
        return groups;
    }

    private List<Whom> whoms(Set<Purpose> open) {
        var whoms = new ArrayList<Whom>();
        open.forEach(purpose -> whoms.add(new Whom(Optional.of(purpose), NONE)));
        for (var purpose : open) {
            only.forEach(one -> whoms.add(new Whom(Optional.of(purpose), Optional.of(one))));
        }
        only.forEach(one -> whoms.add(new Whom(Optional.empty(), Optional.of(one))));
        return whoms;
    }

    private static boolean isOf(Whom whom, Observation t) {
        return (whom.purpose().isEmpty() || whom.purpose().equals(t.approved()))
                && whom.only()
                        .filter(one -> !one.value().equals(t.facts().get(one.fact())))
                        .isEmpty();
    }

    /**
     * Every test counts; of those that tell the same thing one speaks: for each purpose the one
     * that is furthest out, or for all purposes together one by a fact, if none is further out.
     */
    private List<TestResult> spoken(List<Test> tests) {
        var best = new HashMap<Optional<Purpose>, Test>();
        for (var test : tests) {
            var purpose = test.group().whom().purpose();
            best.merge(purpose, test, (a, b) -> b.chance() < a.chance() ? b : a);
        }
        var overall = Optional.ofNullable(best.get(Optional.<Purpose>empty()));
        boolean isOfAll =
                overall.filter(all ->
                                best.values().stream()
                                        .noneMatch(
                                                t -> !t.equals(all) && t.chance() <= all.chance()))
                        .isPresent();
        var suspicions = new ArrayList<TestResult>();
        for (var test : tests) {
            var purpose = test.group().whom().purpose();
            boolean speaks = test.equals(best.get(purpose)) && purpose.isEmpty() == isOfAll;
            suspicions.add(speaks ? speaking(test) : test.counted());
        }
        return suspicions;
    }

    private TestResult speaking(Test test) {
        var purpose = test.group().whom().purpose().map(Purpose::stored).orElse("");
        var about = test.laid().burden() + " " + test.laid().what() + " " + purpose;
        return test.suspicion(about.strip(), test.chance(), () -> says(test));
    }

    private static Practice practice(Whom whom, ImposedBurden laid) {
        return new Practice(whom.purpose(), whom.only(), demandOf(laid).orElseThrow());
    }

    /** Empty if the requirement is not recorded, or is a question for a protected fact. */
    private Optional<Demand> demand(ImposedBurden laid) {
        return laid.what().isEmpty() || isProtected(laid.what())
                ? Optional.empty()
                : demandOf(laid);
    }

    private static Optional<Demand> demandOf(ImposedBurden laid) {
        return switch (laid.burden()) {
            case ASKED -> Optional.of(new Demand.Bring(laid.what()));
            case HELD, SET_ASIDE -> Optional.of(new Demand.Stop(laid.what()));
            // Only whom the directive refers; it takes nothing that it gives.
            case REFUSED -> Optional.empty();
            // Nobody is asked for more than the finding allows, so no rule would say less.
            case APPEARANCE, APPEARANCE_AGAIN -> Optional.empty();
        };
    }

    private boolean isProtected(String what) {
        return directive.vocabulary().facts().stream()
                .filter(FactDefinition::isProtected)
                .anyMatch(fact -> what.equals(STATEMENT + fact.name().slug()));
    }

    private Saying says(Test test) {
        var practice = practice(test.group().whom(), test.laid());
        var proof = proofs.of(practice);
        var carried = test.carried();
        int like = test.group().alike().size();
        var rule = practice.words();
        double least = ExactDistributions.shareAtLeast(like, carried.size(), CONFIDENCE);
        var sentence =
                String.format(
                        Locale.ROOT,
                        "The unit seems to follow a rule that the directive does not have: %s %d"
                                + " of %d similar cases followed it, at least %.0f%% with 99.9%%"
                                + " confidence.",
                        rule,
                        carried.size(),
                        like,
                        100 * least);
        var failure = proof.failures().stream().findFirst();
        var witness =
                failure.flatMap(f -> f.people().stream().findFirst())
                        .map(RestrictivePractices::witness)
                        .orElse(List.of());
        var since = carried.stream().map(Observation::at).min(Comparator.naturalOrder());
        var implied =
                new ImpliedRule(
                        rule,
                        carried.size(),
                        like,
                        proof.verdict(),
                        failure.map(Proof.Failure::says).orElse(""),
                        witness);
        return new Saying(
                sentence,
                setting.day(since.orElseThrow()),
                carried.stream().map(Observation::file).toList(),
                Optional.of(implied));
    }

    private static List<String> witness(Person person) {
        return person.facts().values().entrySet().stream()
                .map(fact -> fact.getKey() + ": " + ProofWording.value(fact.getValue()))
                .toList();
    }
}
