package exeat.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.rules.Interview;
import exeat.rules.Pack;
import exeat.rules.Packs;
import exeat.rules.RandomPack;
import exeat.rules.RandomPacks;
import exeat.rules.canonical.FormValue;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Finding;
import exeat.rules.finding.FindingChoice;
import exeat.rules.finding.Outcome;
import exeat.rules.source.PackException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The engine that people are decided by, held to the reference evaluator, field by field. */
class ReferenceTest {

    private static final long SEEDS = Long.getLong("exeat.reference.packs", 18);

    private int compared;
    private int unanswered;
    private int settled;
    private int narrowed;

    @Test
    void every_pack_of_the_project_is_decided_as_its_form_says() {
        for (var folder : Packs.folders()) {
            var judge = Judge.of(Packs.read(folder));
            var random = new Random(folder.toString().hashCode());
            for (int n = 0; n < 40; n++) {
                compare(folder.toString(), judge, random, n % 4);
            }
        }
        tell("packs of the project");
    }

    @Test
    void packs_by_chance_are_decided_as_their_forms_say() throws PackException {
        for (long seed = 0; seed < SEEDS; seed++) {
            var files = RandomPack.worded("above", RandomPack.files(seed));
            if (Pack.parse("above", files).faults().isEmpty()) {
                var judge = Judge.of(Pack.read("above", files));
                var random = new Random(seed);
                for (int n = 0; n < 60; n++) {
                    compare("seed " + seed, judge, random, n % 3 * 3);
                }
            }
            var judge = Judge.of(RandomPacks.of(seed, 5, 6));
            var random = new Random(seed);
            for (int n = 0; n < 60; n++) {
                compare("boats " + seed, judge, random, n % 4 * 3);
            }
        }
        tell("packs by chance");
        assertThat(unanswered).isGreaterThan((int) SEEDS);
        assertThat(settled).isGreaterThan((int) SEEDS);
        assertThat(narrowed).isGreaterThan((int) SEEDS);
    }

    @Test
    void an_interview_is_settled_and_asks_exactly_as_the_judge_says() throws PackException {
        int asked = 0;
        for (long seed = 0; seed < SEEDS / 2; seed++) {
            var judge = Judge.of(RandomPacks.of(seed, 5, 6));
            var random = new Random(seed);
            for (int n = 0; n < 30; n++) {
                var facts = judge.person(random, 4, n % 2 * 3);
                var finding = judge.finding(facts);
                var step = judge.directive().interview().next(facts, Set.of());
                var open =
                        step instanceof Interview.Ask ask
                                ? ask.open().stream().map(FactName::text).toList()
                                : List.<String>of();
                assertThat(open)
                        .as("boats %d: %s", seed, facts)
                        .containsExactlyInAnyOrderElementsOf(finding.unanswered());
                asked += open.isEmpty() ? 0 : 1;
            }
        }
        assertThat(asked).isGreaterThan((int) SEEDS);
    }

    private void compare(String what, Judge judge, Random random, int open) {
        var facts = judge.person(random, open, open == 3 ? 4 : 0);
        var finding = judge.directive().decide(facts);
        assertThat(Judge.finding(finding))
                .as("%s: %s", what, facts)
                .isEqualTo(Judge.plain(judge.finding(facts)));
        compared++;
        narrowed += facts.sets().isEmpty() ? 0 : 1;
        boolean isOpen = facts.values().size() < judge.evaluator().read().size();
        boolean refers = finding.why().equals(Optional.of(Finding.ReferReason.UNANSWERED));
        unanswered += refers ? 1 : 0;
        settled += isOpen && !refers ? 1 : 0;
    }

    private void tell(String what) {
        System.out.printf(
                "%s: %d findings, %d unanswered, %d settled with facts open, %d with sets of values,"
                        + " no disagreement%n",
                what, compared, unanswered, settled, narrowed);
    }

    @Test
    void one_finding_is_as_good_as_another_exactly_when_the_engine_says_so() {
        for (var folder : Packs.folders()) {
            var judge = Judge.of(Packs.read(folder));
            var random = new Random(7);
            for (int n = 0; n < 20; n++) {
                var one = judge.directive().decide(judge.person(random, 0, 0));
                var other = judge.directive().decide(judge.person(random, 0, 0));
                assertThat(one.atLeastAsGoodAs(other))
                        .as("%s: %s and %s", folder, one, other)
                        .isEqualTo(Judge.finding(one).atLeastAsGoodAs(Judge.finding(other)));
            }
        }
    }

    @Test
    void what_is_given_of_several_findings_or_chosen_from_is_what_the_judge_says() {
        int chosen = 0;
        for (var folder : Packs.folders()) {
            var judge = Judge.of(Packs.read(folder));
            var random = new Random(11);
            for (int n = 0; n < 20; n++) {
                var findings =
                        IntStream.range(0, 1 + n % 4)
                                .mapToObj(_ -> judge.directive().decide(judge.person(random, 0, 0)))
                                .toList();
                var best = FindingChoice.of(findings);
                assertThat(best.findings().stream().map(Judge::finding).toList())
                        .as("%s: %s", folder, findings)
                        .isEqualTo(best(findings.stream().map(Judge::finding).toList()));
                assertThat(best.settled().isPresent())
                        .isEqualTo(
                                findings.stream()
                                        .anyMatch(one ->
                                                findings.stream().allMatch(one::atLeastAsGoodAs)));
                chosen += best.settled().isPresent() ? 0 : 1;
            }
        }
        assertThat(chosen).as("cases in which somebody chooses").isGreaterThan(5);
    }

    /** By the reference order: none is better, and none as good comes before. */
    private static List<ReferenceFinding> best(List<ReferenceFinding> findings) {
        return IntStream.range(0, findings.size())
                .filter(one ->
                        IntStream.range(0, findings.size())
                                .filter(at -> asGood(findings, at, one))
                                .noneMatch(at -> at < one || !asGood(findings, one, at)))
                .mapToObj(findings::get)
                .toList();
    }

    private static boolean asGood(List<ReferenceFinding> findings, int one, int other) {
        return findings.get(one).atLeastAsGoodAs(findings.get(other));
    }

    @Test
    void a_fact_known_as_one_of_several_values_is_enough_if_all_agree() {
        var judge = Judge.of(Packs.prc1963());
        var settles = new java.util.HashMap<String, Knowledge>();
        Packs.answers1963()
                .beside(Map.of("asked to return", "false", "applied to build", "false"))
                .forEach((fact, text) -> settles.put(fact, typed(text)));
        settles.put("purpose", exactly("settle"));
        settles.put("nationality", exactly("CN"));
        settles.put("residence addressed", new Knowledge.Exactly(FormValue.of(true)));
        assertThat(judge.evaluator().decide(settles).why()).contains("uncovered");
        var either = new java.util.HashMap<>(settles);
        either.put(
                "purpose",
                new Knowledge.OneOf(
                        java.util.List.of(FormValue.of("settle"), FormValue.of("trip"))));
        var finding = judge.evaluator().decide(either);
        assertThat(finding.outcome()).isEqualTo(Outcome.REFER.word());
        assertThat(finding.unanswered()).contains("purpose");
    }

    private static Knowledge typed(String text) {
        return switch (text) {
            case "true", "false" -> new Knowledge.Exactly(FormValue.of(text.equals("true")));
            default -> exactly(text);
        };
    }

    private static Knowledge exactly(String text) {
        return new Knowledge.Exactly(FormValue.of(text));
    }

    @Test
    void facts_that_the_form_does_not_allow_are_refused() {
        var judge = Judge.of(Packs.prc1963());
        assertThatThrownBy(() -> judge.evaluator().decide(Map.of("purpose", exactly("holiday"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> judge.evaluator().decide(Map.of("shoe size", exactly("44"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
