package exeat.rules.fact;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.dmn.Literal;
import exeat.rules.fact.FactDefinition.FactType;
import exeat.rules.fact.FactDefinition.Source;
import exeat.rules.fact.FactDefinition.Use;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A fact's values, divided by the constants of the tables. */
class ValueClassesTest {

    @Test
    void numbers_have_a_class_for_each_constant_and_each_gap() {
        var classes = new ValueClasses(fact(FactType.NUMBER, Source.DECLARED), numbers("1", "2.5"));
        assertThat(classes.count()).isEqualTo(5);
        var inOrder = List.of("-7", "1", "1.0000000001", "2.50", "2.6");
        for (int at = 0; at < inOrder.size(); at++) {
            assertThat(classes.classOf(Value.of(new BigDecimal(inOrder.get(at))))).isEqualTo(at);
        }
    }

    @Test
    void ages_are_whole_so_a_gap_without_a_whole_number_is_none() {
        var age = fact(FactType.NUMBER, Source.AGE);
        var classes = new ValueClasses(age, numbers("0", "17", "18", "20.5", "22"));
        // 0, 1 to 16, 17, 18, 19 to 20, 21, 22, and above; nothing below 0 and nothing at 20.5.
        assertThat(samples(classes)).containsExactly("0", "1", "17", "18", "19", "21", "22", "23");
        assertThat(classes.classOf(Value.of(16))).isEqualTo(1);
        assertThat(classes.classOf(Value.of(20))).isEqualTo(4);
        assertThat(classes.classOf(Value.of(-1))).isNegative();
        assertThat(classes.classOf(Value.of(new BigDecimal("20.5")))).isNegative();
    }

    @Test
    void days_next_to_each_other_have_no_gap() {
        var day = fact(FactType.DATE, Source.DECLARED);
        var classes =
                new ValueClasses(
                        day, List.of(day("2000-02-28"), day("2000-02-29"), day("2000-03-02")));
        assertThat(samples(classes))
                .containsExactly(
                        "2000-02-27",
                        "2000-02-28",
                        "2000-02-29",
                        "2000-03-01",
                        "2000-03-02",
                        "2000-03-03");
    }

    @Test
    void texts_have_a_class_for_all_values_that_no_table_names() {
        var open = fact(FactType.TEXT, Source.DECLARED);
        var classes = new ValueClasses(open, List.of(text("a"), text("xx"), text("a")));
        assertThat(classes.count()).isEqualTo(3);
        assertThat(classes.classOf(Value.of("a"))).isEqualTo(0);
        assertThat(classes.classOf(Value.of("b"))).isEqualTo(classes.classOf(Value.of("xxx")));
        assertThat(classes.classOf(Value.of(1))).isNegative();
        assertThat(classes.classOf(Value.ABSENT)).isNegative();
        assertThat(classes.classOf(Value.WITHHELD)).isNegative();
    }

    @Test
    void absent_and_withheld_are_points_where_the_vocabulary_has_them() {
        var fact =
                new FactDefinition(
                        new FactName("f"),
                        FactType.BOOLEAN,
                        List.of(),
                        true,
                        true,
                        List.of(),
                        Source.DECLARED,
                        Use.DECIDE,
                        Optional.empty());
        var classes = new ValueClasses(fact, List.of());
        assertThat(samples(classes)).containsExactly("true", "false", "absent", "withheld");
    }

    @Test
    void every_sample_is_of_its_own_class() {
        for (var type : FactType.values()) {
            var constant =
                    switch (type) {
                        case TEXT -> text("a");
                        case NUMBER -> numbers("3").getFirst();
                        case BOOLEAN -> new Literal.Truth(true);
                        case DATE -> day("2000-01-01");
                    };
            var constants = List.of(constant);
            var classes = new ValueClasses(fact(type, Source.DECLARED), constants);
            for (int at = 0; at < classes.count(); at++) {
                assertThat(classes.classOf(classes.sample(at))).isEqualTo(at);
            }
        }
    }

    /** Found by chance: a number that no rule compares, known to be between two others. */
    @Test
    void a_range_of_what_no_rule_compares_is_in_its_one_class() {
        for (var type : List.of(FactType.NUMBER, FactType.DATE)) {
            var classes = new ValueClasses(fact(type, Source.DECLARED), List.of());
            var low = type == FactType.DATE ? Value.of(LocalDate.EPOCH) : Value.of(3);
            var high = type == FactType.DATE ? Value.of(LocalDate.EPOCH) : Value.of(4);
            for (var between :
                    List.of(
                            new ValueSet.Between(Optional.of(low), Optional.of(high)),
                            new ValueSet.Between(Optional.of(low), Optional.empty()),
                            new ValueSet.Between(Optional.empty(), Optional.of(high)))) {
                assertThat(classes.classesOf(between).stream())
                        .as("%s", between)
                        .containsExactly(0);
            }
        }
    }

    private static List<String> samples(ValueClasses classes) {
        return IntStream.range(0, classes.count())
                .mapToObj(at -> ValueText.of(classes.sample(at)))
                .toList();
    }

    private static FactDefinition fact(FactType type, Source source) {
        return new FactDefinition(
                new FactName("f"),
                type,
                List.of(),
                false,
                false,
                List.of(),
                source,
                Use.DECIDE,
                Optional.empty());
    }

    private static List<Literal> numbers(String... texts) {
        return java.util.Arrays.stream(texts)
                .<Literal>map(text -> new Literal.Numeral(new BigDecimal(text)))
                .toList();
    }

    private static Literal day(String iso) {
        return new Literal.Day(LocalDate.parse(iso));
    }

    private static Literal text(String text) {
        return new Literal.Text(text);
    }
}
