package exeat.casework.decide;

import exeat.casework.command.Check;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.rules.Directive;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Burden;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the directive and its procedure name; only this can be asked for. */
public final class RequestableItems {

    private RequestableItems() {}

    /** Whether every one of these is a fact that people declare, with a value that it allows. */
    public static Optional<Rejection> declarable(Directive directive, Facts facts, String at) {
        return facts.values().entrySet().stream()
                .flatMap(fact -> declarable(directive, fact, at).stream())
                .findFirst()
                .or(() -> facts.sets().keySet().stream().findFirst().map(fact -> inPart(fact, at)));
    }

    /** Nobody declares one of several values. */
    private static Rejection inPart(FactName fact, String at) {
        return new Rejection(Code.BAD_VALUE, at + "facts." + fact.slug());
    }

    private static Optional<Rejection> declarable(
            Directive directive, Map.Entry<FactName, Value> fact, String at) {
        var about = at + "facts." + fact.getKey().slug();
        var definition = directive.vocabulary().definition(fact.getKey());
        return Check.that(
                        definition.filter(RequestableItems::isDeclared).isPresent(),
                        Code.NOT_IN_DIRECTIVE,
                        about)
                .and(() -> allows(definition.orElseThrow(), fact.getValue()), Code.BAD_VALUE, about)
                .failure();
    }

    public static boolean isDeclared(FactDefinition definition) {
        return definition.source() == FactDefinition.Source.DECLARED;
    }

    /** Whether the vocabulary allows this value for this fact. */
    public static boolean allows(FactDefinition fact, Value value) {
        return fact.violation(value).isEmpty();
    }

    /** The documents that show a fact, and those that the procedure lists for this traveller. */
    public static Set<String> documents(Directive directive, Facts facts) {
        return documents(directive, directive.decide(facts).burden());
    }

    /** The documents that show a fact, and those that a finding asks. */
    public static Set<String> documents(Directive directive, Burden burden) {
        var kinds = new TreeSet<>(burden.documents());
        directive.vocabulary().facts().forEach(fact -> fact.evidence().ifPresent(kinds::add));
        return kinds;
    }
}
