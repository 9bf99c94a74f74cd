package exeat.rules.prove.pairs;

import exeat.rules.canonical.FormDecision;
import exeat.rules.canonical.FormDecision.Policy;
import exeat.rules.canonical.FormDecision.Rule;
import exeat.rules.canonical.FormRules;
import exeat.rules.canonical.FormValue;
import exeat.rules.reference.Judge;
import exeat.rules.reference.Knowledge;
import exeat.rules.reference.ReferenceEvaluator;
import exeat.rules.reference.ReferenceFinding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A pack's form, and what the judge says by it of everybody. */
final class Judged {

    private static final List<String> OUTCOMES =
            List.of("approve always", "approve in general", "refer", "refuse");

    private final FormRules form;
    private final ReferenceEvaluator evaluator;
    private final People people;
    private final Map<String, String> outcomes;

    /** By person; like findings are one. */
    private final ReferenceFinding[] findings;

    /** By person, the number of what {@link #substance} is of; 0 before it is known. */
    private final int[] substances;

    private final Map<ReferenceFinding, ReferenceFinding> like = new HashMap<>();
    private final Map<Object, Integer> alike = new HashMap<>();

    /** By fact, the place of the first value as this pack's own rules divide the fact. */
    private final int[] first;

    Judged(FormRules form, People people) {
        this.form = form;
        this.evaluator = new ReferenceEvaluator(form);
        this.people = people;
        this.findings = new ReferenceFinding[people.count()];
        this.substances = new int[people.count()];
        this.outcomes =
                form.decision(FormRules.ROUTE).orElseThrow().rules().stream()
                        .collect(Collectors.toMap(Rule::id, Judged::outcome, (one, other) -> one));
        this.first = new int[people.facts().size()];
        for (int at = 0; at < first.length; at++) {
            int fact = at;
            form.fact(people.facts().get(at))
                    .ifPresent(one ->
                            first[fact] =
                                    Math.max(
                                            0,
                                            people.values(fact)
                                                    .indexOf(
                                                            evaluator
                                                                    .values(one, java.util.Set.of())
                                                                    .getFirst())));
        }
    }

    FormRules form() {
        return form;
    }

    ReferenceEvaluator evaluator() {
        return evaluator;
    }

    /** The first value of a fact that stands in for an unknown one. */
    int first(int fact) {
        return first[fact];
    }

    boolean knows(int fact) {
        return form.fact(people.facts().get(fact)).isPresent();
    }

    private static String outcome(Rule rule) {
        return rule.text("outcome").orElse("");
    }

    /** The finding of somebody of whom every fact is known. */
    ReferenceFinding finding(int person) {
        var found = findings[person];
        if (found == null) {
            int same = person;
            for (int fact = 0; fact < people.facts().size(); fact++) {
                same = knows(fact) ? same : people.with(same, fact, 0);
            }
            found = findings[same];
            if (found == null) {
                var known = new HashMap<String, Knowledge>();
                people.facts(same, form)
                        .forEach((name, value) -> known.put(name, new Knowledge.Exactly(value)));
                var made = evaluator.decide(known);
                found = like.computeIfAbsent(made, _ -> made);
                findings[same] = found;
            }
            findings[person] = found;
        }
        return found;
    }

    /** What of it must be the same in every way to fill in what is unknown, as a number. */
    int substance(int person) {
        int known = substances[person];
        if (known == 0) {
            var finding = finding(person);
            var carrying =
                    finding.grounds().stream()
                            .filter(ground -> finding.outcome().equals(outcomes.get(ground.rule())))
                            .flatMap(ground -> ground.route().stream())
                            .distinct()
                            .sorted()
                            .toList();
            var made =
                    List.of(
                            finding.outcome(),
                            finding.purpose(),
                            carrying,
                            finding.burden(),
                            finding.setAside());
            known = alike.computeIfAbsent(made, _ -> alike.size() + 1);
            substances[person] = known;
        }
        return known;
    }

    boolean approves(int person) {
        return !finding(person).outcome().equals("refer");
    }

    boolean keepsLinks(int person) {
        return evaluator.keepsLinks(people.facts(person, form));
    }

    // Tables alone.

    List<Rule> matching(FormDecision decision, Map<String, FormValue> person) {
        return decision.rules().stream().filter(rule -> Judge.passes(rule.when(), person)).toList();
    }

    /** The rule that wins by the policy, where one does. */
    static Optional<Rule> winner(FormDecision decision, List<Rule> matching) {
        return decision.policy() == Policy.PRIORITY
                ? matching.stream().min(Comparator.comparingInt(Rule::rank))
                : matching.stream().findFirst();
    }

    static boolean picks(FormDecision decision) {
        return decision.policy() == Policy.FIRST || decision.policy() == Policy.PRIORITY;
    }

    /** What DESIGN.md calls disagreement, of the rules of one decision that match somebody. */
    boolean disagree(FormDecision decision, Map<String, FormValue> person) {
        var matching = matching(decision, person);
        return switch (decision.policy()) {
            case UNIQUE -> matching.size() > 1;
            case ANY -> matching.stream().map(Rule::gives).distinct().count() > 1;
            case FIRST, PRIORITY -> {
                var winner = winner(decision, matching);
                yield winner.isPresent()
                        && matching.stream()
                                .filter(rule -> !winner.get().exceptionTo().contains(rule.id()))
                                .anyMatch(rule -> hides(decision, winner.get(), rule));
            }
            case COLLECT, RULE_ORDER, OUTPUT_ORDER ->
                    decision.name().equals(FormRules.CLEARANCES)
                            && matching.stream().map(Rule::gives).distinct().count() > 1;
        };
    }

    private static boolean hides(FormDecision decision, Rule winner, Rule rule) {
        return decision.name().equals(FormRules.ROUTE)
                ? OUTCOMES.indexOf(outcome(rule)) < OUTCOMES.indexOf(outcome(winner))
                : !winner.gives().equals(rule.gives());
    }

    boolean disagree(Map<String, FormValue> person) {
        return form.decisions().stream().anyMatch(decision -> disagree(decision, person));
    }

    /** Whether some rule of a decision matches nobody, or where one wins, never wins. */
    boolean hidesARule(List<Map<String, FormValue>> everybody) {
        for (var decision : form.decisions()) {
            var alive = new ArrayList<String>();
            for (var person : everybody) {
                var matching = matching(decision, person);
                (picks(decision) ? winner(decision, matching).stream().toList() : matching)
                        .forEach(rule -> alive.add(rule.id()));
            }
            if (!decision.rules().stream().map(Rule::id).allMatch(alive::contains)) {
                return true;
            }
        }
        return false;
    }

    boolean covered(Map<String, FormValue> person) {
        return !matching(form.decision(FormRules.PAPER).orElseThrow(), person).isEmpty();
    }

    boolean hasRefusal() {
        return outcomes.containsValue("refuse");
    }

    /** Whether somebody is turned down: by the winner, or by all that match. */
    boolean refuses(Map<String, FormValue> person) {
        var route = form.decision(FormRules.ROUTE).orElseThrow();
        var matching = matching(route, person);
        boolean single =
                picks(route) || route.policy() == Policy.UNIQUE || route.policy() == Policy.ANY;
        return single
                ? winner(route, matching).filter(rule -> outcome(rule).equals("refuse")).isPresent()
                : !matching.isEmpty()
                        && matching.stream().allMatch(rule -> outcome(rule).equals("refuse"));
    }
}
