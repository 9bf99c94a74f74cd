package exeat.tool.input;

import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactReader;
import exeat.rules.fact.Vocabulary;
import java.util.Optional;
import java.util.OptionalInt;

/** The facts of a vocabulary by the name that a file writes. */
public final class FactColumns {

    private final FactReader reader;

    public FactColumns(Vocabulary vocabulary) {
        this(new FactReader(vocabulary));
    }

    /** The facts that a directive's reader reads: it decides from those soonest. */
    public FactColumns(FactReader reader) {
        this.reader = reader;
    }

    FactReader reader() {
        return reader;
    }

    public Optional<FactDefinition> find(String name) {
        var place = place(name);
        return place.isPresent() ? Optional.of(reader.fact(place.getAsInt())) : Optional.empty();
    }

    /** The fact's place; empty where the vocabulary has none of this name. */
    OptionalInt place(String name) {
        int place = reader.place(name);
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
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
