package exeat.identity.match;

import exeat.identity.birth.BirthAgreement;
import exeat.identity.name.NameAgreement;
import java.util.Arrays;
import java.util.List;

/** What is compared, each by itself. Protected facts are not among them, and never will be. */
public enum Feature {
    NAME(0, NameAgreement.values()),
    BIRTH(4, BirthAgreement.values()),
    SEX(8, SexAgreement.values()),
    PLACE(12, ListAgreement.values()),
    RELATIVES(16, ListAgreement.values());

    private final int shift;

    @SuppressWarnings("ImmutableEnumChecker") // A copy that nobody else has.
    private final List<String> levels;

    Feature(int shift, Enum<?>[] levels) {
        this.shift = shift;
        this.levels = Arrays.stream(levels).map(Enum::name).toList();
    }

    /** Where its four bits are in the code of an agreement. */
    int shift() {
        return shift;
    }

    /** The index of one of {@link #levels}. */
    @SuppressWarnings("EnumOrdinal") // Levels are these constants in their order.
    int level(Enum<?> level) {
        return level.ordinal();
    }

    /** From the most to the least agreement. */
    public List<String> levels() {
        return levels;
    }
}
