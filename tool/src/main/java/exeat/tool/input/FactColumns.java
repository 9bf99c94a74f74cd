package exeat.tool.input;

import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.Vocabulary;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The facts of a vocabulary by the name that a file writes. */
public final class FactColumns {

    private final Map<String, FactDefinition> byName = new HashMap<>();

    public FactColumns(Vocabulary vocabulary) {
        vocabulary.facts().forEach(fact -> byName.put(fact.name().text(), fact));
    }

    public Optional<FactDefinition> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** What a text must be to be a value of this fact; never repeats the text. */
    public static String expected(FactDefinition fact) {
        var expected =
                switch (fact.type()) {
                    case TEXT ->
                            fact.values().isEmpty()
                                    ? "a text"
                                    : "one of " + String.join(", ", fact.values());
                    case NUMBER -> "a number";
                    case BOOLEAN -> "true or false";
                    case DATE -> "a date such as 1963-08-08";
                };
        return expected
                + (fact.optional() ? ", or absent" : "")
                + (fact.isProtected() ? ", or withheld" : "");
    }
}
