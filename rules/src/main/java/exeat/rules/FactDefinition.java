package exeat.rules;

import java.util.List;
import java.util.Optional;

/**
 * A fact that a directive knows.
 *
 * @param values the allowed texts, in the vocabulary's order; empty when any value of the type is
 * @param optional whether the fact can be {@link Value.Absent}
 * @param isProtected whether it is encrypted, shown to few, may be withheld, and must only help
 * @param shielded the values that must never count against the person (protected facts only)
 * @param source where its value comes from
 * @param use what it is asked for; only {@link Use#DECIDE} facts are read by rules
 * @param evidence the document that shows it, if any
 */
public record FactDefinition(
        FactName name,
        FactType type,
        List<String> values,
        boolean optional,
        boolean isProtected,
        List<Value> shielded,
        Source source,
        Use use,
        Optional<String> evidence) {

    /** The types that packs use. */
    public enum FactType {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE
    }

    /** Where a fact comes from. All but {@link #DECLARED} are read off the application itself. */
    public enum Source {
        /** The traveller says it, and an officer may verify it. */
        DECLARED,
        /** The traveller's nationality: one of the allowed texts, or {@code other}. */
        NATIONALITY,
        /** Whether the place of residence lies in the area of an addressee. */
        RESIDENCE_ADDRESSED,
        /** Whole years of age on the day of application. */
        AGE,
        /** The purpose of the journey. */
        PURPOSE
    }

    /** What a fact is for: promise 3 allows no other. */
    public enum Use {
        DECIDE,
        IDENTIFY,
        REACH,
        PROTECT,
        DOCUMENT
    }

    public FactDefinition {
        values = List.copyOf(values);
        shielded = List.copyOf(shielded);
        if (!isProtected && !shielded.isEmpty()) {
            throw new IllegalArgumentException(
                    name + " lists shielded values but is not protected");
        }
    }
}
