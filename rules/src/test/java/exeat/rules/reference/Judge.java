package exeat.rules.reference;

import exeat.rules.Directive;
import exeat.rules.canonical.FormFact;
import exeat.rules.canonical.FormOutput;
import exeat.rules.canonical.FormTest;
import exeat.rules.canonical.FormValue;
import exeat.rules.fact.DeclaredOutput;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.ValueSet;
import exeat.rules.finding.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.WeakHashMap;

/** A directive, the reference evaluator of its form, and what carries from one to the other. */
public record Judge(Directive directive, ReferenceEvaluator evaluator) {

    /** What is unknown of a random person can be filled in in so many ways at most. */
    private static final int WAYS = 3000;

    /** The judges of directives that are in use. */
    private static final Map<Directive, Judge> KEPT =
            Collections.synchronizedMap(new WeakHashMap<>());

    public static Judge of(Directive directive) {
        return KEPT.computeIfAbsent(
                directive, one -> new Judge(one, new ReferenceEvaluator(one.form().rules())));
    }

    /** The reference's finding of the same facts. */
    public ReferenceFinding finding(Facts facts) {
        return evaluator.decide(known(facts));
    }

    /** Whether somebody meets all these tests, in the judge's own reading of them. */
    public static boolean passes(Map<String, FormTest> tests, Map<String, FormValue> person) {
        return Judgement.passAll(tests, person);
    }

    /** An engine's finding in the reference's terms. */
    public static ReferenceFinding finding(Finding finding) {
        return new ReferenceFinding(
                finding.outcome().word(),
                finding.why().map(why -> why.name().toLowerCase(Locale.ROOT).replace('_', ' ')),
                finding.purpose().word(),
                finding.routes(),
                burden(finding),
                finding.grounds().stream()
                        .map(ground ->
                                new ReferenceFinding.Ground(
                                        ground.rule(),
                                        Optional.of(ground.paragraph().number()),
                                        ground.route()))
                        .toList(),
                finding.unanswered().stream().map(FactName::text).toList(),
                finding.instrumentsNotHeld(),
                finding.setAsideGrounds());
    }

    private static ReferenceFinding.Burden burden(Finding finding) {
        var burden = finding.burden();
        var paper = new TreeMap<String, FormValue>();
        paper.put("fee", new FormValue.Numeral(burden.fee()));
        paper.put("appearances", FormValue.of(burden.appearances()));
        paper.put("decision days", FormValue.of(burden.decisionDays()));
        paper.put("validity days", FormValue.of(burden.validityDays()));
        paper.put("re-entry", FormValue.of(burden.reentry()));
        paper.put("interviews", FormValue.of(burden.interviews()));
        burden.quota().ifPresent(places -> paper.put("quota", FormValue.of(places)));
        burden.outputs().forEach(one -> paper.put(one.output().name(), value(one.value())));
        return new ReferenceFinding.Burden(
                burden.clearances().stream()
                        .map(one ->
                                new ReferenceFinding.Clearance(
                                        one.name(),
                                        one.function().word(),
                                        one.days(),
                                        one.assumed()))
                        .toList(),
                burden.documents(),
                paper,
                burden.outputs().stream().map(one -> declared(one.output())).toList());
    }

    private static FormOutput declared(DeclaredOutput output) {
        return new FormOutput(
                output.name(),
                output.better().stored(),
                output.bestFirst(),
                output.without().map(Judge::value).orElse(FormValue.ABSENT));
    }

    /** With outputs that a table leaves out as the engine has them. */
    public static ReferenceFinding plain(ReferenceFinding finding) {
        var paper = new TreeMap<>(finding.burden().paper());
        paper.values().removeIf(FormValue.ABSENT::equals);
        paper.putIfAbsent("interviews", FormValue.of(0));
        return new ReferenceFinding(
                finding.outcome(),
                finding.why(),
                finding.purpose(),
                finding.routes(),
                new ReferenceFinding.Burden(
                        finding.burden().clearances(),
                        finding.burden().documents(),
                        paper,
                        finding.burden().declared().stream()
                                .filter(output -> paper.containsKey(output.name()))
                                .toList()),
                finding.grounds(),
                finding.unanswered(),
                finding.notHeld(),
                finding.setAside());
    }

    public static Map<String, Knowledge> known(Facts facts) {
        var known = new HashMap<String, Knowledge>();
        values(facts).forEach((name, value) -> known.put(name, new Knowledge.Exactly(value)));
        facts.sets().forEach((name, set) -> known.put(name.text(), known(set)));
        return known;
    }

    private static Knowledge known(ValueSet set) {
        return switch (set) {
            case ValueSet.OneOf(var values) ->
                    new Knowledge.OneOf(values.stream().map(Judge::value).toList());
            case ValueSet.Between(var low, var high) ->
                    new Knowledge.Between(low.map(Judge::value), high.map(Judge::value));
        };
    }

    /** The values of somebody's facts, by their names. */
    public static Map<String, FormValue> values(Facts facts) {
        var values = new HashMap<String, FormValue>();
        facts.values().forEach((name, value) -> values.put(name.text(), value(value)));
        return values;
    }

    public static FormValue value(Value value) {
        return switch (value) {
            case Value.Text text -> new FormValue.Text(text.text());
            case Value.Quantity quantity -> new FormValue.Numeral(quantity.number());
            case Value.Truth truth -> new FormValue.Truth(truth.truth());
            case Value.Day day -> new FormValue.Day(day.date());
            case Value.Absent absent -> FormValue.ABSENT;
            case Value.Withheld withheld -> FormValue.WITHHELD;
        };
    }

    public static Value value(FormValue value) {
        return switch (value) {
            case FormValue.Text text -> Value.of(text.text());
            case FormValue.Numeral number -> Value.of(number.number());
            case FormValue.Truth truth -> Value.of(truth.truth());
            case FormValue.Day day -> Value.of(day.date());
            case FormValue.Absent absent -> Value.ABSENT;
            case FormValue.Withheld withheld -> Value.WITHHELD;
        };
    }

    /**
     * Somebody by chance.
     *
     * @param open about how many facts of ten are unknown
     * @param sets about how many facts of ten are known as one of several values
     */
    public Facts person(Random random, int open, int sets) {
        var facts = Facts.NONE;
        int ways = 1;
        for (FormFact fact : evaluator.read()) {
            var name = new FactName(fact.name());
            List<FormValue> values = evaluator.values(fact, Set.of());
            boolean fits = ways * values.size() <= WAYS;
            int chance = random.nextInt(10);
            if (chance < open && fits) {
                ways *= values.size();
            } else if (chance < open + sets && fits && values.size() > 1) {
                ways *= values.size();
                facts = facts.with(name, set(values, random));
            } else {
                facts = facts.with(name, value(values.get(random.nextInt(values.size()))));
            }
        }
        return facts;
    }

    /**
     * Some of a fact's values by chance: a range of those that are in an order, or a few.
     *
     * @param values in their order; at least two
     */
    public static ValueSet set(List<FormValue> values, Random random) {
        var ordered =
                values.stream()
                        .filter(one ->
                                one instanceof FormValue.Numeral || one instanceof FormValue.Day)
                        .map(Judge::value)
                        .toList();
        if (ordered.size() > 1 && random.nextInt(3) > 0) {
            int low = random.nextInt(ordered.size());
            int high = low + random.nextInt(ordered.size() - low);
            boolean open = random.nextInt(4) == 0;
            return new ValueSet.Between(
                    Optional.of(ordered.get(low)),
                    open ? Optional.empty() : Optional.of(ordered.get(high)));
        }
        var shuffled = new ArrayList<>(values.stream().map(Judge::value).toList());
        Collections.shuffle(shuffled, random);
        return new ValueSet.OneOf(shuffled.subList(0, 2 + random.nextInt(shuffled.size() - 1)));
    }
}
