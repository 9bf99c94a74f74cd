package exeat.rules.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.source.PackException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values as people type them, and definitions of facts in a vocabulary. */
class FactDefinitionTest {

    private static final Path GOOD = Packs.root().resolve("rules/src/test/resources/packs/good");

    private final Directive directive = Pack.read(GOOD);
    private final Vocabulary vocabulary = directive.vocabulary();

    FactDefinitionTest() throws PackException {}

    @Test
    void values_are_parsed_by_the_type_of_their_fact() {
        assertThat(fact("purpose").parse(" trip ")).contains(Value.of("trip"));
        assertThat(fact("length of boat").parse("7.50")).contains(Value.of(new BigDecimal("7.5")));
        assertThat(fact("length of boat").parse("absent")).contains(Value.ABSENT);
        assertThat(fact("day of birth").parse("1940-02-29"))
                .contains(Value.of(LocalDate.of(1940, 2, 29)));
        assertThat(fact("sea legs").parse("true")).contains(Value.of(true));
        assertThat(fact("sea legs").parse("withheld")).contains(Value.WITHHELD);
        assertThat(fact("age").parse("18")).contains(Value.of(18));
        assertThat(fact("phone").parse("withheld")).contains(Value.of("withheld"));
    }

    @Test
    void a_value_that_the_vocabulary_does_not_allow_is_rejected() {
        assertThat(fact("purpose").parse("swim")).isEmpty();
        assertThat(fact("purpose").parse("absent")).isEmpty();
        assertThat(fact("length of boat").parse("1e9")).isEmpty();
        assertThat(fact("length of boat").parse("withheld")).isEmpty();
        assertThat(fact("length of boat").parse("٣")).isEmpty();
        assertThat(fact("day of birth").parse("1940-02-30")).isEmpty();
        assertThat(fact("day of birth").parse("1/2/1940")).isEmpty();
        assertThat(fact("sea legs").parse("TRUE")).isEmpty();
        assertThat(fact("sea legs").parse("absent")).isEmpty();
        assertThat(fact("age").parse("-1")).isEmpty();
        assertThat(fact("age").parse("17.5")).isEmpty();
        assertThat(fact("phone").parse(" ")).isEmpty();
    }

    @Test
    void every_fact_that_does_not_fit_is_named_without_its_value() {
        var facts =
                new Facts(
                        Map.of(
                                new FactName("purpose"), Value.of("secret"),
                                new FactName("shoe size"), Value.of(43),
                                new FactName("age"), Value.of(-1),
                                new FactName("sea legs"), Value.WITHHELD));
        assertThat(vocabulary.problems(facts))
                .containsExactlyInAnyOrder(
                        new FactProblem(
                                new FactName("purpose"), "must be one of settle, return, trip"),
                        new FactProblem(
                                new FactName("shoe size"), "is not a fact of this directive"),
                        new FactProblem(
                                new FactName("age"), "must be a whole number of years, 0 or more"));
        assertThatThrownBy(() -> directive.decide(facts))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
    }

    private FactDefinition fact(String name) {
        return vocabulary.definition(new FactName(name)).orElseThrow();
    }
}
