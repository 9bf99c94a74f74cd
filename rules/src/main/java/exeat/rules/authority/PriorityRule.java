package exeat.rules.authority;

import java.util.Arrays;
import java.util.Optional;

/**
 * Whose cases are due earlier than others and so come first in every queue. It moves the due day
 * itself; the order is still by due day.
 *
 * @param days see {@link Kind}
 */
public record PriorityRule(Kind kind, int days) {

    /** Whether it makes every case that another makes due sooner due as soon at least. */
    public boolean isAsSoonAs(PriorityRule other) {
        return kind == other.kind
                && switch (kind) {
                    case MINOR, COMES_OF_AGE -> days >= other.days;
                    case LONG_WAIT -> days <= other.days;
                };
    }

    /** What makes a file due sooner. */
    public enum Kind {
        /** A minor's case is due this many days earlier. */
        MINOR("minor"),
        /** A minor's case is due at the latest this many days before they come of age. */
        COMES_OF_AGE("comes of age"),
        /** Any case is due at the latest this many days after it was received. */
        LONG_WAIT("long wait");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        public static Optional<Kind> of(String word) {
            return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
        }
    }
}
