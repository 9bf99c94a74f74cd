package exeat.rules.feel.value;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;

/** The zone part of a time. */
public sealed interface Zone {

    /** None: a local time. */
    enum None implements Zone {
        NONE
    }

    /** An offset from UTC. */
    record Offset(ZoneOffset offset) implements Zone {
        public static final Offset UTC = new Offset(ZoneOffset.UTC);
    }

    /** A zone of the IANA database, whose offset depends on the date. */
    record Named(ZoneId id) implements Zone {}

    /** The zone with this name; empty if there is none. */
    static Optional<Zone> named(String name) {
        return ZoneRulesProvider.getAvailableZoneIds().contains(name)
                ? Optional.of(new Named(ZoneId.of(name)))
                : Optional.empty();
    }
}
