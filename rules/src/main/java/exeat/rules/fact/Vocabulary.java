package exeat.rules.fact;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts that a directive knows, in the order in which a form asks them, and the outputs that it
 * declares.
 *
 * @param zone the zone in which local dates are meant
 * @param outputs what the decision Paper gives besides what every pack's does
 */
public record Vocabulary(ZoneId zone, List<FactDefinition> facts, List<DeclaredOutput> outputs) {

    public Vocabulary {
        facts = List.copyOf(facts);
        outputs = List.copyOf(outputs);
    }

    /** The output that it declares by this name. */
    public Optional<DeclaredOutput> output(String name) {
        return outputs.stream().filter(output -> output.name().equals(name)).findFirst();
    }

    public Optional<FactDefinition> definition(FactName name) {
        return facts.stream().filter(fact -> fact.name().equals(name)).findFirst();
    }

    /** Whether a name is protected. An unknown name is: deny by default. */
    public boolean isProtected(FactName name) {
        return definition(name).map(FactDefinition::isProtected).orElse(true);
    }

    public Map<FactName, FactDefinition> byName() {
        var map = new LinkedHashMap<FactName, FactDefinition>();
        facts.forEach(fact -> map.put(fact.name(), fact));
        return map;
    }

    /**
     * Every fact that this vocabulary does not know, or whose value it does not allow. If a fact is
     * known as one of several values, each of those counts.
     */
    public List<FactProblem> problems(Facts given) {
        var problems = new ArrayList<FactProblem>();
        given.values().forEach((name, value) -> problem(name, value).ifPresent(problems::add));
        given.sets()
                .forEach((name, set) ->
                        set.named().stream()
                                .flatMap(value -> problem(name, value).stream())
                                .findFirst()
                                .ifPresent(problems::add));
        return problems;
    }

    private Optional<FactProblem> problem(FactName name, Value value) {
        return definition(name)
                .map(known -> known.violation(value).map(why -> new FactProblem(name, why)))
                .orElseGet(() ->
                        Optional.of(new FactProblem(name, "is not a fact of this directive")));
    }
}
