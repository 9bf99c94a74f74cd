package exeat.rules.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.box.Box;
import exeat.rules.box.ClassSet;
import exeat.rules.box.DecisionList;
import exeat.rules.box.DecisionList.Layer;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.dmn.UnaryTest.Comparison;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactDefinition.FactType;
import exeat.rules.fact.FactDefinition.Inquiry;
import exeat.rules.fact.FactDefinition.Source;
import exeat.rules.fact.FactDefinition.Use;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.Vocabulary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People as points of a space of facts, and whom a proof shows: somebody as plain as may be. */
class FactSpaceTest {

    private static final FactDefinition FAITH =
            fact("faith", FactType.TEXT, List.of("a", "b", "c"), true, Value.of("a"));
    private static final FactDefinition WORD = fact("word", FactType.TEXT, List.of(), false);

    private static final FactName A = new FactName("a");
    private static final FactName B = new FactName("b");
    private static final FactLink A_BEFORE_B = new FactLink.Order("time", A, Comparison.LESS, B);

    private static FactDefinition fact(
            String name, FactType type, List<String> values, boolean secret, Value... shielded) {
        return new FactDefinition(
                new FactName(name),
                type,
                values,
                false,
                secret,
                List.of(shielded),
                Source.DECLARED,
                Use.DECIDE,
                Optional.empty());
    }

    private static FactDefinition from(Source source, FactType type) {
        return new FactDefinition(
                new FactName(source.name()),
                type,
                List.of(),
                false,
                false,
                List.of(),
                source,
                Use.DECIDE,
                Optional.empty());
    }

    private static FactDefinition number(String name, boolean optional, int scale) {
        return new FactDefinition(
                new FactName(name),
                FactType.NUMBER,
                List.of(),
                optional,
                false,
                List.of(),
                Source.DECLARED,
                Use.DECIDE,
                Optional.empty(),
                scale,
                Inquiry.PLAIN);
    }

    private static FactSpace space(FactDefinition fact, Object... constants) {
        return space(List.of(fact), List.of(), constants);
    }

    /** A space in which the first fact is compared with these numbers and texts. */
    private static FactSpace space(
            List<FactDefinition> facts, List<FactLink> links, Object... constants) {
        var literals = new LinkedHashSet<Literal>();
        for (var constant : constants) {
            literals.add(
                    constant instanceof String text && !text.matches("[0-9.]+")
                            ? new Literal.Text(text)
                            : new Literal.Numeral(new BigDecimal(constant.toString())));
        }
        return new FactSpace(facts, Map.of(facts.getFirst().name(), literals), links);
    }

    private static Value shown(FactSpace space, Box box) {
        return space.person(box).value(space.fact(0).name()).orElseThrow();
    }

    /** Of those in whose class the first fact's value is, and of nobody else. */
    private static Box of(FactSpace space, Value... values) {
        var set = ClassSet.EMPTY;
        for (var value : values) {
            set = set.or(ClassSet.of(space.classOf(0, value)));
        }
        return space.all().with(0, set);
    }

    private static Value decimal(String number) {
        return Value.of(new BigDecimal(number));
    }

    // Whom it shows.

    @Test
    void who_is_shown_is_plain_where_the_region_allows_everybody() {
        var facts =
                List.of(
                        number("n", false, 2),
                        fact("day", FactType.DATE, List.of(), false),
                        fact("flag", FactType.BOOLEAN, List.of(), false),
                        from(Source.AGE, FactType.NUMBER),
                        from(Source.RESIDENCE_ADDRESSED, FactType.BOOLEAN),
                        FAITH,
                        WORD);
        var space = space(facts, List.of());
        var person = space.person(space.all());
        assertThat(facts.stream().map(fact -> person.value(fact.name()).orElseThrow()))
                .containsExactly(
                        Value.of(30),
                        Value.of(LocalDate.of(1990, 1, 1)),
                        Value.of(false),
                        Value.of(34),
                        Value.of(true),
                        Value.of("b"),
                        Value.of("other"));
    }

    @Test
    void a_number_is_the_plainest_of_its_region_else_a_round_one_and_else_a_sample() {
        var space = space(number("n", true, 2), 30, 50, "1000.1", "1000.9");
        var thirty = of(space, Value.of(30)).set(0);
        var others = space.all().with(0, space.every(0).minus(thirty));
        assertThat(shown(space, space.all())).isEqualTo(Value.of(30));
        assertThat(shown(space, others)).isEqualTo(Value.of(50));
        assertThat(shown(space, of(space, Value.of(29)))).isEqualTo(Value.of(10));
        assertThat(shown(space, of(space, Value.of(31)))).isEqualTo(Value.of(40));
        assertThat(shown(space, of(space, Value.of(51)))).isEqualTo(Value.of(100));
        assertThat(shown(space, of(space, decimal("1000.1")))).isEqualTo(decimal("1000.1"));
        assertThat(shown(space, of(space, decimal("1000.2")))).isEqualTo(decimal("1000.5"));
        var narrow = space(number("n", false, 2), "7.14", "7.18");
        assertThat(shown(narrow, of(narrow, decimal("7.15")))).isEqualTo(decimal("7.16"));
        var whole = space(number("n", false, 0), 61, 89);
        assertThat(shown(whole, of(whole, Value.of(62)))).isEqualTo(Value.of(80));
    }

    @Test
    void nobody_is_shown_without_a_value_or_as_withholding_one_who_can_have_one() {
        var space = space(number("n", true, 0), 30, 50);
        assertThat(shown(space, of(space, Value.of(31), Value.ABSENT))).isEqualTo(Value.of(40));
        assertThat(shown(space, of(space, Value.ABSENT))).isEqualTo(Value.ABSENT);
        var faiths = space(FAITH);
        assertThat(shown(faiths, of(faiths, Value.of("a"), Value.of("c"))))
                .isEqualTo(Value.of("c"));
        assertThat(shown(faiths, of(faiths, Value.of("a"), Value.WITHHELD)))
                .isEqualTo(Value.of("a"));
        assertThat(shown(faiths, of(faiths, Value.WITHHELD))).isEqualTo(Value.WITHHELD);
        assertThat(faiths.plainest(0, faiths.every(0)))
                .extracting(at -> faiths.dimensions().getFirst().sample(at))
                .containsExactly(Value.of("b"), Value.of("c"), Value.of("a"), Value.WITHHELD);
    }

    @Test
    void a_text_that_no_rule_names_is_another_unless_a_rule_names_that() {
        var space = space(WORD, "red");
        assertThat(shown(space, of(space, Value.of("red")))).isEqualTo(Value.of("red"));
        assertThat(shown(space, of(space, Value.of("blue")))).isEqualTo(Value.of("other"));
        var named = space(WORD, "other");
        assertThat(shown(named, of(named, Value.of("blue"))))
                .isNotEqualTo(Value.of("other"))
                .isInstanceOf(Value.Text.class);
    }

    // In order.

    /** Two numbers of which the first is less, where somebody has both. */
    private static FactSpace ordered(boolean isFirstOptional, boolean isSecondOptional) {
        var constants = new HashMap<FactName, Set<Literal>>();
        for (var name : List.of(A, B)) {
            constants.put(
                    name,
                    Set.of(
                            new Literal.Numeral(BigDecimal.valueOf(-5000)),
                            new Literal.Numeral(BigDecimal.valueOf(20))));
        }
        var facts = List.of(number("a", isFirstOptional, 0), number("b", isSecondOptional, 0));
        return new FactSpace(facts, constants, List.of(A_BEFORE_B));
    }

    private static List<Value> both(Facts person) {
        return Stream.of(A, B).map(name -> person.value(name).orElseThrow()).toList();
    }

    private static ClassSet classes(FactSpace space, Value... values) {
        return of(space, values).set(0);
    }

    @Test
    void who_is_shown_keeps_the_orders_as_near_above_plain_values_as_may_be() {
        var space = ordered(false, false);
        assertThat(both(space.person(space.all()))).containsExactly(Value.of(30), Value.of(31));
        // Below 20 the plain second number is 10, and the first must be less than that.
        var low = space.all().with(1, classes(space, Value.of(19)));
        assertThat(both(space.person(low))).containsExactly(Value.of(-70), Value.of(-69));
        // Nobody within a hundred of a plain first number is as low.
        var lowest = space.all().with(1, classes(space, Value.of(-5001)));
        var numbers = both(space.person(lowest)).stream().map(Value.Quantity.class::cast).toList();
        assertThat(numbers.getFirst().number()).isLessThan(numbers.getLast().number());
        assertThat(numbers.getLast().number()).isLessThan(BigDecimal.valueOf(-5000));
    }

    @Test
    void a_fact_of_an_order_has_a_value_if_it_can_keep_the_order_with_one() {
        var high = Value.of(21);
        var low = Value.of(19);
        var first = ordered(true, false);
        var apart =
                first.all()
                        .with(0, classes(first, high, Value.ABSENT))
                        .with(1, classes(first, low));
        assertThat(both(first.person(apart)).getFirst()).isEqualTo(Value.ABSENT);
        var fitting = apart.with(0, classes(first, low, Value.ABSENT));
        assertThat(both(first.person(fitting))).containsExactly(Value.of(10), Value.of(11));
        // Of two that can do without, the first has a value and the second has none.
        var second = ordered(true, true);
        var either =
                second.all()
                        .with(0, classes(second, high, Value.ABSENT))
                        .with(1, classes(second, low, Value.ABSENT));
        assertThat(both(second.person(either))).containsExactly(Value.of(30), Value.ABSENT);
        var none = either.with(0, classes(second, Value.ABSENT));
        assertThat(both(second.person(none))).containsExactly(Value.ABSENT, Value.of(10));
    }

    // Points and regions.

    @Test
    void somebody_of_whom_every_fact_is_known_is_a_point_and_a_point_is_somebody() {
        var space = space(List.of(number("n", false, 0), FAITH), List.of(), 3, 5);
        for (int n = 0; n < space.count(0); n++) {
            for (int faith = 0; faith < space.count(1); faith++) {
                assertThat(space.point(space.facts(new int[] {n, faith})))
                        .containsExactly(n, faith);
            }
        }
        assertThat(space.count(0)).isEqualTo(5);
        assertThat(space.count(1)).isEqualTo(4);
        assertThat(space.ordinals(0)).isEqualTo(5);
        assertThatThrownBy(() -> space.classOf(1, Value.of("z"))).hasMessage("no value of faith");
    }

    @Test
    void tests_are_boxes_and_a_dash_narrows_nothing() {
        var space = space(List.of(number("n", false, 0), FAITH), List.of(), 3, 5);
        var three = new Literal.Numeral(BigDecimal.valueOf(3));
        var more = new UnaryTest.Ordered(Comparison.MORE, three);
        var box =
                space.box(
                        Map.of(
                                new FactName("n"),
                                more,
                                new FactName("unread"),
                                new UnaryTest.Any()));
        assertThat(box.set(0)).isEqualTo(ClassSet.run(2, 4));
        assertThat(box.set(1)).isEqualTo(space.every(1));
        assertThat(space.classes(1, new UnaryTest.Any())).isEqualTo(ClassSet.run(0, 3));
        assertThat(space.narrowed(box)).containsExactly(new FactName("n"));
        assertThat(space.narrowed(space.all())).isEmpty();
        assertThat(space.index(new FactName("faith"))).contains(1);
        assertThat(space.index(new FactName("unread"))).isEmpty();
    }

    @Test
    void classes_that_no_function_tells_apart_are_one() {
        var space = space(number("n", false, 0), 3, 5);
        var one = list(ClassSet.run(0, 1));
        var other = list(ClassSet.run(1, 3));
        assertThat(space.alike(0, List.of(one))).containsExactly(0, 2);
        assertThat(space.alike(0, List.of(one, other))).containsExactly(0, 1, 2, 4);
        assertThat(space.alike(0, List.of())).containsExactly(0);
    }

    private static DecisionList list(ClassSet set) {
        return new DecisionList(List.of(new Layer(new Box(List.of(set)), 1)), 0);
    }

    @Test
    void a_protected_fact_that_shields_no_value_has_all_of_them_shielded_but_withholding() {
        var open = fact("faith", FactType.TEXT, List.of("a", "b"), true);
        assertThat(space(open).shielded(0)).containsExactly(Value.of("a"), Value.of("b"));
        assertThat(space(FAITH).shielded(0)).containsExactly(Value.of("a"));
        assertThat(space(WORD).shielded(0)).isEmpty();
    }

    // What it is built of.

    @Test
    void a_space_has_the_purpose_what_links_name_and_each_shielded_value() {
        var clan = fact("clan", FactType.TEXT, List.of(), true, Value.of("quiet"));
        var purpose =
                new FactDefinition(
                        new FactName("purpose"),
                        FactType.TEXT,
                        List.of("settle"),
                        false,
                        false,
                        List.of(),
                        Source.PURPOSE,
                        Use.DECIDE,
                        Optional.empty());
        var vocabulary =
                new Vocabulary(
                        ZoneOffset.UTC,
                        List.of(WORD, clan, purpose, number("a", false, 0), number("b", false, 0)),
                        List.of());
        var red = new UnaryTest.Equal(new Literal.Text("red"));
        var loud = new UnaryTest.Equal(new Literal.Text("loud"));
        var link =
                new FactLink.Implication(
                        "law", Map.of(clan.name(), loud), Map.of(WORD.name(), red));
        var space =
                FactSpaceBuilder.of(
                        vocabulary,
                        List.of(),
                        List.of(link),
                        Map.of(WORD.name(), Set.of(Conditions.literal(Value.of("blue")))));
        assertThat(space.dimensions())
                .extracting(one -> one.fact().name())
                .containsExactly(WORD.name(), clan.name(), purpose.name());
        assertThat(samples(space, 0)).contains(Value.of("red"), Value.of("blue")).hasSize(3);
        assertThat(samples(space, 1))
                .contains(Value.of("loud"), Value.of("quiet"), Value.WITHHELD)
                .hasSize(4);
        var ordered = FactSpaceBuilder.of(vocabulary, List.of(), List.of(A_BEFORE_B));
        assertThat(ordered.dimensions())
                .extracting(one -> one.fact().name())
                .containsExactly(purpose.name(), A, B);
    }

    private static List<Value> samples(FactSpace space, int dimension) {
        return space.every(dimension).stream()
                .mapToObj(at -> space.dimensions().get(dimension).sample(at))
                .toList();
    }
}
