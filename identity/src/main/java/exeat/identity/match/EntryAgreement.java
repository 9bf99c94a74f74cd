package exeat.identity.match;

import java.util.List;
import java.util.OptionalInt;

/**
 * How two entries agree, feature by feature.
 *
 * @param code four bits for each feature: its level, or {@value #NOT_SAID} where one of the two
 *     says nothing
 * @param shared the sounds of the parts of the name that agree
 */
public record EntryAgreement(int code, List<String> shared) {

    static final int NOT_SAID = 15;
    static final int LEVEL_BITS = 4;

    public EntryAgreement {
        shared = List.copyOf(shared);
    }

    /** The level of a feature, an index into {@link Feature#levels}; empty if it is not known. */
    public OptionalInt level(Feature feature) {
        int level = level(code, feature);
        return level == NOT_SAID ? OptionalInt.empty() : OptionalInt.of(level);
    }

    static int level(int code, Feature feature) {
        return (code >> feature.shift()) & NOT_SAID;
    }

    static int with(int code, Feature feature, int level) {
        return code | (level << feature.shift());
    }
}
