package exeat.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import exeat.rules.Interview.Ask;
import exeat.rules.Interview.SearchLimits;
import exeat.rules.Interview.Settled;
import exeat.rules.decide.Completions;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Finding.ReferReason;
import exeat.rules.finding.Outcome;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The interview against every way to answer it, tried one by one. */
class InterviewTest {

    private static final FactName PURPOSE = new FactName("purpose");

    /** Where an interview can stand. */
    private record State(Facts known, Set<FactName> notKnown) {
        State with(FactName fact, Value value) {
            return new State(known.with(fact, value), notKnown);
        }

        State without(FactName fact) {
            var more = new TreeSet<>(notKnown);
            more.add(fact);
            return new State(known, more);
        }
    }

    /** The possible results, and the answers that they depend on. */
    private record Reach(Set<Object> results, Set<FactName> open) {}

    private static final class Tries {

        final Directive directive;
        final List<FactDefinition> facts;
        final Map<State, Reach> reached = new HashMap<>();
        private final Map<State, Double> costs = new HashMap<>();

        Tries(Directive directive, List<FactDefinition> facts) {
            this.directive = directive;
            this.facts = facts;
        }

        List<FactDefinition> open(State state) {
            return facts.stream()
                    .filter(fact -> !state.known().knows(fact.name()))
                    .filter(fact -> !state.notKnown().contains(fact.name()))
                    .toList();
        }

        Reach reach(State state) {
            var before = reached.get(state);
            if (before != null) {
                return before;
            }
            var open = open(state);
            var results = new HashSet<Object>();
            var turnsOn = new HashSet<FactName>();
            if (open.isEmpty()) {
                results.add(result(directive.decide(state.known())));
            }
            for (var fact : open) {
                reach(state.without(fact.name()));
                for (var value : RandomPacks.values(fact)) {
                    var one = reach(state.with(fact.name(), value));
                    results.addAll(one.results());
                    turnsOn.addAll(one.open());
                }
            }
            if (open.size() == 1 && results.size() > 1) {
                turnsOn.add(open.getFirst().name());
            }
            var reach = new Reach(Set.copyOf(results), Set.copyOf(turnsOn));
            reached.put(state, reach);
            return reach;
        }

        /** The least number of questions that any order needs, protected facts last. */
        double least(State state) {
            var before = costs.get(state);
            if (before != null) {
                return before;
            }
            var open = reach(state).open();
            var may = facts.stream().filter(fact -> open.contains(fact.name())).toList();
            var plain = may.stream().filter(fact -> !fact.isProtected()).toList();
            double least = may.isEmpty() ? 0 : Double.POSITIVE_INFINITY;
            for (var fact : plain.isEmpty() ? may : plain) {
                double all = 0;
                double questions = 0;
                for (var value : RandomPacks.values(fact)) {
                    var listed = fact.inquiry().weights().get(value);
                    double weight = listed == null ? 1 : listed.doubleValue();
                    all += weight;
                    questions += weight * least(state.with(fact.name(), value));
                }
                least = Math.min(least, 1 + questions / all);
            }
            costs.put(state, least);
            return least;
        }

        private static Object result(Finding finding) {
            if (finding.why().equals(java.util.Optional.of(ReferReason.UNANSWERED))) {
                return ReferReason.UNANSWERED;
            }
            // Only one route leads to "always" in these packs; other citations do not matter.
            var carrying =
                    finding.outcome() == Outcome.APPROVE_ALWAYS
                            ? List.<String>of()
                            : finding.routes();
            return List.of(finding.outcome(), finding.purpose(), carrying, finding.burden());
        }
    }

    @Test
    void a_question_is_asked_exactly_when_its_answer_can_change_the_finding() {
        for (long seed = 1; seed <= 60; seed++) {
            int facts = 2 + (int) (seed % 3);
            var directive = RandomPacks.of(seed, facts, 2 + (int) (seed % 5));
            var tries = new Tries(directive, asked(directive));
            tries.reach(settling());
            check(tries, "seed " + seed);
        }
    }

    @Test
    void the_pack_of_1963_asks_what_can_change_its_findings_and_nothing_else() {
        var directive = Packs.prc1963();
        var declared =
                directive.vocabulary().facts().stream()
                        .filter(fact -> fact.source() == FactDefinition.Source.DECLARED)
                        .toList();
        for (var traveller : List.of(List.of("KP", "settle"), List.of("CN", "trip"))) {
            var tries = new Tries(directive, declared);
            tries.reach(
                    new State(
                            Facts.NONE
                                    .with(new FactName("residence addressed"), Value.of(true))
                                    .with(
                                            new FactName("nationality"),
                                            Value.of(traveller.getFirst()))
                                    .with(PURPOSE, Value.of(traveller.getLast())),
                            Set.of()));
            assertThat(tries.reached).hasSize(states(declared));
            check(tries, traveller.toString());
        }
    }

    /** Each question has its answers, is not asked yet, or is left with the answer not known. */
    private static int states(List<FactDefinition> declared) {
        return declared.stream()
                .mapToInt(fact -> RandomPacks.values(fact).size() + 2)
                .reduce(1, Math::multiplyExact);
    }

    private static void check(Tries tries, String what) {
        var interview = Interview.of(tries.directive);
        tries.reached.forEach((state, reach) -> {
            var step = interview.next(state.known(), state.notKnown());
            switch (step) {
                case Settled settled ->
                        assertThat(reach.open()).as("%s, %s", what, state).isEmpty();
                case Ask ask -> {
                    assertThat(Set.copyOf(ask.open()))
                            .as("%s, %s", what, state)
                            .isEqualTo(reach.open());
                    assertThat(ask.open()).contains(ask.fact());
                    var vocabulary = tries.directive.vocabulary();
                    assertThat(
                                    !vocabulary.isProtected(ask.fact())
                                            || ask.open().stream()
                                                    .allMatch(vocabulary::isProtected))
                            .as("%s, %s: %s too early", what, state, ask.fact())
                            .isTrue();
                }
            }
            assertThat(step.finding()).isEqualTo(tries.directive.decide(state.known()));
        });
    }

    @Test
    void the_order_expects_the_fewest_questions_and_looking_ahead_comes_near() {
        double best = 0;
        double ahead = 0;
        double inOrder = 0;
        double worst = 1;
        for (long seed = 1; seed <= 200; seed++) {
            var directive = RandomPacks.of(seed, 3 + (int) (seed % 3), 3 + (int) (seed % 6));
            var tries = new Tries(directive, asked(directive));
            var expected = Interview.of(directive).expected(settling().known()).orElseThrow();
            double least = expected.least().orElseThrow();
            if (seed <= 100) {
                assertThat(least)
                        .as("seed %d", seed)
                        .isCloseTo(tries.least(settling()), within(1e-9));
            }
            assertThat(expected.lookingAhead())
                    .as("seed %d", seed)
                    .isBetween(least - 1e-9, expected.inOrder() + 1e-9);
            best += least;
            ahead += expected.lookingAhead();
            inOrder += expected.inOrder();
            worst = least == 0 ? worst : Math.max(worst, expected.lookingAhead() / least);
        }
        System.out.printf(
                "200 packs: best order %.4f questions, looking ahead %.4f (at worst %.3f times), form's order %.4f%n",
                best / 200, ahead / 200, worst, inOrder / 200);
        assertThat(ahead / best).isLessThan(1.02);
    }

    @Test
    void too_many_cases_ask_more_and_never_decide_wrong() {
        for (long seed = 1; seed <= 60; seed++) {
            var directive = RandomPacks.of(seed, 4, 6);
            var exact = Interview.of(directive);
            for (int cases : new int[] {1, 3, 8}) {
                var bounded = Interview.of(directive, new SearchLimits(cases, 4, 1));
                var state = settling();
                var whole = exact.next(state.known(), Set.of());
                var rough = bounded.next(state.known(), Set.of());
                if (whole instanceof Ask ask) {
                    assertThat(rough).as("seed %d", seed).isInstanceOf(Ask.class);
                    assertThat(((Ask) rough).open()).containsAll(ask.open());
                }
                assertThat(bounded(directive, state.known(), cases)).as("seed %d", seed).isTrue();
            }
        }
    }

    /**
     * Large enough that the best order is too much to weigh; bounded work, so no clock is needed.
     */
    @Test
    void a_pack_of_many_facts_is_still_asked_to_its_end() {
        for (long seed = 1; seed <= 3; seed++) {
            var directive = RandomPacks.of(seed, 14, 30);
            var random = new java.util.Random(seed);
            var facts = settling().known();
            int questions = 0;
            long begun = System.nanoTime();
            while (directive.interview().next(facts, Set.of()) instanceof Ask ask) {
                var values =
                        RandomPacks.values(
                                directive.vocabulary().definition(ask.fact()).orElseThrow());
                facts = facts.with(ask.fact(), values.get(random.nextInt(values.size())));
                questions++;
            }
            System.out.printf(
                    "14 facts, 30 rules: %d questions in %d ms%n",
                    questions, (System.nanoTime() - begun) / 1_000_000);
            assertThat(directive.decide(facts).unanswered()).isEmpty();
            assertThat(questions).isBetween(1, 14);
        }
    }

    /** Whether completions with a limit leave open at least the facts that are open. */
    private static boolean bounded(Directive directive, Facts facts, int most) {
        var matcher = directive.matcher();
        var classes = matcher.classes(facts);
        var whole = new Completions(matcher, directive.answers(), classes);
        var part = new Completions(matcher, directive.answers(), classes, most);
        assertThat(part.first()).isEqualTo(whole.first());
        boolean sure = part.certain().isEmpty() || part.certain().equals(whole.certain());
        return sure && part.open().containsAll(whole.open());
    }

    private static State settling() {
        return new State(Facts.NONE.with(PURPOSE, Value.of("settle")), Set.of());
    }

    private static List<FactDefinition> asked(Directive directive) {
        return directive.vocabulary().facts().stream()
                .filter(fact -> !fact.name().equals(PURPOSE))
                .toList();
    }
}
