package exeat.rules.prove;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.box.Box;
import exeat.rules.box.ClassSet;
import exeat.rules.dmn.Literal;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.dmn.UnaryTest.Comparison;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactDefinition.FactType;
import exeat.rules.fact.FactDefinition.Inquiry;
import exeat.rules.fact.FactDefinition.Source;
import exeat.rules.fact.FactDefinition.Use;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether anybody in a box keeps some orders, and who: held to trying every number. */
class OrderLinksTest {

    private static final List<FactName> NAMES =
            Stream.of("a", "b", "c").map(FactName::new).toList();

    private static final List<Comparison> COMPARISONS = List.of(Comparison.values());

    /** Beyond the constants by as many steps as there are facts, so that nobody is left out. */
    private static final int LOW = -4;

    private static final int HIGH = 8;

    private static FactDefinition fact(FactName name, boolean optional, int scale) {
        return new FactDefinition(
                name,
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

    private static FactSpace space(List<FactLink> links, boolean optional) {
        return new FactSpace(
                NAMES.stream().map(name -> fact(name, optional, 0)).toList(),
                NAMES.stream()
                        .collect(
                                Collectors.toMap(
                                        name -> name,
                                        name ->
                                                constants(
                                                        name.equals(NAMES.getFirst()) ? 0 : 2, 4))),
                links);
    }

    private static Set<Literal> constants(int... all) {
        return IntStream.of(all)
                .mapToObj(BigDecimal::valueOf)
                .map(Literal.Numeral::new)
                .collect(Collectors.toSet());
    }

    private static FactLink order(int left, Comparison comparison, int right) {
        return new FactLink.Order("time", NAMES.get(left), comparison, NAMES.get(right));
    }

    private static boolean keeps(FactLink link, Map<FactName, Integer> person) {
        var order = (FactLink.Order) link;
        var left = person.get(order.left());
        var right = person.get(order.right());
        if (left == null || right == null) {
            return true;
        }
        return switch (order.comparison()) {
            case LESS -> left < right;
            case AT_MOST -> left <= right;
            case MORE -> left > right;
            case AT_LEAST -> left >= right;
        };
    }

    /** Everybody in a box, one fact after the other, absent as null. */
    private static List<Map<FactName, Integer>> people(FactSpace space, Box box) {
        List<Map<FactName, Integer>> people = List.of(Map.of());
        for (int at = 0; at < NAMES.size(); at++) {
            var more = new ArrayList<Map<FactName, Integer>>();
            for (var one : people) {
                for (int number = LOW; number <= HIGH; number++) {
                    if (box.set(at).contains(space.classOf(at, Value.of(number)))) {
                        var longer = new HashMap<>(one);
                        longer.put(NAMES.get(at), number);
                        more.add(longer);
                    }
                }
                if (box.set(at).high() >= space.ordinals(at)) {
                    more.add(one);
                }
            }
            people = more;
        }
        return people;
    }

    private static Box someBox(FactSpace space, Random random) {
        var sets = new ArrayList<ClassSet>();
        for (int at = 0; at < NAMES.size(); at++) {
            var set = new BitSet();
            for (int one = 0; one < space.count(at); one++) {
                set.set(one, random.nextInt(5) < 3);
            }
            set.set(random.nextInt(space.count(at)));
            sets.add(ClassSet.of(set));
        }
        return new Box(sets);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void somebody_keeps_them_exactly_when_trying_every_number_finds_one(boolean optional) {
        int nobody = 0;
        for (long seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var links =
                    IntStream.range(0, 1 + random.nextInt(3))
                            .mapToObj(_ ->
                                    order(
                                            random.nextInt(3),
                                            COMPARISONS.get(random.nextInt(4)),
                                            random.nextInt(3)))
                            .toList();
            var space = space(links, optional);
            var box = someBox(space, random);
            var keeping =
                    people(space, box).stream()
                            .filter(one -> links.stream().allMatch(link -> keeps(link, one)))
                            .toList();
            var orders = OrderLinks.of(space, links);
            assertThat(orders.test(box)).as("seed %d", seed).isEqualTo(!keeping.isEmpty());
            nobody += keeping.isEmpty() ? 1 : 0;
            if (!keeping.isEmpty()) {
                var person = space.person(box);
                assertThat(links).as("seed %d: %s", seed, person).allMatch(l -> kept(l, person));
                for (int at = 0; at < NAMES.size(); at++) {
                    var value = person.value(NAMES.get(at)).orElseThrow();
                    assertThat(box.set(at).contains(space.classOf(at, value))).isTrue();
                }
            }
        }
        assertThat(nobody).isBetween(optional ? 10 : 50, 250);
    }

    private static boolean kept(FactLink link, Facts person) {
        var numbers =
                NAMES.stream()
                        .filter(name -> person.value(name).orElseThrow() instanceof Value.Quantity)
                        .collect(
                                Collectors.toMap(
                                        name -> name,
                                        name ->
                                                ((Value.Quantity) person.value(name).orElseThrow())
                                                        .number()
                                                        .intValueExact()));
        return keeps(link, numbers);
    }

    @Test
    void the_least_values_that_keep_them_start_at_the_given_ones() {
        var links = List.of(order(0, Comparison.LESS, 1), order(2, Comparison.AT_LEAST, 1));
        var space = space(links, false);
        var orders = OrderLinks.of(space, links);
        var from = Stream.of(3, 1, 1).map(BigDecimal::valueOf).map(Optional::of).toList();
        assertThat(orders.least(space.all(), from).orElseThrow().values())
                .extracting(BigDecimal::intValueExact)
                .containsExactly(3, 4, 4);
        // 4 is a class of its own for b; without it b is the next number.
        var without = space.all().with(1, space.every(1).minus(space.classes(1, four())));
        assertThat(orders.least(without, from).orElseThrow().values())
                .extracting(BigDecimal::intValueExact)
                .containsExactly(3, 5, 5);
    }

    private static UnaryTest four() {
        return new UnaryTest.Equal(new Literal.Numeral(BigDecimal.valueOf(4)));
    }

    @Test
    void a_fact_that_no_order_is_of_has_no_least_value() {
        var links = List.of(order(0, Comparison.AT_MOST, 1));
        var space = space(links, false);
        var orders = OrderLinks.of(space, links);
        assertThat(orders.least(space.all(), List.of()).orElseThrow()).containsOnlyKeys(0, 1);
        assertThat(orders.has(0)).isTrue();
        assertThat(orders.has(1)).isTrue();
        assertThat(orders.has(2)).isFalse();
        assertThat(orders.isEmpty()).isFalse();
        assertThat(OrderLinks.of(space, List.of()).isEmpty()).isTrue();
        assertThat(OrderLinks.of(space, List.of()).test(space.all())).isTrue();
    }

    @Test
    void facts_that_stand_twice_are_in_order_both_times() {
        var links = List.of(order(0, Comparison.LESS, 1));
        var space = space(links, false);
        // The second b stands in a fourth place.
        var twice =
                OrderLinks.of(space, links).twice(at -> at == 1 ? 3 : at, at -> at == 3 ? 1 : at);
        var low =
                space.classes(
                        1,
                        new UnaryTest.Ordered(
                                Comparison.LESS, new Literal.Numeral(BigDecimal.valueOf(2))));
        var zero = ClassSet.of(space.classOf(0, Value.of(4)));
        var sets = new ArrayList<>(space.all().with(0, zero).sets());
        sets.add(space.every(1));
        assertThat(twice.test(new Box(sets))).isTrue();
        sets.set(3, low);
        assertThat(twice.test(new Box(sets))).isFalse();
        sets.set(3, space.every(1));
        sets.set(1, low);
        assertThat(twice.test(new Box(sets))).isFalse();
    }
}
