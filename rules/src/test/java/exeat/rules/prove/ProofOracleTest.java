package exeat.rules.prove;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.ParsedPack;
import exeat.rules.RandomPack;
import exeat.rules.decide.RouteRow;
import exeat.rules.dmn.DecisionTable;
import exeat.rules.dmn.HitPolicy;
import exeat.rules.dmn.RuleRanks;
import exeat.rules.fact.Conditions;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactLink;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.Vocabulary;
import exeat.rules.finding.Outcome;
import exeat.rules.pack.RuleExceptions;
import exeat.rules.prove.Proof.Verdict;
import exeat.rules.reference.Judge;
import exeat.rules.reference.ReferenceFinding;
import exeat.rules.source.PackException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Proofs of random packs against every combination of facts, tried one by one by the reference
 * evaluator: each verdict must be the enumeration's, and each person must show it.
 */
public class ProofOracleTest {

    private static final long SEEDS = Long.getLong("exeat.proof.packs", 4);

    /** Between constants there are two, so that facts can be in order there. */
    private static final List<String> NUMBERS =
            List.of(
                    "-2", "-1", "0", "0.2", "0.4", "0.5", "0.6", "0.8", "1", "1.2", "1.4", "1.5",
                    "1.6", "1.8", "2", "3", "4");

    private static final List<String> DAYS =
            List.of("1999-12-31", "2000-01-01", "2000-06-01", "2000-07-01", "2001-01-01");

    private static final FactName TIE = new FactName("tie");

    @Test
    void protected_facts_help_exactly_when_they_do() throws PackException {
        int failed = 0;
        int withheld = 0;
        for (long seed = 0; seed < 4 * SEEDS; seed++) {
            var draft = draft(seed);
            if (!draft.faults().isEmpty()) {
                continue;
            }
            var directive = Pack.read("above", RandomPack.worded("above", RandomPack.files(seed)));
            var proof = Prover.of(directive).proof(Obligation.PROTECTED_HELPS);
            boolean helps = true;
            for (var facts : points(directive)) {
                var here = decide(directive, facts);
                var shielded = decide(directive, facts.with(TIE, Value.of("p")));
                var without = decide(directive, facts.with(TIE, Value.WITHHELD));
                helps &= shielded.atLeastAsGoodAs(here) && here.atLeastAsGoodAs(without);
                helps &= Worst.of(disclosed(directive, facts)).isGivenBy(without);
            }
            assertThat(proof.verdict()).as("seed %d", seed).isEqualTo(verdict(helps));
            for (var failure : proof.failures()) {
                var worse = decide(directive, failure.people().getFirst().facts());
                for (var other : failure.people().subList(1, failure.people().size())) {
                    assertThat(worse.atLeastAsGoodAs(decide(directive, other.facts())))
                            .as("seed %d: %s", seed, failure)
                            .isFalse();
                }
                withheld += failure.says().startsWith("Withholding it") ? 1 : 0;
            }
            failed += helps ? 0 : 1;
        }
        assertThat(failed).isBetween(1, (int) (4 * SEEDS));
        assertThat(withheld).isPositive();
    }

    /** The verdict of the reference evaluator, which shares no code with the prover. */
    private static ReferenceFinding decide(Directive directive, Facts facts) {
        return Judge.of(directive).finding(facts);
    }

    private static List<ReferenceFinding> disclosed(Directive directive, Facts facts) {
        return Stream.of("p", "q")
                .map(tie -> decide(directive, facts.with(TIE, Value.of(tie))))
                .toList();
    }

    @Test
    void a_local_pack_adds_a_restriction_exactly_when_it_does() throws PackException {
        int failed = 0;
        int held = 0;
        int unanswered = 0;
        for (long seed = 0; seed < 2 * SEEDS; seed++) {
            var files = RandomPack.files(seed * 31 + 7, seed);
            if (!draft(seed).faults().isEmpty()) {
                continue;
            }
            RandomPack.worded("above", RandomPack.files(seed))
                    .forEach((name, bytes) -> files.put("extends/above/" + name, bytes));
            var whole = RandomPack.worded("local", files);
            if (!Pack.parse("local", whole).faults().isEmpty()) {
                continue;
            }
            var local = Pack.read("local", whole);
            var above = local.parent().orElseThrow();
            var proof = Prover.of(local).proof(Obligation.NO_RESTRICTION);
            boolean holds = true;
            boolean vacuous = false;
            var leftOpen = new OpenFacts(local, above);
            for (var person : points(above)) {
                var theirs = decide(above, person);
                boolean possible = false;
                for (var each : completed(person)) {
                    if (local.links().stream().allMatch(link -> keeps(link, each))) {
                        possible = true;
                        holds &= decide(local, each).atLeastAsGoodAs(theirs);
                        if (!theirs.outcome().equals("refer")) {
                            leftOpen.completed(person, each);
                        }
                    }
                }
                vacuous |= !possible;
            }
            boolean known = holds && !vacuous;
            // People who leave open what only the local pack asks are decided only if all
            // completions agree.
            holds &= leftOpen.allAgree();
            unanswered += known && !holds ? 1 : 0;
            if (known && holds && proof.conditions().isEmpty()) {
                answersNothing(seed, local, above);
            }
            assertThat(proof.verdict()).as("seed %d", seed).isEqualTo(verdict(holds && !vacuous));
            check(seed, proof, local, above);
            failed += holds && !vacuous ? 0 : 1;
            held += holds && !vacuous ? 1 : 0;
        }
        System.out.printf(
                "seeds 0 to %d: %d pairs add a restriction, %d of them by a question alone, %d add"
                        + " none, no disagreement%n",
                2 * SEEDS - 1, failed, unanswered, held);
        assertThat(failed).isPositive();
        assertThat(unanswered).isPositive();
        assertThat(held).isPositive();
        assertThat(held + failed).isGreaterThan((int) SEEDS / 4);
    }

    private static void check(long seed, Proof proof, Directive local, Directive above) {
        for (var failure : proof.failures()) {
            var facts = failure.people().getFirst().facts();
            if (!failure.says().startsWith("The links exclude")) {
                if (!failure.says().contains("without an answer")) {
                    assertThat(local.links())
                            .as("seed %d", seed)
                            .allMatch(link -> keeps(link, facts));
                }
                assertThat(decide(local, facts).atLeastAsGoodAs(decide(above, facts(facts, above))))
                        .as("seed %d: %s", seed, failure)
                        .isFalse();
            }
        }
    }

    /** Proved on no condition, it holds of everybody who leaves local facts open. */
    private static void answersNothing(long seed, Directive local, Directive above) {
        for (var person : points(above)) {
            var theirs = decide(above, person);
            for (var partial :
                    List.of(person, person.with(new FactName("extra"), Value.of(true)))) {
                assertThat(decide(local, partial).atLeastAsGoodAs(theirs))
                        .as("seed %d: %s", seed, partial)
                        .isTrue();
            }
        }
    }

    /** The facts without those that the directive does not know. */
    private static Facts facts(Facts facts, Directive directive) {
        var known = new java.util.TreeMap<>(facts.values());
        known.keySet().removeIf(name -> directive.vocabulary().definition(name).isEmpty());
        return new Facts(known);
    }

    static boolean keeps(FactLink link, Facts facts) {
        return switch (link) {
            case FactLink.Implication implication ->
                    !meets(implication.when(), facts) || meets(implication.then(), facts);
            case FactLink.Order order ->
                    order.comparison()
                            .holds(
                                    Conditions.compare(
                                            facts.value(order.left()).orElseThrow(),
                                            facts.value(order.right()).orElseThrow()));
        };
    }

    private static boolean meets(Map<FactName, exeat.rules.dmn.UnaryTest> tests, Facts facts) {
        return tests.entrySet().stream()
                .allMatch(test ->
                        Conditions.match(
                                test.getValue(), facts.value(test.getKey()).orElseThrow()));
    }

    @Test
    void tables_disagree_and_hide_rules_exactly_when_they_do() throws PackException {
        for (long seed = 0; seed < 8 * SEEDS; seed++) {
            var draft = draft(seed);
            var report = Prover.of(draft);
            boolean disagree = false;
            boolean hidden = false;
            var all = new ArrayList<>(draft.model().tables());
            all.addAll(draft.model().parts());
            for (var table : all) {
                var hits =
                        points(draft.vocabulary()).stream()
                                .map(facts -> hits(table, facts))
                                .toList();
                disagree |= hits.stream().anyMatch(matching -> disagree(draft, table, matching));
                boolean first = table.hitPolicy().toString().matches("FIRST|PRIORITY");
                for (var pieces : table.pieces()) {
                    hidden |=
                            pieces.stream()
                                    .allMatch(at ->
                                            hits.stream()
                                                    .noneMatch(matching ->
                                                            wins(table, first, matching, at)));
                }
            }
            assertThat(report.proof(Obligation.AGREES).verdict())
                    .as("seed %d", seed)
                    .isEqualTo(verdict(!disagree));
            assertThat(report.proof(Obligation.NOTHING_HIDDEN).verdict())
                    .as("seed %d", seed)
                    .isEqualTo(verdict(!hidden));
            assertThat(report.proof(Obligation.ANSWERS).verdict()).isEqualTo(Verdict.PROVED);
        }
    }

    private static boolean wins(
            DecisionTable table, boolean first, List<Integer> matching, int rule) {
        return matching.contains(rule)
                && (!first || winner(table, RuleRanks.of(table), matching) == rule);
    }

    public static List<Integer> hits(DecisionTable table, Facts facts) {
        return IntStream.range(0, table.rules().size())
                .filter(rule ->
                        IntStream.range(0, table.inputs().size())
                                .allMatch(at ->
                                        Conditions.match(
                                                table.rules()
                                                        .get(rule)
                                                        .conditions()
                                                        .get(at)
                                                        .meaning(),
                                                facts.value(
                                                                new FactName(
                                                                        table.inputs()
                                                                                .get(at)
                                                                                .expression()))
                                                        .orElseThrow())))
                .boxed()
                .toList();
    }

    private static int winner(DecisionTable table, List<Integer> ranks, List<Integer> matching) {
        boolean ranked = table.hitPolicy().toString().equals("PRIORITY");
        return matching.stream()
                .min(java.util.Comparator.comparingInt(rule -> ranked ? ranks.get(rule) : rule))
                .orElse(-1);
    }

    /** Disagreement, as defined by the design, among the rules that match one case. */
    private static boolean disagree(ParsedPack draft, DecisionTable table, List<Integer> matching) {
        var outputs = matching.stream().map(rule -> outputs(table, rule)).distinct().toList();
        return switch (table.hitPolicy().toString()) {
            case "UNIQUE" -> matching.size() > 1;
            case "FIRST", "PRIORITY" -> {
                if (matching.isEmpty()) {
                    yield false;
                }
                int winner = winner(table, RuleRanks.of(table), matching);
                var meant = RuleExceptions.of(table, table.rules().get(winner));
                yield matching.stream()
                        .filter(rule -> !meant.contains(table.rules().get(rule).id()))
                        .anyMatch(rule ->
                                table.name().equals("Route")
                                        ? outcome(draft, rule).compareTo(outcome(draft, winner)) < 0
                                        : !outputs(table, rule).equals(outputs(table, winner)));
            }
            default -> table.name().equals("Clearances") && outputs.size() > 1;
        };
    }

    private static List<Object> outputs(DecisionTable table, int rule) {
        return table.rules().get(rule).outputs().stream()
                .<Object>map(DecisionTable.Cell::meaning)
                .toList();
    }

    private static Outcome outcome(ParsedPack draft, int rule) {
        return draft.tables().route().rows().get(rule).outcome();
    }

    private static ParsedPack draft(long seed) throws PackException {
        return Pack.parse("above", RandomPack.worded("above", RandomPack.files(seed)));
    }

    private static Verdict verdict(boolean holds) {
        return holds ? Verdict.PROVED : Verdict.FAILED;
    }

    @Test
    void a_pack_refuses_exactly_when_somebody_is_refused() throws PackException {
        int refused = 0;
        for (long seed = 0; seed < 4 * SEEDS; seed++) {
            var files = RandomPack.worded("above", RandomPack.refusing(seed));
            var draft = Pack.parse("above", files);
            var rows = draft.tables().route().rows();
            var proof = Prover.of(draft).proof(Obligation.NEVER_REFUSES);
            assertThat(proof.verdict())
                    .as("seed %d", seed)
                    .isEqualTo(verdict(rows.stream().noneMatch(RouteRow::refuses)));
            boolean somebody =
                    points(draft.vocabulary()).stream().anyMatch(facts -> isRefused(draft, facts));
            boolean shown =
                    proof.failures().stream()
                            .flatMap(failure -> failure.people().stream())
                            .anyMatch(person -> isRefused(draft, person.facts()));
            assertThat(shown).as("seed %d", seed).isEqualTo(somebody);
            refused += somebody ? 1 : 0;
        }
        assertThat(refused).isPositive();
    }

    /** Whether the table of routes turns somebody down: by its winner, or by all that match. */
    static boolean isRefused(ParsedPack draft, Facts facts) {
        var table =
                draft.model().tables().stream()
                        .filter(one -> one.name().equals("Route"))
                        .findFirst()
                        .orElseThrow();
        var rows = draft.tables().route().rows();
        var matching = hits(table, facts);
        if (table.hitPolicy() instanceof HitPolicy.Single) {
            // If a policy is violated, the first in its order stands.
            int winner = winner(table, RuleRanks.of(table), matching);
            return winner >= 0 && rows.get(winner).refuses();
        }
        return !matching.isEmpty() && matching.stream().allMatch(rule -> rows.get(rule).refuses());
    }

    private static List<Facts> points(Directive directive) {
        return points(directive.vocabulary());
    }

    public static List<Facts> points(Vocabulary vocabulary) {
        var points = List.of(Facts.NONE);
        for (var fact : vocabulary.facts()) {
            points = with(points, fact.name(), values(fact));
        }
        return points;
    }

    private static List<Facts> completed(Facts person) {
        // One value above all others, so that a strictly greater one always exists.
        var others =
                Stream.concat(NUMBERS.stream(), Stream.of("5"))
                        .map(number -> Value.of(new BigDecimal(number)))
                        .toList();
        var some = with(List.of(person), new FactName("other"), others);
        return with(some, new FactName("extra"), List.of(Value.of(true), Value.of(false)));
    }

    private static List<Facts> with(List<Facts> points, FactName name, List<Value> values) {
        var more = new ArrayList<Facts>();
        points.forEach(point -> values.forEach(value -> more.add(point.with(name, value))));
        return more;
    }

    private static List<Value> values(FactDefinition fact) {
        var values = new ArrayList<Value>();
        switch (fact.type()) {
            case BOOLEAN -> values.addAll(List.of(Value.of(true), Value.of(false)));
            case NUMBER -> NUMBERS.forEach(number -> values.add(Value.of(new BigDecimal(number))));
            case DATE -> DAYS.forEach(day -> values.add(Value.of(LocalDate.parse(day))));
            case TEXT -> fact.values().forEach(text -> values.add(Value.of(text)));
        }
        Optional.of(Value.ABSENT).filter(absent -> fact.optional()).ifPresent(values::add);
        Optional.of(Value.WITHHELD).filter(withheld -> fact.isProtected()).ifPresent(values::add);
        return values;
    }
}
