package exeat.rules.prove.pairs;

import exeat.rules.canonical.FormFact;
import exeat.rules.canonical.FormLink;
import exeat.rules.canonical.FormRules;
import exeat.rules.canonical.FormTest;
import exeat.rules.canonical.FormValue;
import exeat.rules.reference.ReferenceEvaluator;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Everybody that some packs can tell apart, by number: of each fact enough values, and of all facts
 * every combination. The last fact changes fastest.
 */
final class People {

    private final List<String> facts = new ArrayList<>();
    private final List<List<FormValue>> values = new ArrayList<>();
    private final int[] strides;
    private final int count;

    /**
     * @param packs the lowest first; it has the facts of the others too
     */
    People(List<FormRules> packs) {
        var named = new HashMap<String, Set<FormValue>>();
        packs.forEach(pack -> name(pack, named));
        var lowest = packs.getFirst();
        // What is to be above a fact of the packs above always can: it goes one step farther.
        lowest.links().stream()
                .flatMap(link -> ordered(link).stream())
                .filter(fact -> packs.stream().anyMatch(pack -> pack.fact(fact).isEmpty()))
                .distinct()
                .forEach(fact -> named.computeIfPresent(fact, (_, some) -> beside(some)));
        var evaluator = new ReferenceEvaluator(lowest);
        for (var fact : lowest.facts()) {
            facts.add(fact.name());
            values.add(evaluator.values(fact, named.getOrDefault(fact.name(), Set.of())));
        }
        strides = new int[facts.size()];
        int many = 1;
        for (int at = facts.size() - 1; at >= 0; at--) {
            strides[at] = many;
            many = Math.multiplyExact(many, values.get(at).size());
        }
        count = many;
    }

    private static void name(FormRules pack, Map<String, Set<FormValue>> named) {
        pack.decisions().stream()
                .flatMap(decision -> decision.rules().stream())
                .forEach(rule -> rule.when().forEach((fact, test) -> name(fact, test, named)));
        var ordered = new LinkedHashSet<String>();
        for (var link : pack.links()) {
            switch (link) {
                case FormLink.Implication implication -> {
                    implication.when().forEach((fact, test) -> name(fact, test, named));
                    implication.then().forEach((fact, test) -> name(fact, test, named));
                }
                case FormLink.Ordered order -> ordered.addAll(ordered(order));
            }
        }
        // Facts in an order share their constants, and there are steps beside each.
        var shared = new LinkedHashSet<FormValue>();
        ordered.forEach(fact -> shared.addAll(named.getOrDefault(fact, Set.of())));
        if (!ordered.isEmpty()) {
            shared.add(FormValue.of(0));
        }
        var all = beside(shared);
        ordered.forEach(
                fact -> named.computeIfAbsent(fact, _ -> new LinkedHashSet<>()).addAll(all));
    }

    private static List<String> ordered(FormLink link) {
        return link instanceof FormLink.Ordered order
                ? List.of(order.left(), order.right())
                : List.of();
    }

    /** Numbers, and one step to either side of each. */
    private static Set<FormValue> beside(Set<FormValue> some) {
        var all = new LinkedHashSet<>(some);
        for (var value : some) {
            if (value instanceof FormValue.Numeral(var number)) {
                all.add(new FormValue.Numeral(number.subtract(BigDecimal.ONE)));
                all.add(new FormValue.Numeral(number.add(BigDecimal.ONE)));
            }
        }
        return all;
    }

    private static void name(String fact, FormTest test, Map<String, Set<FormValue>> named) {
        test.values().forEach(named.computeIfAbsent(fact, _ -> new LinkedHashSet<>())::add);
    }

    int count() {
        return count;
    }

    List<String> facts() {
        return facts;
    }

    List<FormValue> values(int fact) {
        return values.get(fact);
    }

    /** The place of somebody's value of a fact. */
    int at(int person, int fact) {
        return person / strides[fact] % values.get(fact).size();
    }

    /** Somebody like this one, with another value of a fact. */
    int with(int person, int fact, int value) {
        return person + (value - at(person, fact)) * strides[fact];
    }

    Map<String, FormValue> facts(int person) {
        var all = new HashMap<String, FormValue>();
        for (int at = 0; at < facts.size(); at++) {
            all.put(facts.get(at), values.get(at).get(at(person, at)));
        }
        return all;
    }

    /** Somebody's facts, of those that a pack has. */
    Map<String, FormValue> facts(int person, FormRules pack) {
        var all = facts(person);
        all.keySet().retainAll(pack.facts().stream().map(FormFact::name).toList());
        return all;
    }

    /** Everybody who differs from somebody in these facts alone, the same one among them. */
    IntStream like(int person, Set<Integer> open) {
        var all = IntStream.of(person);
        for (int fact : open) {
            all =
                    all.flatMap(one ->
                            IntStream.range(0, values.get(fact).size())
                                    .map(value -> with(one, fact, value)));
        }
        return all;
    }
}
