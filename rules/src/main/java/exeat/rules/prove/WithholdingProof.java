package exeat.rules.prove;

import exeat.rules.box.Box;
import exeat.rules.box.BoxSearch;
import exeat.rules.box.ClassSet;
import exeat.rules.box.DecisionList;
import exeat.rules.box.DecisionList.Condition;
import exeat.rules.box.DecisionList.Layer;
import exeat.rules.box.Projection;
import exeat.rules.box.SplitBudget;
import exeat.rules.box.SplitBudget.LimitReached;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The part of obligation 6 about withholding: for all other facts, withholding a protected fact
 * gives, in each aspect, what every disclosed value gives, and taken together at least as much as
 * one value. So nobody must disclose a value to get what all values get. Values that somebody
 * cannot have by the pack's links are no measure of what is withheld, unless the links leave them
 * none.
 */
final class WithholdingProof {

    /** The number of people shown who disclose, beside the one who withholds. */
    private static final int SHOWN = 3;

    /** The effort for all aspects together; beyond it, a note says so. */
    private static final long SPLITS = 100_000;

    private static final int LOOKS = 20_000;

    /** The label of people whom a link excludes. */
    private static final int EXCLUDED = Integer.MIN_VALUE;

    private final OutcomeFunctions functions;
    private final FactSpace space;
    private final List<Box> broken;

    WithholdingProof(ProxyFacts linked) {
        this(linked.functions(), linked.broken());
    }

    /**
     * @param broken those who disclose what a link excludes
     */
    WithholdingProof(OutcomeFunctions functions, List<Box> broken) {
        this.functions = functions;
        this.space = functions.space();
        this.broken = broken;
    }

    /**
     * @param protectedFact one that rules read
     */
    void prove(ProofAttempt proving, FactName protectedFact) {
        int fact = space.index(protectedFact).orElseThrow();
        var asked = questions(fact);
        boolean less = false;
        for (var one : asked) {
            less |= less(proving, one);
        }
        boolean several = asked.stream().map(one -> one.layers().layers()).distinct().count() > 1;
        if (!less && several) {
            whole(proving, fact, asked);
        }
    }

    private List<Question> questions(int fact) {
        var asked = new ArrayList<Question>();
        for (var aspect : functions.aspects()) {
            var own = functions.valued(aspect);
            var scale = OutcomeFunctions.scale(own, own);
            var layers = own.labelled(scale);
            for (int least = 1;
                    layers.reads(fact, space.count(fact)) && least < scale.size();
                    least++) {
                int from = least;
                asked.add(
                        new Question(
                                fact,
                                layers,
                                label -> label < from,
                                label -> label >= from,
                                label -> aspect.words(scale.get(label))));
            }
        }
        for (var ground : functions.grounds()) {
            var layers = functions.standing(ground);
            if (layers.reads(fact, space.count(fact))) {
                asked.add(
                        new Question(
                                fact,
                                layers,
                                label -> label == OutcomeFunctions.CAN_BE_SET_ASIDE,
                                label -> label >= OutcomeFunctions.STANDS,
                                label -> words(label, ground)));
            }
        }
        return asked;
    }

    /**
     * Shows that the finding for somebody who withholds is, as a whole, at least as good as the
     * finding for some value.
     */
    private void whole(ProofAttempt proving, int fact, List<Question> asked) {
        var looks = new AtomicInteger();
        var budget =
                new SplitBudget(
                        SPLITS,
                        () -> looks.incrementAndGet() > LOOKS || proving.budget().isTimeUp());
        try {
            var everybody = new BoxSearch(List.of(), budget);
            worse(everybody, asked, disclosed(fact), List.of(), List.of())
                    .or(() -> worseThanWhatLinksLeave(fact, asked, budget))
                    .ifPresent(region -> proving.fail(wholeFailure(fact, region)));
        } catch (LimitReached limit) {
            proving.note(
                    Failure.of(
                            "Withholding "
                                    + space.fact(fact).name()
                                    + " was compared aspect by aspect. Whether it is as good as"
                                    + " some value in all aspects together was not fully checked."));
        }
    }

    private Optional<Box> worseThanWhatLinksLeave(
            int fact, List<Question> asked, SplitBudget budget) {
        return broken.isEmpty()
                ? Optional.empty()
                : worse(
                        new BoxSearch(leftNone(fact, budget), budget),
                        asked,
                        disclosed(fact),
                        List.of(),
                        broken);
    }

    /**
     * Where, for each of some values, withholding gives less in some aspect, or the value is
     * excluded.
     */
    private Optional<Box> worse(
            BoxSearch search,
            List<Question> asked,
            List<Integer> values,
            List<Condition> conditions,
            List<Box> excluded) {
        var found = search.find(space.all(), conditions);
        if (found.isEmpty() || values.isEmpty()) {
            return found;
        }
        var rest = values.subList(1, values.size());
        if (!excluded.isEmpty()) {
            int fact = asked.getFirst().fact();
            var none = new DecisionList(excluded(fact, values.getFirst()), 0);
            var more = new ArrayList<>(conditions);
            more.add(none.is(label -> label == EXCLUDED));
            var there = worse(search, asked, rest, more, excluded);
            if (there.isPresent()) {
                return there;
            }
        }
        for (var one : asked) {
            int withheld = space.classOf(one.fact(), Value.WITHHELD);
            var more = new ArrayList<>(conditions);
            more.add(given(one, withheld).is(one.withheld()));
            more.add(given(one, values.getFirst()).is(one.disclosed()));
            var there = worse(search, asked, rest, more, excluded);
            if (there.isPresent()) {
                return there;
            }
        }
        return Optional.empty();
    }

    private Failure wholeFailure(int fact, Box region) {
        var name = space.fact(fact).name();
        var withheld = ClassSet.of(space.classOf(fact, Value.WITHHELD));
        var person = space.person(region.with(fact, withheld));
        var people = new ArrayList<Person>();
        people.add(new Person(person, "gets less than each of the others in some aspect"));
        left(fact, person).stream()
                .limit(SHOWN)
                .map(value -> space.dimensions().get(fact).sample(value))
                .forEach(value -> people.add(new Person(person.with(name, value), "")));
        var others = region.with(fact, space.every(fact));
        return new Failure(
                "Withholding it is worse than disclosing any value of it, if all aspects are"
                        + " taken together: "
                        + name
                        + ".",
                name + " withheld instead of any value, with " + space.words(others),
                space.narrowed(others),
                people);
    }

    /**
     * Asks where withholding gives some labels and every disclosed value gives others, which are
     * better.
     */
    private record Question(
            int fact,
            DecisionList layers,
            IntPredicate withheld,
            IntPredicate disclosed,
            IntFunction<String> words) {}

    private static String words(int standing, String ground) {
        return switch (standing) {
            case OutcomeFunctions.ALWAYS -> "approves always";
            case OutcomeFunctions.STANDS -> "does not let it be set aside for " + ground;
            case OutcomeFunctions.CAN_BE_SET_ASIDE -> "lets it be set aside for " + ground;
            default -> "refers";
        };
    }

    private boolean less(ProofAttempt proving, Question asked) {
        int fact = asked.fact();
        var search = new BoxSearch(List.of(), proving.budget());
        var conditions = less(asked, List.of());
        var region = search.find(space.all(), conditions);
        if (region.isEmpty() && !broken.isEmpty()) {
            search = new BoxSearch(leftNone(fact, proving.budget()), proving.budget());
            conditions = less(asked, broken);
            region = search.find(space.all(), conditions);
        }
        if (region.isEmpty()) {
            return false;
        }
        var wide = search.widened(region.get(), space.all(), conditions);
        var withheld = ClassSet.of(space.classOf(fact, Value.WITHHELD));
        var somebody = search.find(wide.with(fact, withheld), List.of()).orElseThrow();
        proving.fail(failure(asked, wide, space.person(somebody)));
        return true;
    }

    /**
     * The conditions that withholding gives less than every disclosed value, except the excluded
     * ones.
     */
    private List<Condition> less(Question asked, List<Box> excluded) {
        int fact = asked.fact();
        var conditions = new ArrayList<Condition>();
        conditions.add(given(asked, space.classOf(fact, Value.WITHHELD)).is(asked.withheld()));
        for (int value : disclosed(fact)) {
            var given = given(asked, value);
            var layers = excluded.isEmpty() ? new ArrayList<Layer>() : excluded(fact, value);
            layers.addAll(given.layers());
            conditions.add(
                    new DecisionList(layers, given.otherwise())
                            .is(label -> label == EXCLUDED || asked.disclosed().test(label)));
        }
        return conditions;
    }

    /** Whom a link excludes if they disclose a value. */
    private List<Layer> excluded(int fact, int value) {
        var layers = new ArrayList<Layer>();
        for (var box : broken) {
            if (box.set(fact).contains(value)) {
                layers.add(new Layer(box.with(fact, space.every(fact)), EXCLUDED));
            }
        }
        return layers;
    }

    /** People for whom the links exclude every disclosed value. */
    private List<Box> leftNone(int fact, SplitBudget budget) {
        var withheld = ClassSet.of(space.classOf(fact, Value.WITHHELD));
        var boxes = new ArrayList<>(List.of(space.all().with(fact, withheld)));
        broken.forEach(box -> boxes.add(box.with(fact, box.set(fact).minus(withheld))));
        var none = new ArrayList<Box>();
        new Projection(Set.of(fact), budget)
                .covered(
                        space.all(),
                        boxes.stream().filter(box -> !box.isEmpty()).toList(),
                        region -> {
                            none.add(region);
                            return Optional.<Box>empty();
                        });
        return none;
    }

    /** The values that links leave somebody who discloses; all, if none. */
    private List<Integer> left(int fact, Facts person) {
        var point = space.point(person);
        var left = new ArrayList<Integer>();
        for (int value : disclosed(fact)) {
            point[fact] = value;
            if (broken.stream().noneMatch(box -> box.contains(point))) {
                left.add(value);
            }
        }
        return left.isEmpty() ? disclosed(fact) : left;
    }

    private DecisionList given(Question asked, int value) {
        return asked.layers().fixed(asked.fact(), value, space.count(asked.fact()));
    }

    private List<Integer> disclosed(int fact) {
        int withheld = space.classOf(fact, Value.WITHHELD);
        return IntStream.range(0, space.count(fact)).filter(at -> at != withheld).boxed().toList();
    }

    private Failure failure(Question asked, Box region, Facts person) {
        int fact = asked.fact();
        var others = region.with(fact, space.every(fact));
        var name = space.fact(fact).name();
        var left = left(fact, person);
        var point = space.point(person);
        var people = new ArrayList<Person>();
        people.add(new Person(person, asked.words().apply(asked.layers().at(point))));
        for (int value : left.stream().limit(SHOWN).toList()) {
            point[fact] = value;
            people.add(
                    new Person(
                            person.with(name, space.dimensions().get(fact).sample(value)),
                            asked.words().apply(asked.layers().at(point))));
        }
        return new Failure(
                "Withholding it gives less than disclosing any value of it"
                        + (left.size() < disclosed(fact).size() ? " that a link leaves: " : ": ")
                        + name
                        + ".",
                name + " withheld instead of any value, with " + space.words(others),
                space.narrowed(others),
                people);
    }
}
