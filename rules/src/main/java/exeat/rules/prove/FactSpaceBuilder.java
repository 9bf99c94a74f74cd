package exeat.rules.prove;

import exeat.rules.ParsedPack;
import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Vocabulary;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Builds the space of facts in which packs are compared: every fact that one of them reads or a
 * link names, with every constant that it is compared with.
 */
final class FactSpaceBuilder {

    private final Map<FactName, Set<Literal>> constants = new HashMap<>();
    private final Vocabulary vocabulary;

    private FactSpaceBuilder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * @param vocabulary with the facts of all the packs
     */
    static FactSpace of(Vocabulary vocabulary, List<ParsedPack> packs, List<FactLink> links) {
        return of(vocabulary, packs, links, Map.of());
    }

    /**
     * @param more by fact, further values that are to be classes of their own
     */
    static FactSpace of(
            Vocabulary vocabulary,
            List<ParsedPack> packs,
            List<FactLink> links,
            Map<FactName, Set<Literal>> more) {
        var reading = new FactSpaceBuilder(vocabulary);
        packs.forEach(reading::pack);
        // Findings contain the purpose, so every person has one, whether rules read it or not.
        vocabulary.facts().stream()
                .filter(fact -> fact.source() == FactDefinition.Source.PURPOSE)
                .forEach(fact -> reading.of(fact.name()));
        links.forEach(reading::link);
        reading.shielded();
        more.forEach((fact, values) -> reading.of(fact).addAll(values));
        var facts =
                vocabulary.facts().stream()
                        .filter(fact -> reading.constants.containsKey(fact.name()))
                        .toList();
        return new FactSpace(facts, reading.constants, links);
    }

    private void pack(ParsedPack pack) {
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

    private void link(FactLink link) {
        switch (link) {
            case FactLink.Implication implication ->
                    Stream.of(implication.when(), implication.then())
                            .flatMap(tests -> tests.entrySet().stream())
                            .forEach(test ->
                                    test.getValue().literals().forEach(of(test.getKey())::add));
            case FactLink.Order order -> {
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
}
