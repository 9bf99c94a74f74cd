package exeat.rules.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.FeelType;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.HitPolicy.Aggregation;
import exeat.rules.dmn.Literal;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.Value;
import exeat.rules.source.ProblemCollector;
import exeat.rules.table.TableAnswer.TableRule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Compiled tables against the same tables tried rule by rule, at every bound and beside it. */
class CompiledTableTest {

    private static final BigDecimal LITTLE = new BigDecimal("0.00000000000000000000000000001");

    private static List<HitPolicy> policies() {
        var policies = new ArrayList<HitPolicy>();
        policies.addAll(List.of(HitPolicy.Single.values()));
        policies.addAll(List.of(HitPolicy.Multiple.values()));
        policies.add(new HitPolicy.Collect(Optional.empty()));
        for (var aggregation : Aggregation.values()) {
            policies.add(new HitPolicy.Collect(Optional.of(aggregation)));
        }
        return policies;
    }

    @Test
    void every_policy_answers_as_trying_rule_by_rule_does() {
        for (var policy : policies()) {
            for (long seed = 0; seed < 24; seed++) {
                int rules = seed % 3 == 0 ? 12 : seed % 3 == 1 ? 64 : 200;
                check(policy, seed, rules, 300);
            }
        }
    }

    @Test
    void tables_of_more_than_64_pages_answer_as_trying_rule_by_rule_does() {
        for (long seed = 0; seed < 2; seed++) {
            check(HitPolicy.Single.FIRST, seed, 4500, 40);
            check(new HitPolicy.Collect(Optional.empty()), seed, 4500, 10);
        }
    }

    private static void check(HitPolicy policy, long seed, int rules, int cases) {
        var table = new RandomTables(seed).table(policy, rules);
        var problems = new ProblemCollector();
        var compiled = DecisionTables.compile(table, problems).orElseThrow();
        var random = new Random(seed);
        var values = table.inputs().stream().map(input -> values(table, input)).toList();
        for (int at = 0; at < cases; at++) {
            var facts = new HashMap<String, @Nullable Object>();
            for (int input = 0; input < values.size(); input++) {
                var possible = values.get(input);
                facts.put(
                        table.inputs().get(input).expression(),
                        possible.get(random.nextInt(possible.size())));
            }
            var encoded = compiled.encode(facts);
            var expected = byRules(table, facts);
            assertThat(answer(compiled.decide(encoded)))
                    .as("%s, seed %d, %d rules, %s", policy, seed, rules, facts)
                    .isEqualTo(expected);
            if (!(expected instanceof Literal)) { // an aggregate is of no single rule
                assertThat(compiled.rule(encoded))
                        .as("%s, seed %d, %d rules, %s", policy, seed, rules, facts)
                        .isEqualTo(first(expected));
            }
        }
    }

    /** Null, every constant of the column, and a value just below and just above each. */
    private static List<@Nullable Object> values(DecisionTable table, DecisionTable.Input input) {
        int at = table.inputs().indexOf(input);
        var values = new LinkedHashSet<@Nullable Object>();
        values.add(null);
        values.addAll(
                switch (input.type().orElseThrow()) {
                    case STRING -> List.of("text 0", "another", "");
                    case BOOLEAN -> List.of(true, false);
                    case NUMBER -> List.of(0, 7L, new BigDecimal("1e40"), new BigDecimal("-1e40"));
                    case DATE -> List.of(LocalDate.EPOCH, "1970-01-05");
                    case NULL -> List.of();
                });
        for (var rule : table.rules()) {
            rule.conditions()
                    .get(at)
                    .meaning()
                    .literals()
                    .forEach(literal -> {
                        switch (literal) {
                            case Literal.Text text -> values.add(text.text());
                            case Literal.Truth truth -> values.add(truth.truth());
                            case Literal.Numeral numeral -> {
                                values.add(numeral.number());
                                values.add(numeral.number().add(LITTLE));
                                values.add(numeral.number().subtract(LITTLE));
                            }
                            case Literal.Day day -> {
                                values.add(day.date());
                                values.add(day.date().plusDays(1));
                                values.add(day.date().minusDays(1));
                            }
                            case Literal.Null none -> values.add(null);
                        }
                    });
        }
        return new ArrayList<>(values);
    }

    private static Object byRules(DecisionTable table, Map<String, @Nullable Object> facts) {
        var hits = new ArrayList<Integer>();
        for (int rule = 0; rule < table.rules().size(); rule++) {
            boolean matches = true;
            for (int at = 0; at < table.inputs().size(); at++) {
                var test = table.rules().get(rule).conditions().get(at).meaning();
                var value = facts.get(table.inputs().get(at).expression());
                matches &= Conditions.match(test, value(table.inputs().get(at), value));
            }
            if (matches) {
                hits.add(rule);
            }
        }
        var order = table.outputs().getFirst().order();
        var ranked =
                hits.stream().sorted(Comparator.comparingInt(h -> order.indexOf(output(table, h))));
        long outputs = hits.stream().map(hit -> output(table, hit)).distinct().count();
        return switch (table.hitPolicy()) {
            case HitPolicy.Single single ->
                    switch (single) {
                        case FIRST -> hits.isEmpty() ? "none" : hits.subList(0, 1);
                        case UNIQUE -> hits.isEmpty() ? "none" : hits.size() > 1 ? "clash" : hits;
                        case ANY ->
                                hits.isEmpty()
                                        ? "none"
                                        : outputs > 1 ? "clash" : hits.subList(0, 1);
                        case PRIORITY -> hits.isEmpty() ? "none" : ranked.limit(1).toList();
                    };
            case HitPolicy.Multiple multiple ->
                    hits.isEmpty()
                            ? "none"
                            : multiple == HitPolicy.Multiple.RULE_ORDER ? hits : ranked.toList();
            case HitPolicy.Collect(var aggregation) ->
                    aggregation
                            .<Object>map(by -> aggregate(table, by, hits))
                            .orElse(hits.isEmpty() ? "none" : hits);
        };
    }

    private static Object aggregate(DecisionTable table, Aggregation by, List<Integer> hits) {
        if (by == Aggregation.COUNT) {
            return new Literal.Numeral(BigDecimal.valueOf(hits.size()));
        }
        if (hits.isEmpty()) {
            return new Literal.Null();
        }
        var numbers = hits.stream().map(h -> ((Literal.Numeral) output(table, h)).number());
        return new Literal.Numeral(
                switch (by) {
                    case SUM ->
                            numbers.reduce((l, r) -> l.add(r, MathContext.DECIMAL128))
                                    .orElseThrow();
                    case MIN -> numbers.min(Comparator.naturalOrder()).orElseThrow();
                    case MAX -> numbers.max(Comparator.naturalOrder()).orElseThrow();
                    case COUNT -> BigDecimal.ZERO;
                });
    }

    private static Literal output(DecisionTable table, int rule) {
        return table.rules().get(rule).outputs().getFirst().meaning();
    }

    private static Value value(DecisionTable.Input input, @Nullable Object given) {
        return switch (given) {
            case null -> Value.ABSENT;
            case String iso when input.type().equals(Optional.of(FeelType.DATE)) ->
                    Value.of(LocalDate.parse(iso));
            case String text -> Value.of(text);
            case Boolean truth -> Value.of(truth.booleanValue());
            case LocalDate day -> Value.of(day);
            case BigDecimal number -> Value.of(number);
            default -> Value.of(((Number) given).longValue());
        };
    }

    private static Object answer(TableAnswer answer) {
        return switch (answer) {
            case TableAnswer.NoRule none -> "none";
            case TableAnswer.One one -> List.of(one.rule().number());
            case TableAnswer.Many many -> many.rules().stream().map(TableRule::number).toList();
            case TableAnswer.Aggregate aggregate -> aggregate.value();
            case TableAnswer.Clash clash -> "clash";
        };
    }

    private static int first(Object expected) {
        return switch (expected) {
            case List<?> rules -> (Integer) rules.getFirst();
            case String none when none.equals("none") -> CompiledTable.NO_RULE;
            default -> CompiledTable.CLASH;
        };
    }

    @Test
    void what_an_input_cannot_have_is_refused_without_repeating_it() {
        var table = new RandomTables(1).table(HitPolicy.Single.FIRST, 40);
        var compiled = DecisionTables.compile(table, new ProblemCollector()).orElseThrow();
        for (var input : table.inputs()) {
            if (compiled.inputs().contains(input.expression())) {
                assertThatThrownBy(() -> compiled.encode(Map.of(input.expression(), 0.1)))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining(input.expression())
                        .hasMessageNotContaining("0.1");
            }
        }
    }

    @Test
    void facts_of_one_table_are_not_taken_by_another() {
        var table = new RandomTables(1).table(HitPolicy.Single.FIRST, 12);
        var one = DecisionTables.compile(table, new ProblemCollector()).orElseThrow();
        var other = DecisionTables.compile(table, new ProblemCollector()).orElseThrow();
        assertThatThrownBy(() -> other.decide(one.encode(Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
