package exeat.bench.rules.subject;

import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.fact.Vocabulary;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** Converts values, as a JSON reader returns them, to facts of a vocabulary. */
public final class RawFacts {

    private final Map<String, FactDefinition> byName = new HashMap<>();

    public RawFacts(Vocabulary vocabulary) {
        vocabulary.facts().forEach(fact -> byName.put(fact.name().text(), fact));
    }

    /**
     * The facts in a map.
     *
     * @throws IllegalArgumentException if the vocabulary has no such fact, or a text is not one of
     *     its values
     */
    public Facts of(Map<String, Object> raw) {
        Map<FactName, Value> values = HashMap.newHashMap(raw.size());
        for (var each : raw.entrySet()) {
            var fact = byName.get(each.getKey());
            if (fact == null) {
                throw new IllegalArgumentException("no fact is named " + each.getKey());
            }
            values.put(fact.name(), value(fact, each.getValue()));
        }
        return new Facts(values);
    }

    private static Value value(FactDefinition fact, Object raw) {
        return switch (raw) {
            case Boolean truth -> Value.of(truth.booleanValue());
            case Integer number -> Value.of(number.longValue());
            case BigDecimal number -> Value.of(number);
            case String text ->
                    fact.parse(text)
                            .orElseThrow(() ->
                                    new IllegalArgumentException("no value of " + fact.name()));
            default -> throw new IllegalArgumentException("no raw value of " + fact.name());
        };
    }
}
