package exeat.bench.rules.subject;

import exeat.rules.Directive;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Burden;
import exeat.rules.finding.Finding;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Every finding that is still possible for a person with unknown facts, found by trying all values
 * that the rules can tell apart. An engine's answer must agree with it.
 */
public final class PossibleFindings {

    /** The parts of a finding that must be the same in every case for it to stand. */
    public record Substance(
            Outcome outcome,
            Purpose purpose,
            List<String> routes,
            Burden burden,
            List<String> toSetAside) {

        /** Whether a finding agrees with this, possibly with further routes. */
        public boolean isOf(Finding finding) {
            return finding.outcome() == outcome
                    && finding.purpose().equals(purpose)
                    && finding.routes().containsAll(routes)
                    && finding.burden().equals(burden)
                    && finding.setAsideGrounds().equals(toSetAside);
        }
    }

    private PossibleFindings() {}

    /** The answers under the directive of 1963, by the hand-written program. */
    public static Set<Substance> of1963(Program1963 program, Map<String, Object> known) {
        List<Map<String, Object>> people = List.of(known);
        for (var fact : Prc1963.VALUES.entrySet()) {
            if (!known.containsKey(fact.getKey())) {
                people =
                        people.stream()
                                .flatMap(person ->
                                        fact.getValue().stream()
                                                .map(value -> with(person, fact.getKey(), value)))
                                .toList();
            }
        }
        return people.stream()
                .map(Program1963::applicant)
                .map(program::decide)
                .map(PossibleFindings::substance)
                .collect(Collectors.toSet());
    }

    /** The substance of a finding. Beside an approval, a route to a lower outcome adds nothing. */
    private static Substance substance(Finding finding) {
        boolean always = finding.outcome() == Outcome.APPROVE_ALWAYS;
        return new Substance(
                finding.outcome(),
                finding.purpose(),
                always ? List.of("B") : finding.routes(),
                finding.burden(),
                finding.setAsideGrounds());
    }

    private static Map<String, Object> with(Map<String, Object> person, String fact, Object value) {
        var more = new java.util.LinkedHashMap<>(person);
        more.put(fact, value);
        return more;
    }

    /** The answers under a table, by plain evaluation of its rules. */
    public static Set<Substance> ofTable(
            Directive directive, List<BenchRule> rows, Map<String, Object> known) {
        var left = new ArrayList<Integer>();
        for (int at = 0; at < rows.size(); at++) {
            if (holds(rows.get(at), known)) {
                left.add(at);
            }
        }
        var unknown =
                TableDmn.factNames().stream().filter(fact -> !known.containsKey(fact)).toList();
        var found = new HashSet<Substance>();
        var journeys =
                known.get("purpose") instanceof String word
                        ? Set.of(BenchPurpose.of(word))
                        : Set.of(BenchPurpose.values());
        for (var journey : journeys) {
            for (int rule : first(rows, left, unknown, journey)) {
                var one = TablePack.finding(directive, rule, journey, Facts.NONE);
                found.add(substanceOfOne(one));
            }
        }
        return found;
    }

    private static Substance substanceOfOne(Finding finding) {
        return new Substance(
                finding.outcome(),
                finding.purpose(),
                finding.routes(),
                finding.burden(),
                finding.setAsideGrounds());
    }

    private static boolean holds(BenchRule row, Map<String, Object> known) {
        return known.entrySet().stream()
                .allMatch(fact -> row.holds(fact.getKey(), typed(fact.getKey(), fact.getValue())));
    }

    private static Object typed(String fact, Object raw) {
        return fact.equals("arrived") ? LocalDate.parse((String) raw) : raw;
    }

    /** The rules that are the first to match, or none, for some values of the unknown facts. */
    private static Set<Integer> first(
            List<BenchRule> rows, List<Integer> left, List<String> unknown, BenchPurpose journey) {
        if (left.isEmpty()) {
            return Set.of(Workload.NO_RULE);
        }
        if (unknown.isEmpty()) {
            return Set.of(left.getFirst());
        }
        var fact = unknown.getFirst();
        var rest = unknown.subList(1, unknown.size());
        var found = new HashSet<Integer>();
        var tried = new HashSet<List<Integer>>();
        for (var value : values(fact, rows, left, journey)) {
            var still = left.stream().filter(rule -> rows.get(rule).holds(fact, value)).toList();
            if (tried.add(still)) {
                found.addAll(first(rows, still, rest, journey));
            }
        }
        return found;
    }

    /**
     * Each bound begins a range of values that the rules cannot tell apart; one more value lies
     * below all bounds.
     */
    private static Set<Object> values(
            String fact, List<BenchRule> rows, List<Integer> left, BenchPurpose journey) {
        Object below =
                switch (fact) {
                    case "status" -> Workload.STATUSES.getFirst();
                    case "purpose" -> journey.word();
                    case "sponsored" -> true;
                    case "income", "fee" -> BigDecimal.ONE.negate();
                    case "age" -> -1;
                    default -> LocalDate.of(1900, 1, 1);
                };
        var values = new TreeSet<Object>(Set.of(below));
        switch (fact) {
            case "status" -> values.addAll(Workload.STATUSES);
            case "purpose" -> {}
            case "sponsored" -> values.add(false);
            default -> left.forEach(rule -> values.addAll(rows.get(rule).bounds(fact)));
        }
        return values;
    }
}
