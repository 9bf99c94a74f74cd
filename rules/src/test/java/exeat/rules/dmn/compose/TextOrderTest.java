package exeat.rules.dmn.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.GoodPack;
import exeat.rules.Pack;
import exeat.rules.dmn.UnaryTest;
import exeat.rules.source.PackException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An order of texts: unknown where a fact may be any text, and exact where its values are listed.
 */
class TextOrderTest {

    private static final String PORT = "not(\"Brest\", null)";
    private static final String PORT_COLUMN = "<text>home port</text></inputExpression>";
    private static final String WORD =
            """
            <rule id="word">
                    <inputEntry><text>-</text></inputEntry>\
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&gt; \"Brest\"",
                "&gt;= \"Brest\"",
                "&lt; \"Brest\"",
                "not(&lt;= \"Brest\")",
                "[\"Brest\"..\"Brest b\"]",
                "\"Brest\", &gt; \"Brest\"",
                "? &gt; \"Brest\"",
                "? in (&gt; \"Brest\")"
            })
    void a_test_of_the_order_of_an_open_text_is_not_provable(String test) throws PackException {
        var files = GoodPack.files(PORT, test);
        assertThat(Pack.parse("boats", files).unprovable())
                .singleElement()
                .satisfies(beyond -> {
                    assertThat(beyond.element()).isEqualTo("Route, home port");
                    assertThat(beyond.line()).isEqualTo(17);
                    assertThat(beyond.why())
                            .startsWith("home port may be any text, so it can only");
                });
        assertThatThrownBy(() -> Pack.read("boats", files))
                .isInstanceOf(PackException.class)
                .hasMessageContaining("rules.dmn:17: Route, home port: is not provable:");
    }

    @Test
    void an_order_of_an_open_text_among_input_values_is_not_provable() throws PackException {
        var files =
                GoodPack.files(
                        PORT_COLUMN,
                        PORT_COLUMN + "<inputValues><text>&gt; \"Brest\"</text></inputValues>");
        assertThat(Pack.parse("boats", files).unprovable())
                .extracting(beyond -> beyond.element())
                .containsExactly("Route, home port");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"Brest\"", "not(\"Brest\")", "[\"Brest\"..\"Brest\"]", "!= \"Brest\""})
    void being_one_text_or_another_is_no_order(String test) throws PackException {
        assertThat(Pack.parse("boats", GoodPack.files(PORT, test)).unprovable()).isEmpty();
    }

    @Test
    void an_order_of_listed_texts_is_the_values_that_pass_it() throws PackException {
        var files = GoodPack.files(WORD, WORD.replace(">-<", ">&gt;= \"settle\"<"));
        var documents = Pack.read("boats", files).parsed().model().tables().getLast();
        assertThat(documents.name()).isEqualTo("Documents");
        var cell = documents.rules().getFirst().conditions().getFirst().meaning();
        var domain =
                new FactDomain(
                        new InputFact(
                                "purpose",
                                exeat.rules.dmn.FeelType.STRING,
                                new InputFact.Sort.Listed(texts("settle", "return", "trip")),
                                List.of()),
                        java.util.Set.of());
        assertThat(texts("settle", "return", "trip"))
                .filteredOn(text -> passes(cell, domain, text))
                .containsExactlyElementsOf(texts("settle", "trip"));
    }

    private static boolean passes(UnaryTest test, FactDomain domain, exeat.rules.dmn.Literal text) {
        var place = java.util.Objects.requireNonNull(domain.points().get(text));
        return !PassingValues.of(test, domain).and(IntervalSet.of(place)).isEmpty();
    }

    private static List<exeat.rules.dmn.Literal> texts(String... texts) {
        return java.util.Arrays.stream(texts)
                .<exeat.rules.dmn.Literal>map(exeat.rules.dmn.Literal.Text::new)
                .toList();
    }
}
