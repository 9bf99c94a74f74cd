package exeat.oversight.watch;

import static exeat.casework.World.CASE;
import static exeat.casework.World.ONE;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.officer;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.World;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.Anomaly;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.Watcher;
import exeat.oversight.watch.Observation.BurdenKind;
import exeat.oversight.watch.Observation.ImposedBurden;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.finding.Purpose;
import exeat.rules.prove.Practice;
import exeat.rules.prove.Proof.Verdict;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RestrictivePracticesTest {

    private static final Instant NOW = Instant.parse("1963-09-30T02:00:00Z");
    private static final WatchContext SETTING = WatchContext.of(World.DIRECTIVE, NOW);
    private static final ImposedBurden WORD =
            new ImposedBurden(BurdenKind.ASKED, "word-on-relations");
    private static final ImposedBurden PHOTOGRAPH =
            new ImposedBurden(BurdenKind.ASKED, "photograph");
    private static final ImposedBurden HELD =
            new ImposedBurden(BurdenKind.HELD, "identity-not-established");

    /** A number of similar cases at a unit, some of which have the requirement. */
    private static List<Observation> files(
            AuthorityId unit, Purpose purpose, int all, int carried, ImposedBurden laid) {
        return files(unit, purpose, Map.of(), all, carried, laid);
    }

    private static List<Observation> files(
            AuthorityId unit,
            Purpose purpose,
            Map<FactName, Value> facts,
            int all,
            int carried,
            ImposedBurden laid) {
        var files = new ArrayList<Observation>();
        for (int i = 0; i < all; i++) {
            files.add(
                    new Observation(
                            unit + "-" + purpose + "-" + facts + "-" + i,
                            unit,
                            "APPROVE " + purpose,
                            Optional.of(purpose),
                            facts,
                            NOW.minus(5 + i % 15, ChronoUnit.DAYS),
                            i < carried ? Set.of(laid) : Set.of()));
        }
        return files;
    }

    private static List<TestResult> tests(List<Observation> treated) {
        return RestrictivePractices.of(new CaseTraces(List.of(), treated, List.of()), SETTING);
    }

    @Test
    void a_demand_on_everyone_who_returns_is_found_with_an_example() {
        var treated = files(YANJI_FA, new Purpose("return"), 20, 18, WORD);
        treated.addAll(files(YANJI_FA, new Purpose("settle"), 20, 20, WORD));
        var seen =
                WatchRun.look(new CaseTraces(List.of(), treated, List.of()), SETTING).sightings();
        var practices = seen.stream().filter(s -> s.watcher() == Watcher.PRACTICE).toList();
        // The procedure itself asks the same of everyone who settles.
        assertThat(practices).hasSize(1);
        var implied = practices.getFirst().implied().orElseThrow();
        assertThat(implied.rule())
                .isEqualTo("Everyone with the purpose 'return' must bring: word on relations.");
        assertThat(implied.carried()).isEqualTo(18);
        assertThat(implied.like()).isEqualTo(20);
        assertThat(implied.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(implied.says())
                .contains("prc-1963 does not require the document" + " word-on-relations");
        assertThat(implied.witness()).contains("purpose: return", "nationality: KP");
        assertThat(practices.getFirst().sentence()).contains("18 of 20 similar cases");
    }

    @Test
    void a_practice_of_every_unit_alike_is_found_too() {
        var treated = new ArrayList<Observation>();
        for (var unit : List.of(YANJI_FA, World.TUMEN_FA)) {
            treated.addAll(files(unit, new Purpose("trip"), 20, 20, HELD));
        }
        assertThat(tests(treated)).hasSize(2).allMatch(test -> test.chance() < 1e-10);
    }

    private static final FactName NATIONALITY = new FactName("nationality");

    private static List<Anomaly> practices(List<Observation> treated) {
        return WatchRun.look(new CaseTraces(List.of(), treated, List.of()), SETTING)
                .sightings()
                .stream()
                .filter(s -> s.watcher() == Watcher.PRACTICE)
                .toList();
    }

    @Test
    void a_practice_on_part_of_a_purpose_is_named_by_the_fact_that_selects_it() {
        var of = Map.<FactName, Value>of(NATIONALITY, Value.of("KP"));
        var others = Map.<FactName, Value>of(NATIONALITY, Value.of("CN"));
        var treated = files(YANJI_FA, new Purpose("return"), of, 16, 16, WORD);
        treated.addAll(files(YANJI_FA, new Purpose("return"), others, 60, 1, WORD));
        treated.addAll(files(YANJI_FA, new Purpose("trip"), of, 30, 0, WORD));
        var seen = practices(treated);
        assertThat(seen).hasSize(1);
        var implied = seen.getFirst().implied().orElseThrow();
        assertThat(implied.rule())
                .isEqualTo(
                        "Everyone with the purpose 'return' (nationality KP) must bring: word on relations.");
        assertThat(implied.carried()).isEqualTo(16);
        assertThat(implied.like()).isEqualTo(16);
        assertThat(implied.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(implied.witness()).contains("purpose: return", "nationality: KP");
    }

    @Test
    void a_practice_on_a_fact_raises_one_alarm_whatever_the_purposes() {
        var of = Map.<FactName, Value>of(NATIONALITY, Value.of("KP"));
        var others = Map.<FactName, Value>of(NATIONALITY, Value.of("CN"));
        var treated = new ArrayList<Observation>();
        for (var purpose : List.of(new Purpose("return"), new Purpose("trip"))) {
            treated.addAll(files(YANJI_FA, purpose, of, 15, 14, HELD));
            treated.addAll(files(YANJI_FA, purpose, others, 40, 2, HELD));
        }
        var seen = practices(treated);
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().implied().orElseThrow().rule())
                .isEqualTo(
                        "Everyone who is approved (nationality KP) is stopped: identity not"
                                + " established.");
        assertThat(seen.getFirst().implied().orElseThrow().verdict()).isEqualTo(Verdict.FAILED);
    }

    @Test
    void no_protected_fact_names_a_practice_or_stays_in_a_cases_record() {
        var told = Practice.Condition.facts(World.DIRECTIVE);
        assertThat(told).extracting(fact -> fact.name().text()).contains("nationality");
        assertThat(told).noneMatch(FactDefinition::isProtected);
        assertThat(traces(World.settling()).treated())
                .isNotEmpty()
                .allSatisfy(t -> assertThat(t.facts()).containsKey(NATIONALITY))
                .allSatisfy(t ->
                        assertThat(t.toString())
                                .doesNotContain("ethnicity", "relations", "kinship", "list"));
    }

    @Test
    void requirements_of_the_rules_for_this_person_do_not_count_as_the_units() {
        var world = World.settling();
        var documents = world.traveller().finding().orElseThrow().burden().documents();
        assertThat(documents).isNotEmpty();
        var item = new RequestedItem.OfDocument(documents.iterator().next());
        world.accepted(officer(YANJI_FA), new TravellerCommand.Ask(CASE, ONE, item));
        assertThat(traces(world).treated())
                .anyMatch(t -> t.laid().contains(new ImposedBurden(BurdenKind.ASKED, "")))
                .noneMatch(t -> t.laid().stream().anyMatch(l -> l.what().equals(item.kind())));
    }

    @Test
    void occasional_demands_and_those_of_the_procedure_are_no_practice() {
        assertThat(tests(files(YANJI_FA, new Purpose("return"), 40, 10, WORD)))
                .isNotEmpty()
                .allMatch(test -> test.chance() > 0.5);
        assertThat(tests(files(YANJI_FA, new Purpose("return"), 40, 40, PHOTOGRAPH))).isEmpty();
        var needed = new ImposedBurden(BurdenKind.ASKED, "");
        assertThat(tests(files(YANJI_FA, new Purpose("settle"), 40, 40, needed))).isEmpty();
        var secret =
                new ImposedBurden(
                        BurdenKind.ASKED, RestrictivePractices.STATEMENT + "officer-kinship");
        assertThat(tests(files(YANJI_FA, new Purpose("trip"), 40, 40, secret)))
                .as("the name of a protected fact is told nobody")
                .isEmpty();
    }

    private static CaseTraces traces(World world) {
        var events = Objects.requireNonNull(world.events.get(CASE));
        return TraceExtractor.of(events, World.DIRECTIVE);
    }

    @Test
    void a_cases_record_has_what_was_required_and_no_protected_fact() {
        var world = World.returning();
        var word = new RequestedItem.OfDocument("word-on-relations");
        world.accepted(officer(YANJI_FA), new TravellerCommand.Ask(CASE, ONE, word));
        world.byTwo(YANJI_FA, world.identityHold());
        var traces = traces(world);
        var byUnit = traces.treated().stream().filter(t -> t.laid().contains(WORD)).toList();
        assertThat(byUnit).hasSize(1);
        assertThat(byUnit.getFirst().unit()).isEqualTo(YANJI_FA);
        assertThat(byUnit.getFirst().approved()).contains(new Purpose("return"));
        assertThat(traces.treated()).anyMatch(t -> t.laid().contains(HELD));
    }

    @Test
    void the_ground_of_a_set_aside_is_left_out_because_it_could_reveal_a_protected_fact() {
        var world = World.settling();
        world.byTwo(YANJI_FA, new TwoOfficerAct.SetAside("relations-not-found"));
        var traces = traces(world);
        assertThat(traces.toString()).doesNotContain("relations").contains("set-aside");
    }
}
