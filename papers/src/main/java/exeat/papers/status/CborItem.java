package exeat.papers.status;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A CBOR data item (RFC 8949), as far as a token needs it. */
sealed interface CborItem {

    /** An integer, of either sign. */
    record Whole(long value) implements CborItem {}

    /** A byte string; two are equal if their bytes are. */
    @SuppressWarnings("ArrayRecordComponent") // Compared by nobody, and kept to this package.
    record Octets(byte[] value) implements CborItem {}

    record Text(String value) implements CborItem {}

    record Items(List<CborItem> all) implements CborItem {

        public Items {
            all = List.copyOf(all);
        }
    }

    /** A map; keys are integers or texts. */
    record Entries(Map<CborItem, CborItem> all) implements CborItem {

        public Entries {
            all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
        }

        Optional<CborItem> find(long label) {
            return Optional.ofNullable(all.get(new Whole(label)));
        }

        Optional<CborItem> find(String name) {
            return Optional.ofNullable(all.get(new Text(name)));
        }
    }

    record Tagged(long tag, CborItem item) implements CborItem {}

    /**
     * A floating-point number, true, false, null or undefined: claims that no reader here needs.
     */
    record Other() implements CborItem {}
}
