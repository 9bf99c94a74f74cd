package exeat.rules.reference;

import exeat.rules.Directive;
import exeat.rules.canonical.FormFact;
import exeat.rules.canonical.FormValue;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** A directive, the reference evaluator of its form, and what carries from one to the other. */
public record Judge(Directive directive, ReferenceEvaluator evaluator) {

    /** What is unknown of a random person can be filled in in so many ways at most. */
    private static final int WAYS = 3000;

    public static Judge of(Directive directive) {
        return new Judge(directive, new ReferenceEvaluator(directive.form().rules()));
    }

    /** The reference's finding of the same facts. */
    public ReferenceFinding finding(Facts facts) {
        return evaluator.decide(known(facts));
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
                                        java.util.Optional.of(ground.paragraph().number()),
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
                paper);
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
                        finding.burden().clearances(), finding.burden().documents(), paper),
                finding.grounds(),
                finding.unanswered(),
                finding.notHeld(),
                finding.setAside());
    }

    public static Map<String, Knowledge> known(Facts facts) {
        var known = new HashMap<String, Knowledge>();
        facts.values()
                .forEach((name, value) ->
                        known.put(name.text(), new Knowledge.Exactly(value(value))));
        return known;
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
     */
    public Facts person(Random random, int open) {
        var facts = new TreeMap<FactName, Value>();
        int ways = 1;
        for (FormFact fact : evaluator.read()) {
            List<FormValue> values = new ArrayList<>(evaluator.values(fact, Set.of()));
            boolean unknown = random.nextInt(10) < open && ways * values.size() <= WAYS;
            if (unknown) {
                ways *= values.size();
            } else {
                var value = values.get(random.nextInt(values.size()));
                facts.put(new FactName(fact.name()), value(value));
            }
        }
        return new Facts(facts);
    }
}
