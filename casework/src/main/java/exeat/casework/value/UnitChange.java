package exeat.casework.value;

import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A change of a unit in the office's register, which two administrators make. */
public sealed interface UnitChange {

    AuthorityId unit();

    /** The first day on which it holds, in the office's zone. */
    LocalDate from();

    /**
     * The unit has another name.
     *
     * @param names by language, such as {@code en}; English is always among them
     */
    record Renamed(AuthorityId unit, SortedMap<String, String> names, LocalDate from)
            implements UnitChange {
        public Renamed {
            names = Collections.unmodifiableSortedMap(new TreeMap<>(names));
        }
    }

    /**
     * The unit stands below another one. Packs that hold from that day on must say so; a version
     * that is in force keeps its tree until another replaces it.
     *
     * @param parent the unit above
     */
    record Moved(AuthorityId unit, AuthorityId parent, LocalDate from) implements UnitChange {}

    /**
     * The unit becomes part of another one of the same function, which takes over its work.
     *
     * @param successor the unit that goes on
     */
    record Merged(AuthorityId unit, AuthorityId successor, LocalDate from) implements UnitChange {}

    /** The unit closes; its work goes up. */
    record Closed(AuthorityId unit, LocalDate from) implements UnitChange {}
}
