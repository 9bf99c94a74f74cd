package exeat.identity.index;

import exeat.identity.birth.BirthClaim;
import exeat.identity.match.PersonEntry;
import exeat.identity.name.SpokenName;
import exeat.identity.sound.Sound;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The keys by which an entry is stored, and those by which another is looked for: two entries of
 * one person should have one in common, and few others.
 */
final class BlockingKeys {

    /** A claim that leaves more years open is looked for by the name alone. */
    private static final int MAX_YEARS = 3;

    /** In front of what is hashed, so that one kind of key never meets another. */
    private enum Kind {
        DAY,
        NAME_AND_YEAR,
        NAME,
        PART_AND_YEAR,
        PART_AND_DATE,
        PART_AND_PLACE,
        TWO_PARTS,
        PLACE_AND_YEAR,
        PLACE_AND_DATE,
        TWO_PLACES
    }

    private static final int MIN_LENGTH = 2;

    private final PersonEntry entry;
    private final Set<Long> keys = new HashSet<>();

    private BlockingKeys(PersonEntry entry) {
        this.entry = entry;
    }

    /** Under which it is stored. */
    static Set<Long> stored(PersonEntry entry) {
        return new BlockingKeys(entry).all(0);
    }

    /** By which those like it are found: also a year away, and on days that may be meant. */
    static Set<Long> sought(PersonEntry entry) {
        var made = new BlockingKeys(entry);
        entry.birth().map(BirthClaim::daysBeside).stream()
                .flatMap(Set::stream)
                .forEach(made::addDay);
        return made.all(1);
    }

    private Set<Long> all(int yearsBeside) {
        var years = years(yearsBeside);
        var places = places();
        var day = entry.birth().filter(BirthClaim::isDay).map(BirthClaim::earliest);
        day.ifPresent(this::addDay);
        for (var place : places) {
            years.forEach(year -> add(Kind.PLACE_AND_YEAR, place, year));
            day.ifPresent(date -> add(Kind.PLACE_AND_DATE, place, monthAndDay(date)));
            places.stream()
                    .filter(other -> other.compareTo(place) > 0)
                    .forEach(other -> add(Kind.TWO_PLACES, place, other));
        }
        addNames(years, places, day);
        return keys;
    }

    private void addNames(List<String> years, List<String> places, Optional<LocalDate> day) {
        for (var name : entry.names()) {
            for (var reading : name.readings()) {
                var whole = bag(reading);
                years.forEach(year -> add(Kind.NAME_AND_YEAR, whole, year));
                add(Kind.NAME, whole + vowels(reading), "");
            }
            var parts = bones(name.partSounds());
            for (var part : parts) {
                if (part.length() > MIN_LENGTH) {
                    years.forEach(year -> add(Kind.PART_AND_YEAR, part, year));
                }
                places.forEach(place -> add(Kind.PART_AND_PLACE, part, place));
                day.ifPresent(date -> add(Kind.PART_AND_DATE, part, monthAndDay(date)));
                parts.stream()
                        .filter(other -> other.compareTo(part) > 0)
                        .forEach(other -> add(Kind.TWO_PARTS, part, other));
            }
        }
    }

    private List<String> years(int beside) {
        if (entry.birth().isEmpty()) {
            return List.of();
        }
        int first = entry.birth().get().earliest().getYear();
        int last = entry.birth().get().latest().getYear();
        if (last - first >= MAX_YEARS) {
            return List.of();
        }
        return Stream.iterate(first - beside, year -> year <= last + beside, year -> year + 1)
                .map(String::valueOf)
                .toList();
    }

    /** Each as one word: a place in Hangul has no surname. */
    private List<String> places() {
        var words =
                entry.places().stream()
                        .map(SpokenName::readings)
                        .flatMap(List::stream)
                        .map(reading -> String.join("", reading))
                        .toList();
        return List.copyOf(bones(words));
    }

    private static Set<String> bones(Collection<String> parts) {
        var bones = new TreeSet<String>();
        for (var part : parts) {
            var skeleton = new Sound(part).skeleton();
            if (skeleton.length() >= MIN_LENGTH) {
                bones.add(skeleton);
            }
        }
        return bones;
    }

    /** The consonants of a name in the order of the alphabet: in whatever order its parts stand. */
    private static String bag(List<String> parts) {
        return sorted(new Sound(String.join("", parts)).skeleton());
    }

    /** As roughly as romanisations differ: a and e, i, all others. */
    private static String vowels(List<String> parts) {
        var vowels = new StringBuilder(" ");
        for (char phoneme : String.join("", parts).toCharArray()) {
            switch (phoneme) {
                case 'a', 'A' -> vowels.append('a');
                case 'i' -> vowels.append('i');
                case 'e', 'o', 'u', 'E', 'W', 'O' -> vowels.append('o');
                default -> {}
            }
        }
        return sorted(vowels);
    }

    private static String sorted(CharSequence letters) {
        return letters.chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String monthAndDay(LocalDate date) {
        return String.valueOf(date.getMonthValue() * 100 + date.getDayOfMonth());
    }

    private void addDay(LocalDate day) {
        add(Kind.DAY, "", String.valueOf(day.toEpochDay()));
    }

    private void add(Kind kind, String one, String other) {
        keys.add(hash(kind, one, other));
    }

    /** FNV-1a of 64 bits, then mixed, because the index keeps the upper bits. */
    private static long hash(Kind kind, String one, String other) {
        long hash = 0xcbf29ce484222325L;
        for (var text : List.of(kind.name(), "/", one, "/", other)) {
            for (int i = 0; i < text.length(); i++) {
                hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
            }
        }
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }
}
