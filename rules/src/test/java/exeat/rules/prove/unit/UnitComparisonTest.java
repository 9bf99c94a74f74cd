package exeat.rules.prove.unit;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.GoodPack;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.prove.Obligation;
import exeat.rules.prove.Proof;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.prove.Prover;
import exeat.rules.source.PackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Local packs that say what their parent says, but for the units. */
class UnitComparisonTest {

    private static Directive read(String pack) throws PackException {
        return Pack.read(Packs.root().resolve("rules/src/test/resources/units").resolve(pack));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    crossing/two-parts | A crossing has more parts, each recorded by a different unit. \
                    crossing: border defence; two-parts: border defence, health.
                    crossing/nobody-protects | Under crossing, a unit hears people in X who claim protection; \
                    here no unit does.
                    residence/one-area | People who live in X are addressed by residence but not by one-area, \
                    so "residence addressed" differs for them.
                    """)
    void what_units_ask_more_is_a_restriction(String pack, String says) throws PackException {
        var local = read(pack);
        var proof = Prover.of(local).proof(Obligation.NO_RESTRICTION);
        assertThat(proof.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(proof.failures()).extracting(Proof.Failure::says).containsExactly(says);
    }

    @Test
    void who_lives_outside_the_local_addressees_has_another_value_of_the_fact()
            throws PackException {
        var local = read("residence/one-area");
        var above = local.parent().orElseThrow();
        var place = above.authorities().all().iterator().next().id();
        var outside =
                above.authorities().subtree(place).stream()
                        .filter(area -> above.authorities().isAddressed(area.id()))
                        .filter(area -> !local.authorities().isAddressed(area.id()))
                        .toList();
        assertThat(outside).isNotEmpty();
        assertThat(UnitComparison.of(local.parsed(), above)).hasSize(1);
        assertThat(UnitComparison.of(above.parsed(), above)).isEmpty();
    }

    @Test
    void where_no_area_is_in_both_nothing_is_compared_and_that_is_said() throws PackException {
        var boats = Pack.read("boats", GoodPack.files());
        var local = read("crossing/two-parts").parsed();
        assertThat(UnitComparison.notCompared(local, boats))
                .contains(
                        "Not covered: two-parts and boats have no area in common, so it was not"
                                + " compared where people must go and who reviews.");
        assertThat(UnitComparison.notCompared(boats.parsed(), boats)).isEmpty();
        assertThat(UnitComparison.moved(boats.parsed(), boats)).isEmpty();
    }

    @Test
    void local_packs_of_the_project_ask_nothing_more_of_units() {
        int compared = 0;
        for (var folder : Packs.folders()) {
            var pack = Packs.read(folder);
            if (pack.parent().isPresent()) {
                assertThat(UnitComparison.of(pack.parsed(), pack.parent().get()))
                        .as("%s", folder)
                        .isEmpty();
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }
}
