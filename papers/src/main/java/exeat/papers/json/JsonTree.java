package exeat.papers.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON value. */
public sealed interface JsonTree {

    /** An object; the order of its members is the writer's. */
    record Members(Map<String, JsonTree> all) implements JsonTree {

        public Members {
            all = Collections.unmodifiableMap(new LinkedHashMap<>(all));
        }

        public Optional<JsonTree> find(String name) {
            return Optional.ofNullable(all.get(name));
        }

        /** A member, if it is a string. */
        public Optional<String> text(String name) {
            return find(name)
                    .flatMap(value ->
                            value instanceof Text text
                                    ? Optional.of(text.value())
                                    : Optional.empty());
        }

        /** A member, if it is an object. */
        public Optional<Members> members(String name) {
            return find(name)
                    .flatMap(value ->
                            value instanceof Members members
                                    ? Optional.of(members)
                                    : Optional.empty());
        }
    }

    /** An array. */
    record Items(List<JsonTree> all) implements JsonTree {

        public Items {
            all = List.copyOf(all);
        }
    }

    /** A string, without lone surrogates. */
    record Text(String value) implements JsonTree {}

    /** A number, finite. */
    record Real(double value) implements JsonTree {

        /**
         * Checks that it is a number.
         *
         * @throws IllegalArgumentException if it is infinite or not a number
         */
        public Real {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("JSON has no such number");
            }
        }

        /** Whether it is a whole number that every reader has exactly. */
        public boolean isWhole() {
            return value == Math.rint(value) && Math.abs(value) <= 0x1p53 - 1;
        }
    }

    /** True or false. */
    record Truth(boolean value) implements JsonTree {}

    /** null. */
    record Nothing() implements JsonTree {}
}
