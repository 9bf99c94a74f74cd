package exeat.rules;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Burden;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The pack of 1963 over every combination of its facts: against the text as read by hand, and, with
 * every combination of facts left out, against all completions tried one by one.
 */
class EnumerationTest {

    private static final Directive DIRECTIVE = Packs.prc1963();

    private static final List<FactDefinition> FACTS =
            DIRECTIVE.vocabulary().facts().stream()
                    .filter(fact -> fact.use() == FactDefinition.Use.DECIDE)
                    .toList();

    private static final List<Line> READING = reading();

    /** The parts that must agree for a finding to stand. */
    private record Substance(
            Outcome outcome, Purpose purpose, List<String> routes, Burden burden) {}

    /**
     * Over all completions of unknown facts: the possible results, and the facts that can change
     * them.
     */
    private record Reach(Set<Substance> substances, Set<FactName> open) {}

    @Test
    void every_complete_case_is_decided_as_the_text_reads() {
        int cases = 0;
        for (var facts : complete(0, Facts.NONE)) {
            assertThat(DIRECTIVE.decide(facts).outcome()).as("%s", facts).isEqualTo(byHand(facts));
            cases++;
        }
        assertThat(cases).isEqualTo(product(fact -> values(fact).size())).isGreaterThan(5_000);
    }

    @Test
    void no_shielded_value_worsens_an_outcome() {
        for (var facts : complete(0, Facts.NONE)) {
            for (var fact : FACTS) {
                for (var shielded : fact.shielded()) {
                    var with = DIRECTIVE.decide(facts.with(fact.name(), shielded)).outcome();
                    var without = DIRECTIVE.decide(facts).outcome();
                    assertThat(with.atLeastAsGoodAs(without)).as("%s of %s", fact, facts).isTrue();
                }
            }
        }
    }

    @Test
    void an_unknown_fact_is_asked_exactly_if_it_can_change_the_finding() {
        var known = new HashMap<Facts, Reach>();
        // The area is always known: it is read off the application.
        var addressed = new FactName("residence addressed");
        reach(Facts.NONE.with(addressed, Value.of(true)), known);
        assertThat(known)
                .hasSize(
                        product(fact ->
                                fact.name().equals(addressed) ? 1 : values(fact).size() + 1));
        known.forEach((facts, reach) -> {
            var finding = DIRECTIVE.decide(facts);
            assertThat(Set.copyOf(finding.unanswered())).isEqualTo(reach.open());
            if (reach.substances().size() == 1) {
                assertThat(reach.substances()).containsExactly(substance(finding));
            }
        });
    }

    /**
     * The text of 1963 once more, as a person reads it: the first line of {@code reading.txt} whose
     * conditions all hold says the outcome; otherwise the text does not cover the case.
     */
    private static Outcome byHand(Facts facts) {
        return READING.stream()
                .filter(line -> line.conditions().stream().allMatch(one -> one.holds(facts)))
                .findFirst()
                .map(Line::outcome)
                .orElse(Outcome.REFER);
    }

    /** A line of the reading. */
    private record Line(Outcome outcome, List<Condition> conditions) {

        static Line of(String text) {
            var parts = text.split("[:;]", -1);
            return new Line(
                    Outcome.valueOf(parts[0].strip().toUpperCase(Locale.ROOT).replace(' ', '_')),
                    Arrays.stream(parts).skip(1).map(Condition::of).toList());
        }
    }

    /** That a fact has one of some values. */
    private record Condition(FactName fact, Set<Value> values) {

        static Condition of(String text) {
            var sides = text.split("=", -1);
            var fact = new FactName(sides[0].strip());
            var known = DIRECTIVE.vocabulary().definition(fact).orElseThrow();
            return new Condition(
                    fact,
                    Arrays.stream(sides[1].split(" or ", -1))
                            .map(value -> known.parse(value).orElseThrow())
                            .collect(Collectors.toSet()));
        }

        boolean holds(Facts facts) {
            return facts.value(fact).filter(values::contains).isPresent();
        }
    }

    private static List<Line> reading() {
        var file = Packs.root().resolve("rules/src/test/resources/enumeration/reading.txt");
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Line::of)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** How many people there are of whom each of these facts has one of so many values. */
    private static int product(ToIntFunction<FactDefinition> values) {
        return FACTS.stream().mapToInt(values).reduce(1, Math::multiplyExact);
    }

    private static Reach reach(Facts facts, Map<Facts, Reach> known) {
        var before = known.get(facts);
        if (before != null) {
            return before;
        }
        var unknown = FACTS.stream().filter(fact -> !facts.knows(fact.name())).toList();
        Reach reach;
        if (unknown.isEmpty()) {
            reach = new Reach(Set.of(substance(DIRECTIVE.decide(facts))), Set.of());
        } else {
            // Each fact left out in turn, so that each can be the last one that is filled in.
            var substances = new HashSet<Substance>();
            var open = new HashSet<FactName>();
            for (var fact : unknown) {
                for (var value : values(fact)) {
                    var one = reach(facts.with(fact.name(), value), known);
                    substances.addAll(one.substances());
                    open.addAll(one.open());
                }
            }
            if (unknown.size() == 1 && substances.size() > 1) {
                open.add(unknown.getFirst().name());
            }
            reach = new Reach(Set.copyOf(substances), Set.copyOf(open));
        }
        known.put(facts, reach);
        return reach;
    }

    private static Substance substance(Finding finding) {
        // Beside an approval of each, a route in general is cited when known, but carries nothing.
        var routes = finding.outcome() == Outcome.APPROVE_ALWAYS ? List.of("B") : finding.routes();
        return new Substance(finding.outcome(), finding.purpose(), routes, finding.burden());
    }

    private static List<Facts> complete(int at, Facts facts) {
        if (at == FACTS.size()) {
            return List.of(facts);
        }
        var all = new ArrayList<Facts>();
        for (var value : values(FACTS.get(at))) {
            all.addAll(complete(at + 1, facts.with(FACTS.get(at).name(), value)));
        }
        return all;
    }

    private static List<Value> values(FactDefinition fact) {
        var values = new ArrayList<Value>();
        if (fact.type() == FactDefinition.FactType.BOOLEAN) {
            values.add(Value.of(true));
            values.add(Value.of(false));
        }
        fact.values().forEach(text -> values.add(Value.of(text)));
        if (fact.isProtected()) {
            values.add(Value.WITHHELD);
        }
        return values;
    }
}
