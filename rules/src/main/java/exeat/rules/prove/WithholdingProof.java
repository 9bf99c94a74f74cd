package exeat.rules.prove;

import exeat.rules.box.Box;
import exeat.rules.box.ClassSet;
import exeat.rules.box.DecisionList;
import exeat.rules.box.DecisionList.Condition;
import exeat.rules.fact.Value;
import exeat.rules.prove.Proof.Failure;
import exeat.rules.prove.Proof.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The part of obligation 6 on withholding: for all other facts, what every disclosed value of a
 * protected fact gives, withholding it gives too, aspect by aspect. It is the worst of them in each
 * aspect that counts, so that nobody has to disclose a value to get what all of them get.
 */
final class WithholdingProof {

    /** Beside the one who withholds, as many who disclose are shown. */
    private static final int SHOWN = 3;

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
        for (var aspect : functions.aspects()) {
            var own = functions.valued(aspect);
            var scale = OutcomeFunctions.scale(own, own);
            var layers = own.labelled(scale);
            if (layers.reads(fact, space.count(fact))) {
                for (int least = 1; least < scale.size(); least++) {
                    int from = least;
                    less(
                            proving,
                            new Question(fact, layers, label -> label < from, l -> l >= from),
                            label -> aspect.words(scale.get(label)));
                }
            }
        }
        for (var ground : functions.grounds()) {
            var layers = functions.standing(ground);
            if (layers.reads(fact, space.count(fact))) {
                less(
                        proving,
                        new Question(
                                fact,
                                layers,
                                label -> label == OutcomeFunctions.CAN_BE_SET_ASIDE,
                                label -> label >= OutcomeFunctions.STANDS),
                        label -> words(label, ground));
            }
        }
    }

    /** Where withholding gives some labels, and every disclosed value others, which are better. */
    private record Question(
            int fact, DecisionList layers, IntPredicate withheld, IntPredicate disclosed) {}

    private static String words(int standing, String ground) {
        return switch (standing) {
            case OutcomeFunctions.ALWAYS -> "approves always";
            case OutcomeFunctions.STANDS -> "does not let it be set aside for " + ground;
            case OutcomeFunctions.CAN_BE_SET_ASIDE -> "lets it be set aside for " + ground;
            default -> "refers";
        };
    }

    private void less(ProofAttempt proving, Question asked, IntFunction<String> words) {
        int fact = asked.fact();
        int withheld = space.classOf(fact, Value.WITHHELD);
        var conditions = new ArrayList<Condition>();
        conditions.add(given(asked, withheld).is(asked.withheld()));
        disclosed(fact).forEach(value -> conditions.add(given(asked, value).is(asked.disclosed())));
        proving.search()
                .find(space.all(), conditions)
                .map(found -> proving.search().widened(found, space.all(), conditions))
                .ifPresent(region -> proving.fail(failure(proving, asked, region, words)));
    }

    private DecisionList given(Question asked, int value) {
        return asked.layers().fixed(asked.fact(), value, space.count(asked.fact()));
    }

    private List<Integer> disclosed(int fact) {
        int withheld = space.classOf(fact, Value.WITHHELD);
        return IntStream.range(0, space.count(fact)).filter(at -> at != withheld).boxed().toList();
    }

    private Failure failure(
            ProofAttempt proving, Question asked, Box region, IntFunction<String> words) {
        int fact = asked.fact();
        var others = region.with(fact, space.every(fact));
        var name = space.fact(fact).name();
        var person =
                proving.person(others.with(fact, ClassSet.of(space.classOf(fact, Value.WITHHELD))));
        var point = space.point(person);
        var people = new ArrayList<Person>();
        people.add(new Person(person, words.apply(asked.layers().at(point))));
        for (int value : disclosed(fact).stream().limit(SHOWN).toList()) {
            point[fact] = value;
            people.add(
                    new Person(
                            person.with(name, space.dimensions().get(fact).sample(value)),
                            words.apply(asked.layers().at(point))));
        }
        return new Failure(
                "To withhold it gives less than every value of it does: " + name + ".",
                name + " withheld instead of any value, with " + space.words(others),
                space.narrowed(others),
                people);
    }
}
