package exeat.rules.decide;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A set of rules as a bit set that serves as the key of a map. */
final class RuleSet {

    private final long[] words;

    /**
     * @param words not changed any more; not copied
     */
    RuleSet(long[] words) {
        this.words = words;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RuleSet that && Arrays.equals(words, that.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }
}
