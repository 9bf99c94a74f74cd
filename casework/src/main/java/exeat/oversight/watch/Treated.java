package exeat.oversight.watch;

import exeat.rules.AuthorityId;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * How one unit treated one file: one line a file, whatever the number of travellers, since families
 * are treated together and would count as more than they tell.
 *
 * @param like what makes cases alike: the outcome and the purpose, and nothing else
 * @param at when the unit first had the file
 */
public record Treated(String file, AuthorityId unit, String like, Instant at, Set<Burden> burdens) {

    /** What a unit can lay on a traveller. */
    public enum Burden {
        /** Asked for a document or a fact. */
        ASKED,
        HELD,
        SET_ASIDE,
        REFUSED
    }

    public Treated {
        var copy = EnumSet.noneOf(Burden.class);
        copy.addAll(burdens);
        burdens = Collections.unmodifiableSet(copy);
    }
}
