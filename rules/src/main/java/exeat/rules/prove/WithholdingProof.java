package exeat.rules.prove;

import exeat.rules.box.Box;
import exeat.rules.box.BoxSearch;
import exeat.rules.box.ClassSet;
import exeat.rules.box.DecisionList;
import exeat.rules.box.DecisionList.Condition;
import exeat.rules.box.SplitBudget;
import exeat.rules.box.SplitBudget.LimitReached;
import exeat.rules.fact.Value;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The part of obligation 6 about withholding: for all other facts, withholding a protected fact
 * gives, in each aspect, what every disclosed value gives, and taken together at least as much as
 * one value. So nobody must disclose a value to get what all values get.
 */
final class WithholdingProof {

    /** The number of people shown who disclose, beside the one who withholds. */
    private static final int SHOWN = 3;

    /** The effort for all aspects together; beyond it, a note says so. */
    private static final long SPLITS = 100_000;

    private static final int LOOKS = 20_000;

    private final OutcomeFunctions functions;
    private final FactSpace space;

    WithholdingProof(OutcomeFunctions functions) {
        this.functions = functions;
        this.space = functions.space();
    }

    /**
     * @param fact the dimension of a protected fact
     */
    void prove(ProofAttempt proving, int fact) {
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

    /** The finding of whoever withholds is at least as good as that of one value, as a whole. */
    private void whole(ProofAttempt proving, int fact, List<Question> asked) {
        var looks = new AtomicInteger();
        var budget =
                new SplitBudget(
                        SPLITS,
                        () -> looks.incrementAndGet() > LOOKS || proving.budget().isTimeUp());
        try {
            worse(new BoxSearch(List.of(), budget), asked, disclosed(fact), List.of())
                    .ifPresent(region -> proving.fail(wholeFailure(proving, fact, region)));
        } catch (LimitReached limit) {
            proving.note(
                    Failure.of(
                            "Withholding "
                                    + space.fact(fact).name()
                                    + " was compared aspect by aspect. Whether it is as good as"
                                    + " some value in all aspects together was not fully checked."));
        }
    }

    /** Where withholding gives less than each of some values, each time in some aspect. */
    private Optional<Box> worse(
            BoxSearch search,
            List<Question> asked,
            List<Integer> values,
            List<Condition> conditions) {
        var found = search.find(space.all(), conditions);
        if (found.isEmpty() || values.isEmpty()) {
            return found;
        }
        for (var one : asked) {
            int withheld = space.classOf(one.fact(), Value.WITHHELD);
            var more = new ArrayList<>(conditions);
            more.add(given(one, withheld).is(one.withheld()));
            more.add(given(one, values.getFirst()).is(one.disclosed()));
            var there = worse(search, asked, values.subList(1, values.size()), more);
            if (there.isPresent()) {
                return there;
            }
        }
        return Optional.empty();
    }

    private Failure wholeFailure(ProofAttempt proving, int fact, Box region) {
        var name = space.fact(fact).name();
        var withheld = ClassSet.of(space.classOf(fact, Value.WITHHELD));
        var person = proving.person(region.with(fact, withheld));
        var people = new ArrayList<Person>();
        people.add(new Person(person, "gets less than each of the others in some aspect"));
        disclosed(fact).stream()
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

    /** Where withholding gives some labels, and every disclosed value others, which are better. */
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
        int withheld = space.classOf(fact, Value.WITHHELD);
        var conditions = new ArrayList<Condition>();
        conditions.add(given(asked, withheld).is(asked.withheld()));
        disclosed(fact).forEach(value -> conditions.add(given(asked, value).is(asked.disclosed())));
        var region =
                proving.search()
                        .find(space.all(), conditions)
                        .map(found -> proving.search().widened(found, space.all(), conditions));
        region.ifPresent(one -> proving.fail(failure(proving, asked, one)));
        return region.isPresent();
    }

    private DecisionList given(Question asked, int value) {
        return asked.layers().fixed(asked.fact(), value, space.count(asked.fact()));
    }

    private List<Integer> disclosed(int fact) {
        int withheld = space.classOf(fact, Value.WITHHELD);
        return IntStream.range(0, space.count(fact)).filter(at -> at != withheld).boxed().toList();
    }

    private Failure failure(ProofAttempt proving, Question asked, Box region) {
        int fact = asked.fact();
        var others = region.with(fact, space.every(fact));
        var name = space.fact(fact).name();
        var person =
                proving.person(others.with(fact, ClassSet.of(space.classOf(fact, Value.WITHHELD))));
        var point = space.point(person);
        var people = new ArrayList<Person>();
        people.add(new Person(person, asked.words().apply(asked.layers().at(point))));
        for (int value : disclosed(fact).stream().limit(SHOWN).toList()) {
            point[fact] = value;
            people.add(
                    new Person(
                            person.with(name, space.dimensions().get(fact).sample(value)),
                            asked.words().apply(asked.layers().at(point))));
        }
        return new Failure(
                "Withholding it gives less than disclosing any value of it: " + name + ".",
                name + " withheld instead of any value, with " + space.words(others),
                space.narrowed(others),
                people);
    }
}
