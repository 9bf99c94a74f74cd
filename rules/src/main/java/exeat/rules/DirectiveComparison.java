package exeat.rules;

import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.FactProblem;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Vocabulary;
import exeat.rules.finding.Finding;
import exeat.rules.finding.FindingDifference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.TreeMap;

/**
 * Decides the same facts under two directives: two versions of one, or a local one and the one that
 * it extends. Immutable and safe to share between threads.
 *
 * @param vocabulary the facts of both, those of {@code before} first; a fact that both know has the
 *     values that either allows
 */
public record DirectiveComparison(Directive before, Directive after, Vocabulary vocabulary) {

    /** The two findings, and how they differ. */
    public record ComparedFindings(Finding before, Finding after, FindingDifference difference) {}

    /**
     * Puts two directives side by side.
     *
     * @throws IllegalArgumentException if the two give a fact different types; the message is for
     *     the packs' authors
     */
    public static DirectiveComparison of(Directive before, Directive after) {
        var facts = new LinkedHashMap<FactName, FactDefinition>();
        before.vocabulary().facts().forEach(fact -> facts.put(fact.name(), fact));
        for (var fact : after.vocabulary().facts()) {
            var known = facts.get(fact.name());
            facts.put(fact.name(), known == null ? fact : both(known, fact));
        }
        return new DirectiveComparison(
                before,
                after,
                new Vocabulary(
                        after.vocabulary().zone(),
                        List.copyOf(facts.values()),
                        after.vocabulary().outputs()));
    }

    private static FactDefinition both(FactDefinition one, FactDefinition other) {
        if (one.type() != other.type()) {
            throw new IllegalArgumentException(
                    "the fact '" + one.name() + "' is not of the same type in both");
        }
        var values = new LinkedHashSet<>(one.values());
        values.addAll(other.values());
        boolean anyText = one.values().isEmpty() || other.values().isEmpty();
        return new FactDefinition(
                        one.name(),
                        one.type(),
                        anyText ? List.of() : List.copyOf(values),
                        one.optional() || other.optional(),
                        one.isProtected() || other.isProtected(),
                        List.of(),
                        one.source() == other.source()
                                ? one.source()
                                : FactDefinition.Source.DECLARED,
                        one.use(),
                        other.evidence())
                .withScale(Math.max(one.scale(), other.scale()));
    }

    /**
     * Every fact whose value one of the two does not allow; empty when {@link #compare} can take
     * them.
     */
    public List<FactProblem> problems(Facts facts) {
        var problems = new ArrayList<FactProblem>();
        for (var directive : List.of(before, after)) {
            for (var problem : directive.vocabulary().problems(known(directive, facts))) {
                var where = " under version " + directive.ref().version();
                problems.add(new FactProblem(problem.name(), problem.message() + where));
            }
        }
        return problems;
    }

    /**
     * Decides under both, each by the facts that it knows.
     *
     * @throws IllegalArgumentException if {@link #problems} are not empty
     */
    public ComparedFindings compare(Facts facts) {
        var first = before.decide(known(before, facts));
        var second = after.decide(known(after, facts));
        return new ComparedFindings(first, second, FindingDifference.between(first, second));
    }

    private static Facts known(Directive directive, Facts facts) {
        var names = directive.vocabulary().byName().keySet();
        var values = new TreeMap<>(facts.values());
        values.keySet().retainAll(names);
        var sets = new TreeMap<>(facts.sets());
        sets.keySet().retainAll(names);
        return new Facts(values, sets);
    }
}
