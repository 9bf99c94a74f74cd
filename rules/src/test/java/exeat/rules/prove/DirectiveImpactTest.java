package exeat.rules.prove;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.DirectiveComparison;
import exeat.rules.GoodPack;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.People;
import exeat.rules.RandomPack;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.FindingDifference;
import exeat.rules.finding.FindingDifference.Direction;
import exeat.rules.pack.PackFiles;
import exeat.rules.source.PackException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Who gains and who loses: against people one by one, and as the Court had it. */
class DirectiveImpactTest {

    private static final String NO_KINSHIP = "(?s)<rule id=\"no-kinship\">.*?</rule>";
    private static final Path NATIONAL = Packs.folder("eu-2003-86").resolve("national");

    @Test
    void nobody_gains_or_loses_between_a_directive_and_itself() {
        assertThat(shifts(Packs.prc1963(), Packs.prc1963()).effects()).isEmpty();
        assertThat(shifts(Packs.eu2003(), Packs.eu2003()).effects()).isEmpty();
    }

    @Test
    void an_income_floor_takes_from_whoever_has_enough_and_earns_less() {
        var losses = losses("chakroun-income");
        assertThat(losses).isNotEmpty();
        assertThat(losses.getFirst().before()).isEqualTo("approves in general");
        assertThat(losses.getFirst().after()).isEqualTo("refers");
        var person = losses.getFirst().person();
        assertThat(person.value(fact("resources sufficient"))).contains(Value.of(true));
        assertThat(number(person, "income percent")).isLessThan(120);
    }

    @Test
    void more_income_after_a_later_marriage_takes_from_whoever_married_later() {
        var person = losses("chakroun-marriage").getFirst().person();
        assertThat(person.value(fact("relation"))).contains(Value.of("spouse"));
        assertThat(person.value(fact("tie before entry"))).contains(Value.of(false));
        assertThat(number(person, "income percent")).isLessThan(120);
    }

    @Test
    void few_exemptions_take_from_whom_other_circumstances_keep_from_passing() {
        var person = losses("k-and-a-examination").getFirst().person();
        assertThat(person.value(fact("special circumstances"))).contains(Value.of(true));
        assertThat(person.value(fact("examination passed"))).contains(Value.of(false));
        assertThat(person.value(fact("lasting disability"))).isNotEqualTo(Value.of(true));
    }

    @Test
    void a_fee_for_all_burdens_whoever_cannot_carry_it() {
        var losses = losses("k-and-a-fees");
        assertThat(losses).hasSize(1);
        assertThat(losses.getFirst().before()).isEqualTo("charges no fee");
        assertThat(losses.getFirst().after()).isEqualTo("charges a fee of 460");
        assertThat(losses.getFirst().person().value(fact("fee can be carried")))
                .contains(Value.of(false));
    }

    @Test
    void papers_alone_take_from_a_refugee_with_other_evidence() {
        var person = losses("e-documents").getFirst().person();
        assertThat(person.value(fact("sponsor refugee"))).contains(Value.of(true));
        assertThat(person.value(fact("evidence of the tie"))).contains(Value.of("other"));
    }

    @Test
    void what_the_court_allowed_takes_from_nobody() {
        for (var name :
                List.of("k-and-a-full-exemption", "k-and-a-fees-proportionate", "noorzia-age")) {
            assertThat(losses(name)).as(name).isEmpty();
        }
    }

    @Test
    void a_further_ground_to_set_aside_is_a_loss() throws PackException {
        var files = new TreeMap<>(Pack.files(Packs.folder("prc-1963")));
        files.computeIfPresent("rules.dmn", (name, bytes) -> without(bytes, NO_KINSHIP));
        files.replaceAll((name, bytes) ->
                PackFiles.isMessages(name)
                        ? without(bytes, "(?m)^ground.kinship-not-found=.*$")
                        : bytes);
        var fewer = Pack.read("prc-1963", files);
        var shifts = shifts(fewer, Packs.prc1963()).effects();
        assertThat(shifts).hasSize(1);
        assertThat(shifts.getFirst().better()).isFalse();
        assertThat(shifts.getFirst().after())
                .isEqualTo("lets it be set aside for kinship-not-found");
        var gains = shifts(Packs.prc1963(), fewer).effects();
        assertThat(gains).extracting(shift -> shift.better()).containsExactly(true);
    }

    @Test
    void people_whom_one_of_them_cannot_describe_neither_gain_nor_lose() throws PackException {
        var before = boats("[Brest, Nantes]", "\"Nantes\"");
        var after = boats("[Brest, Lorient]", "\"Brest\", \"Lorient\"");
        var impact = shifts(before, after);
        assertThat(impact.nobodyLoses()).isTrue();
        assertThat(impact.effects()).hasSize(1);
        var gain = impact.effects().getFirst();
        assertThat(gain.better()).isTrue();
        assertThat(gain.before()).isEqualTo("refers");
        assertThat(gain.after()).isEqualTo("approves in general");
        assertThat(gain.region()).contains("home port is Brest");
        assertThat(gain.person().value(fact("home port"))).contains(Value.of("Brest"));
        // Brest is the only port that both know, so that nobody differs in it.
        assertThat(gain.turnsOn())
                .extracting(FactName::text)
                .containsExactlyInAnyOrder("length of boat", "day of birth", "sea legs", "age");
        var back = shifts(after, before);
        assertThat(back.nobodyLoses()).isFalse();
        assertThat(back.effects()).extracting(DirectiveImpact.Effect::better).containsOnly(false);
    }

    private static Directive boats(String ports, String approved) throws PackException {
        var files =
                GoodPack.files(
                        "home port, type: text, optional: true, use: decide",
                        "home port, type: text, values: " + ports + ", use: decide",
                        "not(\"Brest\", null)",
                        approved);
        files.put("messages_en.properties", "# none\n".getBytes(UTF_8));
        return Pack.read("boats", RandomPack.worded("boats", files));
    }

    @Test
    void what_is_not_decided_may_take_from_somebody() {
        var open = new DirectiveImpact(List.of(), List.of("the fee"), List.of());
        assertThat(open.nobodyLoses()).isFalse();
        assertThat(new DirectiveImpact(List.of(), List.of(), List.of()).nobodyLoses()).isTrue();
    }

    private static byte[] without(byte[] bytes, String pattern) {
        return new String(bytes, UTF_8).replaceFirst(pattern, "").getBytes(UTF_8);
    }

    @Test
    void every_example_is_one_and_nobody_else_is_missed() {
        long seed = 86L;
        var random = new Random(seed);
        for (var pack : Packs.folders()) {
            if (!pack.startsWith(NATIONAL)) {
                continue;
            }
            var redecision = DirectiveComparison.of(Packs.eu2003(), Packs.read(pack));
            var shifts = DirectiveImpact.between(redecision);
            for (var shift : shifts.effects()) {
                assertThat(redecision.compare(shift.person()).difference().changes())
                        .contains(
                                new FindingDifference.Change(
                                        shift.before(), shift.after(), shift.better()));
            }
            for (int at = 0; at < 1_500; at++) {
                var person = People.random(redecision.vocabulary(), random);
                var difference = redecision.compare(person).difference();
                assertThat(shifts.nobodyLoses() && !difference.atLeastAsGood())
                        .as("%s, seed %d: %s", pack.getFileName(), seed, person)
                        .isFalse();
                boolean gains = difference.changes().stream().anyMatch(c -> c.better());
                assertThat(gains && shifts.effects().stream().noneMatch(s -> s.better()))
                        .as("%s, seed %d: %s", pack.getFileName(), seed, person)
                        .isFalse();
                assertThat(difference.direction() == Direction.MIXED && shifts.effects().isEmpty())
                        .isFalse();
            }
        }
    }

    private static List<DirectiveImpact.Effect> losses(String national) {
        return shifts(Packs.eu2003(), Packs.read(NATIONAL.resolve(national))).effects().stream()
                .filter(shift -> !shift.better())
                .toList();
    }

    private static DirectiveImpact shifts(Directive before, Directive after) {
        var shifts = DirectiveImpact.between(DirectiveComparison.of(before, after));
        assertThat(shifts.undecided()).isEmpty();
        return shifts;
    }

    private static FactName fact(String name) {
        return new FactName(name);
    }

    private static int number(Facts facts, String name) {
        return facts.value(fact(name)).orElseThrow() instanceof Value.Quantity quantity
                ? quantity.number().intValue()
                : Integer.MAX_VALUE;
    }
}
