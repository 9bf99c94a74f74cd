package exeat.rules.finding;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.Packs;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Purposes, and what each means, are a pack's own. */
class PurposesTest {

    private static final Path RESOURCES = Packs.root().resolve("rules/src/test/resources");
    private static final Directive EXCHANGE =
            Packs.read(RESOURCES.resolve("journeys").resolve("exchange"));
    private static final Purpose STUDY = new Purpose("study");
    private static final Purpose TRANSIT = new Purpose("airport transit");
    private static final Purpose EMIGRATION = new Purpose("move for good");

    @Test
    void a_pack_names_its_purposes_in_its_languages() {
        assertThat(EXCHANGE.name(TRANSIT, Locale.ENGLISH)).isEqualTo("Airport transit");
        assertThat(EXCHANGE.name(TRANSIT, Locale.FRENCH)).isEqualTo("Transit aéroportuaire");
        assertThat(Packs.prc1963().name(new Purpose("trip"), Locale.CHINESE)).isNotEqualTo("trip");
        assertThat(EXCHANGE.name(new Purpose("trip"), Locale.ENGLISH)).isEqualTo("trip");
    }

    @Test
    void a_purpose_means_what_the_pack_says() {
        var purposes = EXCHANGE.purposes();
        assertThat(purposes.isRoundTrip(STUDY)).isTrue();
        assertThat(purposes.givesUp(STUDY)).isEmpty();
        assertThat(purposes.isRoundTrip(TRANSIT)).isFalse();
        assertThat(purposes.givesUp(TRANSIT)).isEmpty();
        assertThat(purposes.isRoundTrip(EMIGRATION)).isFalse();
        assertThat(purposes.givesUp(EMIGRATION))
                .containsExactly(Consequence.RESIDENCE, Consequence.WAY_BACK);
    }

    @Test
    void a_person_with_an_undeclared_purpose_is_told_everything() {
        assertThat(EXCHANGE.purposes().givesUp(new Purpose("trip")))
                .containsExactly(Consequence.values());
        assertThat(EXCHANGE.purposes().isRoundTrip(new Purpose("trip"))).isFalse();
    }

    @Test
    void rules_decide_by_the_purposes_of_the_pack_and_the_finding_carries_them() {
        var facts =
                new Facts(
                        Map.of(
                                new FactName("reason for travel"), Value.of("study"),
                                new FactName("enrolled"), Value.of(true)));
        assertThat(EXCHANGE.decide(facts).purpose()).isEqualTo(STUDY);
        assertThat(EXCHANGE.decide(facts).burden().reentry()).isTrue();
        var other = facts.with(new FactName("reason for travel"), Value.of("airport transit"));
        assertThat(EXCHANGE.decide(other).purpose()).isEqualTo(TRANSIT);
        assertThat(EXCHANGE.decide(other).outcome()).isEqualTo(Outcome.APPROVE_ALWAYS);
    }

    @Test
    void an_older_pack_has_the_earlier_three_purposes() {
        var old = Packs.read(RESOURCES.resolve("packs").resolve("good")).purposes();
        assertThat(old.declared()).isFalse();
        assertThat(old.meanings().keySet())
                .extracting(Purpose::word)
                .containsExactly("settle", "return", "trip");
        assertThat(old.isRoundTrip(new Purpose("trip"))).isTrue();
        assertThat(old.givesUp(new Purpose("trip"))).isEmpty();
        assertThat(old.isRoundTrip(new Purpose("return"))).isFalse();
        assertThat(old.givesUp(new Purpose("return"))).containsExactly(Consequence.values());
    }

    @Test
    void people_can_apply_for_what_the_vocabulary_lists() {
        assertThat(Purposes.offered(EXCHANGE.vocabulary()))
                .containsExactly(STUDY, TRANSIT, EMIGRATION);
        assertThat(Purposes.offered(Packs.eu2003().vocabulary()))
                .containsExactly(new Purpose("settle"));
        assertThat(Purposes.offered(Packs.eu2003().vocabulary(), "trip")).isEmpty();
    }

    @Test
    void the_directives_of_exeat_say_what_their_purposes_mean() {
        assertThat(Packs.prc1963().purposes().declared()).isTrue();
        assertThat(Packs.prc1963().purposes().meanings())
                .isEqualTo(LegacyPurposes.all().meanings());
        assertThat(Packs.eu2003().purposes().meanings()).containsOnlyKeys(new Purpose("settle"));
    }

    @Test
    void a_local_pack_has_the_purposes_of_what_it_extends() {
        var national = Packs.folder("eu-2003-86").resolve("national").resolve("e-documents");
        assertThat(Packs.read(national).purposes()).isEqualTo(Packs.eu2003().purposes());
    }
}
