package exeat.rules.authority;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How to find the units of a pack, when they are open, and who outside them helps people. Texts,
 * such as addresses, are among the pack's messages.
 *
 * @param offices the contact of each unit; a unit that is missing has given none
 * @param help in the pack's order
 */
public record OfficeDirectory(Map<AuthorityId, Contact> offices, List<Help> help) {

    /** The directory of a pack that says nothing about it. */
    public static final OfficeDirectory NONE = new OfficeDirectory(Map.of(), List.of());

    public OfficeDirectory {
        offices = Map.copyOf(offices);
        help = List.copyOf(help);
    }

    /**
     * How somebody is reached.
     *
     * @param telephones as people write them down; none if none is given
     * @param languages that are spoken there, as BCP 47 tags; none if none is given
     * @param hours when it is open, in the pack's time zone; none if they are not given
     */
    public record Contact(
            List<String> telephones,
            Optional<String> email,
            Optional<String> web,
            List<String> languages,
            List<OpeningHours> hours) {

        /** The contact of an office about which nothing is given. */
        public static final Contact NOT_GIVEN =
                new Contact(List.of(), Optional.empty(), Optional.empty(), List.of(), List.of());

        public Contact {
            telephones = List.copyOf(telephones);
            languages = List.copyOf(languages);
            hours = List.copyOf(hours);
        }
    }

    /**
     * Hours of some days of the week.
     *
     * @param to later on the same day
     */
    public record OpeningHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public OpeningHours {
            days = Set.copyOf(days);
            if (days.isEmpty() || !from.isBefore(to)) {
                throw new IllegalArgumentException(
                        "open on " + days + " from " + from + " to " + to);
            }
        }

        @Override
        public String toString() {
            return new TreeSet<>(days) + " " + from + "-" + to;
        }
    }

    /** What somebody outside the offices does for people. */
    public enum Kind {
        LEGAL_AID("legal aid"),
        INTERPRETING("interpreting"),
        OTHER("other");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word for it in packs. */
        public String word() {
            return word;
        }

        /** The one that packs write so. */
        public static Optional<Kind> of(String word) {
            return Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst();
        }
    }

    /**
     * Somebody who helps people and is none of the offices.
     *
     * @param areas where; empty for everywhere
     */
    public record Help(String id, Kind kind, Contact contact, Set<AuthorityId> areas) {
        public Help {
            areas = Set.copyOf(areas);
        }

        /** The key of their name in each language. */
        public String nameKey() {
            return "help." + id + ".name";
        }

        /** The key of what they do, in each language. */
        public String doesKey() {
            return "help." + id + ".does";
        }

        /** The key of their address in each language; a pack may have no text with it. */
        public String addressKey() {
            return "help." + id + ".address";
        }
    }

    /** The key of a unit's address in each language; a pack may have no text with it. */
    public static String addressKey(AuthorityId unit) {
        return "directory." + unit + ".address";
    }

    /** The key of what a unit does, in its own words; a pack may have no text with it. */
    public static String doesKey(AuthorityId unit) {
        return "directory." + unit + ".does";
    }

    /** How a unit is reached. */
    public Contact of(AuthorityId unit) {
        return offices.getOrDefault(unit, Contact.NOT_GIVEN);
    }

    /** Who helps people of this place, or everywhere. */
    public List<Help> helpIn(AuthorityTree tree, AuthorityId place) {
        return help.stream()
                .filter(one ->
                        one.areas().isEmpty()
                                || one.areas().stream()
                                        .anyMatch(area -> tree.isWithin(place, area)))
                .toList();
    }

    /** Everything in it that is the same in each language, by a key of each; to be hashed. */
    public Map<String, String> plain() {
        var plain = new TreeMap<String, String>();
        offices.forEach((unit, contact) -> put(plain, "directory." + unit, contact));
        for (var one : help) {
            plain.put("help." + one.id() + ".kind", one.kind().word());
            put(plain, "help." + one.id(), one.contact());
            if (!one.areas().isEmpty()) {
                plain.put(
                        "help." + one.id() + ".areas",
                        one.areas().stream()
                                .map(AuthorityId::text)
                                .sorted()
                                .collect(Collectors.joining("\n")));
            }
        }
        return plain;
    }

    private static void put(Map<String, String> plain, String key, Contact contact) {
        put(plain, key + ".telephone", contact.telephones().stream());
        put(plain, key + ".email", contact.email().stream());
        put(plain, key + ".web", contact.web().stream());
        put(plain, key + ".languages", contact.languages().stream());
        put(plain, key + ".hours", contact.hours().stream().map(OpeningHours::toString));
    }

    private static void put(Map<String, String> plain, String key, Stream<String> given) {
        var text = given.collect(Collectors.joining("\n"));
        if (!text.isEmpty()) {
            plain.put(key, text);
        }
    }
}
