package exeat.rules.prove;

import exeat.rules.ParsedPack;
import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueClasses;
import exeat.rules.fact.ValueInterval;
import exeat.rules.fact.Vocabulary;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
final class FactSpaceBuilder {

    private final Map<FactName, Set<Literal>> constants = new HashMap<>();
    private final Map<FactName, ValueInterval> ordered = new HashMap<>();
    private final Vocabulary vocabulary;
    private final Vocabulary above;

    private FactSpaceBuilder(Vocabulary vocabulary, Vocabulary above) {
        this.vocabulary = vocabulary;
        this.above = above;
    }

    /**
     * @param vocabulary with the facts of all the packs
     * @param packs the last of them is the one that the others are held against
     */
    static FactSpace of(Vocabulary vocabulary, List<ParsedPack> packs, List<FactLink> links) {
        var reading = new FactSpaceBuilder(vocabulary, packs.getLast().vocabulary());
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

    private void share(List<FactLink> links) {
        var left =
                new HashSet<>(
                        links.stream()
                                .filter(FactLink.Order.class::isInstance)
                                .map(FactLink.Order.class::cast)
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

    /**
     * Facts of one gap are told apart by their order alone, so as many points of each grid as there
     * are facts stand for all of the gap; where it has fewer, it has all of them.
     */
    private void share(Set<FactName> group) {
        var shared = new LinkedHashSet<Literal>();
        group.forEach(fact -> shared.addAll(of(fact)));
        var facts = group.stream().map(fact -> vocabulary.definition(fact).orElseThrow()).toList();
        var grids = new LinkedHashMap<List<Object>, FactDefinition>();
        facts.stream()
                .sorted(Comparator.comparingInt(FactDefinition::scale))
                .forEach(fact -> grids.putIfAbsent(List.of(fact.scale(), fact.source()), fact));
        var near = beyond(shared, facts);
        group.forEach(fact -> ordered.put(fact, near));
        for (var fact : grids.values()) {
            for (int round = 0; round < group.size(); round++) {
                boolean grows = false;
                var classes = new ValueClasses(fact, List.copyOf(shared));
                for (int at = 0; at < classes.count(); at++) {
                    var sample = classes.sample(at);
                    if (sample instanceof Value.Quantity || sample instanceof Value.Day) {
                        grows |= shared.add(Conditions.literal(sample));
                    }
                }
                if (!grows || isEnough(round, fact, group.size())) {
                    break;
                }
            }
        }
        group.forEach(fact -> of(fact).addAll(shared));
    }

    /**
     * Adds as many whole numbers above and below all constants as there are facts.
     *
     * @return where the facts of the pack above may lie, so that there is room beyond for the
     *     others in any order: whatever lies farther out is in no other order than something here
     */
    private ValueInterval beyond(Set<Literal> shared, List<FactDefinition> facts) {
        var values =
                shared.stream()
                        .map(Conditions::value)
                        .filter(value ->
                                value instanceof Value.Quantity || value instanceof Value.Day)
                        .sorted(Conditions::compare)
                        .toList();
        boolean days = facts.getFirst().type() == FactDefinition.FactType.DATE;
        var middle = days ? Value.of(LocalDate.EPOCH) : Value.of(0);
        var low = values.isEmpty() ? middle : values.getFirst();
        var high = values.isEmpty() ? middle : values.getLast();
        for (int at = 1; at <= facts.size(); at++) {
            shared.add(Conditions.literal(shifted(low, -at)));
            shared.add(Conditions.literal(shifted(high, at)));
        }
        int room =
                (int)
                        facts.stream()
                                .filter(fact -> above.definition(fact.name()).isPresent())
                                .count();
        return new ValueInterval(
                Optional.of(shifted(low, -room)), true, Optional.of(shifted(high, room)), true);
    }

    /** The whole number, or the day, so many after a value; before it, where that is negative. */
    private static Value shifted(Value value, int by) {
        if (value instanceof Value.Day(var day)) {
            return Value.of(day.plusDays(by));
        }
        var number = ((Value.Quantity) value).number();
        var whole = number.setScale(0, by < 0 ? RoundingMode.FLOOR : RoundingMode.CEILING);
        return Value.of(whole.add(BigDecimal.valueOf(by)));
    }

    /** A round halves gaps between numbers, and of days and years takes the next one alone. */
    private static boolean isEnough(int round, FactDefinition fact, int facts) {
        boolean halves =
                fact.type() == FactDefinition.FactType.NUMBER
                        && fact.source() != FactDefinition.Source.AGE;
        return halves && (1L << (round + 2)) > facts;
    }
}
