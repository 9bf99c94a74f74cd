package exeat.oversight.watch;

import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.FactName;
import exeat.rules.fact.Value;
import exeat.rules.finding.Purpose;
import exeat.rules.source.StoredWord;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How one unit treated one case: one observation for each case, since the travellers of a family
 * are treated together.
 *
 * @param like what makes cases comparable: outcome and purpose, and nothing else
 * @param approved the purpose for which the directive approves; empty if it refers
 * @param facts the first decided traveller's facts by which a practice may be described ({@link
 *     exeat.rules.prove.Practice.Condition#facts}); no protected one
 * @param at when the unit first had the case
 */
public record Observation(
        String file,
        AuthorityId unit,
        String like,
        Optional<Purpose> approved,
        Map<FactName, Value> facts,
        Instant at,
        Set<ImposedBurden> laid) {

    /** A burden that a unit can put on a traveller. */
    public enum BurdenKind implements StoredWord {
        /** Asked for a document or a fact. */
        ASKED("ASKED"),
        HELD("HELD"),
        SET_ASIDE("SET_ASIDE"),
        REFUSED("REFUSED"),
        /** Asked to appear. */
        APPEARANCE("APPEARANCE"),
        /** Asked to appear again, whether or not the first counted. */
        APPEARANCE_AGAIN("APPEARANCE_AGAIN");

        private final String stored;

        BurdenKind(String stored) {
            this.stored = stored;
        }

        @Override
        public String stored() {
            return stored;
        }
    }

    /**
     * A burden that a unit put on a traveller.
     *
     * @param what in words of the pack or the law, such as a document's key; empty if it would
     *     reveal more than that it was done
     */
    public record ImposedBurden(BurdenKind burden, String what)
            implements Comparable<ImposedBurden> {

        private static final Comparator<ImposedBurden> ORDER =
                Comparator.comparing(ImposedBurden::burden).thenComparing(ImposedBurden::what);

        @Override
        public int compareTo(ImposedBurden other) {
            return ORDER.compare(this, other);
        }
    }

    public Observation {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        laid = Collections.unmodifiableSet(new TreeSet<>(laid));
    }

    Set<BurdenKind> burdens() {
        var burdens = EnumSet.noneOf(BurdenKind.class);
        laid.forEach(one -> burdens.add(one.burden()));
        return burdens;
    }
}
