package exeat.rules.reference;

import exeat.rules.canonical.FormDecision;
import exeat.rules.canonical.FormDecision.Policy;
import exeat.rules.canonical.FormDecision.Rule;
import exeat.rules.canonical.FormFact;
import exeat.rules.canonical.FormRules;
import exeat.rules.canonical.FormTest;
import exeat.rules.canonical.FormValue;
import exeat.rules.reference.ReferenceFinding.Burden;
import exeat.rules.reference.ReferenceFinding.Clearance;
import exeat.rules.reference.ReferenceFinding.Ground;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides facts by the rules of a canonical form.
 *
 * <p>What is not known is tried in every way. The finding stands where all give the same {@link
 * Substance}; else it is {@code refer: unanswered}, with the facts on which it turns.
 */
public final class ReferenceEvaluator {

    /** At most this many ways to fill in what is unknown are tried. */
    public static final int MAX_COMPLETIONS = 2_000_000;

    private static final String REFER = "refer";

    private final FormRules rules;

    /** The facts that some rule tests, and the purpose, in the form's order. */
    private final List<FormFact> read = new ArrayList<>();

    private final Map<String, Set<FormValue>> named = new HashMap<>();

    public ReferenceEvaluator(FormRules rules) {
        this.rules = rules;
        rules.decisions().stream()
                .flatMap(decision -> decision.rules().stream())
                .forEach(rule -> rule.when().forEach(this::name));
        for (var fact : rules.facts()) {
            if (named.containsKey(fact.name()) || fact.source().equals(FormFact.PURPOSE)) {
                read.add(fact);
            }
        }
    }

    private void name(String fact, FormTest test) {
        test.values().forEach(named.computeIfAbsent(fact, first -> new LinkedHashSet<>())::add);
    }

    /** The facts that decide, in the form's order. */
    public List<FormFact> read() {
        return List.copyOf(read);
    }

    /** Enough values of a fact to stand for all that rules, and these besides, can tell apart. */
    public List<FormValue> values(FormFact fact, Set<FormValue> besides) {
        var all = new LinkedHashSet<>(named(fact));
        all.addAll(besides);
        return Alternatives.of(fact, all);
    }

    private Set<FormValue> named(FormFact fact) {
        return named.getOrDefault(fact.name(), Set.of());
    }

    /** Whether somebody with these facts keeps every link of the form. */
    public boolean keepsLinks(Map<String, FormValue> facts) {
        return rules.links().stream().allMatch(link -> Judgement.keeps(link, facts));
    }

    /** What one decision gives somebody whose facts are all known, by output. */
    public List<Map<String, FormValue>> given(String decision, Map<String, FormValue> person) {
        return hits(decision, person).stream().map(Rule::gives).toList();
    }

    /**
     * The finding for somebody about whom this is known.
     *
     * @throws IllegalArgumentException if the form does not allow what is known
     * @throws IllegalStateException above {@link #MAX_COMPLETIONS}
     */
    public ReferenceFinding decide(Map<String, Knowledge> known) {
        check(known);
        var values = new ArrayList<List<FormValue>>();
        int ways = 1;
        for (var fact : read) {
            var own = known.getOrDefault(fact.name(), new Knowledge.Nothing());
            values.add(Alternatives.among(fact, own, named(fact)));
            ways = Math.multiplyExact(ways, values.getLast().size());
            if (ways > MAX_COMPLETIONS) {
                throw new IllegalStateException("more than " + MAX_COMPLETIONS);
            }
        }
        var answers = new Answer[ways];
        var distinct = new HashMap<Answer, Answer>();
        for (int way = 0; way < ways; way++) {
            answers[way] = distinct.computeIfAbsent(answer(person(values, way)), one -> one);
        }
        var substances =
                distinct.keySet().stream().map(Answer::substance).collect(Collectors.toSet());
        return substances.size() == 1
                ? certain(List.copyOf(distinct.keySet()))
                : unanswered(answers, values);
    }

    private void check(Map<String, Knowledge> known) {
        known.forEach((name, knowledge) -> {
            var fact = rules.fact(name);
            var left = fact.map(one -> Alternatives.among(one, knowledge, Set.of()));
            boolean whole =
                    !(knowledge instanceof Knowledge.OneOf(var values))
                            || left.filter(found -> found.containsAll(values)).isPresent();
            if (left.filter(found -> !found.isEmpty() && whole).isEmpty()
                    || !left.get().stream().allMatch(fact.get()::allows)) {
                throw new IllegalArgumentException("not allowed: " + name);
            }
        });
    }

    /** One of the ways: the first fact changes slowest. */
    private Map<String, FormValue> person(List<List<FormValue>> values, int way) {
        var person = new HashMap<String, FormValue>();
        int left = way;
        for (int at = read.size() - 1; at >= 0; at--) {
            int many = values.get(at).size();
            person.put(read.get(at).name(), values.get(at).get(left % many));
            left /= many;
        }
        return person;
    }

    /** What all rules say about one person, and what of it is the same in all ways. */
    private record Answer(Substance substance, Optional<String> why, List<Rule> counting) {}

    private record Substance(
            String outcome,
            String purpose,
            List<String> routes,
            Burden burden,
            List<String> notHeld,
            List<String> setAside) {}

    private Answer answer(Map<String, FormValue> person) {
        var hits = hits(FormRules.ROUTE, person);
        var outcome =
                hits.stream()
                        .map(ReferenceEvaluator::outcome)
                        .min(Comparator.comparingInt(ReferenceFinding.OUTCOMES::indexOf))
                        .orElse(REFER);
        boolean approves = !outcome.equals(REFER);
        var counting =
                hits.stream()
                        .filter(rule -> !outcome(rule).equals(REFER) == approves)
                        .sorted(
                                Comparator.comparingInt(
                                        rule -> ReferenceFinding.OUTCOMES.indexOf(outcome(rule))))
                        .toList();
        var carrying = counting.stream().filter(rule -> outcome(rule).equals(outcome)).toList();
        var routes = routes(carrying);
        var setAside =
                outcome.equals("approve in general")
                        ? hits(FormRules.SET_ASIDE, person).stream()
                                .filter(rule -> routes.contains(rule.text("route").orElse("")))
                                .map(rule -> rule.text("ground").orElse(""))
                                .distinct()
                                .toList()
                        : List.<String>of();
        var substance =
                new Substance(
                        outcome,
                        purpose(person),
                        routes,
                        burden(person),
                        approves ? notHeld(carrying) : List.of(),
                        setAside);
        Optional<String> why =
                approves ? Optional.empty() : Optional.of(hits.isEmpty() ? "uncovered" : "by rule");
        return new Answer(substance, why, counting);
    }

    private String purpose(Map<String, FormValue> person) {
        return read.stream()
                .filter(fact -> fact.source().equals(FormFact.PURPOSE))
                .map(fact -> person.get(fact.name()))
                .map(value -> value instanceof FormValue.Text text ? text.text() : "")
                .findFirst()
                .orElse("");
    }

    private Burden burden(Map<String, FormValue> person) {
        var clearances =
                hits(FormRules.CLEARANCES, person).stream()
                        .map(ReferenceEvaluator::clearance)
                        .distinct()
                        .toList();
        var documents =
                hits(FormRules.DOCUMENTS, person).stream()
                        .map(rule -> rule.text("document").orElse(""))
                        .distinct()
                        .toList();
        var paper = given(FormRules.PAPER, person).stream().findFirst().orElse(Map.of());
        return new Burden(clearances, documents, paper, rules.outputs());
    }

    private static Clearance clearance(Rule rule) {
        return new Clearance(
                rule.text("clearance").orElse(""),
                rule.text("function").orElse(""),
                rule.gives().get("days") instanceof FormValue.Numeral(var days)
                        ? days.intValueExact()
                        : 0,
                rule.citation().assumed());
    }

    /** The rules of a decision that count for a person, by its policy. */
    private List<Rule> hits(String decision, Map<String, FormValue> person) {
        return rules.decision(decision).stream()
                .flatMap(one -> counting(one, person).stream())
                .toList();
    }

    private static List<Rule> counting(FormDecision decision, Map<String, FormValue> person) {
        var matching =
                inOrder(decision).stream()
                        .filter(rule -> Judgement.passAll(rule.when(), person))
                        .toList();
        boolean all =
                switch (decision.policy()) {
                    case COLLECT, RULE_ORDER, OUTPUT_ORDER -> true;
                    case UNIQUE, ANY, FIRST, PRIORITY -> false;
                };
        return all ? matching : matching.stream().limit(1).toList();
    }

    /** The rules of a decision in the order in which one counts before another. */
    private static List<Rule> inOrder(FormDecision decision) {
        boolean ranked =
                decision.policy() == Policy.PRIORITY || decision.policy() == Policy.OUTPUT_ORDER;
        return ranked
                ? decision.rules().stream().sorted(Comparator.comparingInt(Rule::rank)).toList()
                : decision.rules();
    }

    private static String outcome(Rule rule) {
        return rule.text("outcome").orElse("");
    }

    private static List<String> routes(List<Rule> rules) {
        return rules.stream()
                .flatMap(rule -> rule.text("route").stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> notHeld(List<Rule> rules) {
        return rules.stream()
                .filter(rule -> !rule.citation().held())
                .flatMap(rule -> rule.citation().instrument().stream())
                .distinct()
                .toList();
    }

    /**
     * The finding where every way has the same substance. A rule is cited where it carries the
     * outcome in some way, or counts in all; where the ways refer for unlike reasons, none is.
     */
    private ReferenceFinding certain(List<Answer> answers) {
        var whys = answers.stream().map(Answer::why).distinct().toList();
        var cited = new ArrayList<Rule>();
        if (whys.size() == 1) {
            var outcome = answers.getFirst().substance().outcome();
            rules.decision(FormRules.ROUTE).stream()
                    .flatMap(decision -> inOrder(decision).stream())
                    .filter(rule -> cites(answers, outcome, rule))
                    .sorted(
                            Comparator.comparingInt(
                                    rule -> ReferenceFinding.OUTCOMES.indexOf(outcome(rule))))
                    .forEach(cited::add);
        }
        var substance = answers.getFirst().substance();
        return new ReferenceFinding(
                substance.outcome(),
                whys.size() == 1 ? whys.getFirst() : Optional.of("uncovered"),
                substance.purpose(),
                routes(cited),
                substance.burden(),
                cited.stream().map(ReferenceEvaluator::ground).distinct().toList(),
                List.of(),
                notHeld(cited),
                substance.setAside());
    }

    /** A rule whose outcome rests on facts is several in the form; only what counts is cited. */
    private static boolean cites(List<Answer> answers, String outcome, Rule cited) {
        var row = List.of(ground(cited), outcome(cited));
        return answers.stream()
                        .map(answer -> answer.counting().stream())
                        .filter(rules ->
                                rules.anyMatch(
                                        rule -> List.of(ground(rule), outcome(rule)).equals(row)))
                        .count()
                >= (outcome(cited).equals(outcome) ? 1 : answers.size());
    }

    private static Ground ground(Rule rule) {
        return new Ground(rule.id(), rule.citation().paragraph(), rule.text("route"));
    }

    /** Purpose and burden are those of the first way: the first value of each unknown fact. */
    private ReferenceFinding unanswered(Answer[] answers, List<List<FormValue>> values) {
        var open = new LinkedHashMap<FormFact, Boolean>();
        int stride = 1;
        for (int at = read.size() - 1; at >= 0; at--) {
            int many = values.get(at).size();
            boolean turns = false;
            for (int way = 0; way < answers.length && !turns; way++) {
                int first = way - (way / stride % many) * stride;
                turns = !answers[way].substance().equals(answers[first].substance());
            }
            open.put(read.get(at), turns);
            stride *= many;
        }
        var unanswered =
                read.stream()
                        .filter(fact -> open.getOrDefault(fact, false))
                        .sorted(Comparator.comparing(FormFact::isProtected))
                        .map(FormFact::name)
                        .toList();
        var first = answers[0].substance();
        return new ReferenceFinding(
                REFER,
                Optional.of("unanswered"),
                first.purpose(),
                List.of(),
                first.burden(),
                List.of(),
                unanswered,
                List.of(),
                List.of());
    }
}
