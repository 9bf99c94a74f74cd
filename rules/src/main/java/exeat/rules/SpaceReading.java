package exeat.rules;

import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the space of facts in which packs are looked at: every fact that one of them reads or a
 * link names, with every constant that any of it is compared with.
 *
 * <p>Where links order facts, these share their constants, and every gap between constants gets
 * points of its own: as many as that facts of one gap can be told apart by their order, so that one
 * value of a class may stand for all.
 */
final class SpaceReading {

    private final Map<FactName, Set<Literal>> constants = new HashMap<>();
    private final Set<FactName> ordered = new HashSet<>();
    private final Vocabulary vocabulary;

    private SpaceReading(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * @param vocabulary with the facts of all the packs
     */
    static FactSpace of(Vocabulary vocabulary, List<Draft> packs, List<Link> links) {
        var reading = new SpaceReading(vocabulary);
        packs.forEach(reading::pack);
        // Findings carry the purpose, so a person without one is none, whether rules read it or
        // not.
        vocabulary.facts().stream()
                .filter(fact -> fact.source() == FactDefinition.Source.PURPOSE)
                .forEach(fact -> reading.of(fact.name()));
        links.forEach(reading::link);
        reading.shielded();
        reading.share(links);
        var facts =
                vocabulary.facts().stream()
                        .filter(fact -> reading.constants.containsKey(fact.name()))
                        .toList();
        return new FactSpace(facts, reading.constants, reading.ordered);
    }

    private void pack(Draft pack) {
        for (var tables : List.of(pack.model().tables(), pack.model().parts())) {
            for (var table : tables) {
                for (int at = 0; at < table.inputs().size(); at++) {
                    column(table, at);
                }
            }
        }
    }

    private void column(DecisionTable table, int at) {
        var fact = new FactName(table.inputs().get(at).expression());
        for (var rule : table.rules()) {
            var test = rule.conditions().get(at).meaning();
            if (!(test instanceof UnaryTest.Any)) {
                test.literals().forEach(of(fact)::add);
            }
        }
    }

    private Set<Literal> of(FactName fact) {
        return constants.computeIfAbsent(fact, name -> new LinkedHashSet<>());
    }

    private void link(Link link) {
        switch (link) {
            case Link.Implication implication ->
                    Stream.of(implication.when(), implication.then())
                            .flatMap(tests -> tests.entrySet().stream())
                            .forEach(test ->
                                    test.getValue().literals().forEach(of(test.getKey())::add));
            case Link.Order order -> {
                ordered.add(order.left());
                ordered.add(order.right());
                of(order.left());
                of(order.right());
            }
        }
    }

    private void shielded() {
        for (var fact : vocabulary.facts()) {
            if (constants.containsKey(fact.name())) {
                fact.shielded().forEach(value -> of(fact.name()).add(Conditions.literal(value)));
            }
        }
    }

    private void share(List<Link> links) {
        var left =
                new HashSet<>(
                        links.stream()
                                .filter(Link.Order.class::isInstance)
                                .map(Link.Order.class::cast)
                                .toList());
        while (!left.isEmpty()) {
            var group = new HashSet<FactName>();
            group.add(left.iterator().next().left());
            boolean more = true;
            while (more) {
                more = false;
                for (var order : List.copyOf(left)) {
                    if (group.contains(order.left()) || group.contains(order.right())) {
                        group.add(order.left());
                        group.add(order.right());
                        left.remove(order);
                        more = true;
                    }
                }
            }
            share(group);
        }
    }

    private void share(Set<FactName> group) {
        var shared = new LinkedHashSet<Literal>();
        group.forEach(fact -> shared.addAll(of(fact)));
        for (int round = 0; round < group.size() / 2; round++) {
            for (var fact : group) {
                var classes =
                        new ValueClasses(
                                vocabulary.definition(fact).orElseThrow(), List.copyOf(shared));
                for (int at = 0; at < classes.count(); at++) {
                    var sample = classes.sample(at);
                    if (sample instanceof Value.Quantity || sample instanceof Value.Day) {
                        shared.add(Conditions.literal(sample));
                    }
                }
            }
        }
        group.forEach(fact -> of(fact).addAll(shared));
    }
}
