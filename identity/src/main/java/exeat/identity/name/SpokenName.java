package exeat.identity.name;

import exeat.identity.sound.Sound;
import exeat.identity.sound.Sounds;
import exeat.identity.sound.Writing;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A name as somebody wrote it, with every way to read it. Two are equal if they are written alike,
 * letter for letter.
 */
public final class SpokenName {

    /** A name of three Hanja has seldom more than two. */
    private static final int MAX_PARTS = 6;

    private final String written;
    private final Writing writing;
    private final String letters;
    private final List<Reading> readings;

    private SpokenName(
            String written, Writing writing, String letters, List<List<String>> readings) {
        this.written = written;
        this.writing = writing;
        this.letters = letters;
        this.readings = readings.stream().map(Reading::new).toList();
    }

    /** Reads a name. */
    public static SpokenName of(String written) {
        var parts = NameParts.of(written);
        var letters = parts.stream().map(Sounds::folded).sorted().collect(Collectors.joining(" "));
        var writing = parts.isEmpty() ? Writing.LATIN : Sounds.writing(parts.getFirst());
        return new SpokenName(written, writing, letters, readings(parts));
    }

    private static List<List<String>> readings(List<String> parts) {
        var heard = parts.stream().map(Sounds::of).filter(each -> !each.isEmpty()).toList();
        if (heard.isEmpty()) {
            return List.of();
        }
        int languages = heard.stream().mapToInt(List::size).max().orElse(0);
        var readings = new LinkedHashSet<List<String>>();
        for (int language = 0; language < languages; language++) {
            List<List<String>> begun = List.of(List.of());
            for (var part : heard) {
                begun = extended(begun, part.get(Math.min(language, part.size() - 1)));
            }
            readings.addAll(begun);
        }
        return List.copyOf(readings);
    }

    private static List<List<String>> extended(List<List<String>> begun, List<Sound> next) {
        var extended = new ArrayList<List<String>>();
        for (var one : begun) {
            for (var sound : next) {
                var longer = new ArrayList<>(one);
                longer.add(sound.phonemes());
                extended.add(longer);
            }
        }
        return extended.subList(0, Math.min(MAX_PARTS, extended.size()));
    }

    /** As somebody wrote it. */
    public String written() {
        return written;
    }

    /** Of its first part. */
    public Writing writing() {
        return writing;
    }

    /** The folded parts, sorted and joined by spaces: equal for one spelling in any order. */
    public String letters() {
        return letters;
    }

    /**
     * Each the sounds of the parts, in the order in which they are written; at least one, unless
     * nothing in it can be read.
     */
    public List<List<String>> readings() {
        return readings.stream().map(Reading::parts).toList();
    }

    List<Reading> heard() {
        return readings;
    }

    public boolean isUnreadable() {
        return readings.isEmpty();
    }

    /** The sounds of all parts in all readings, each once. */
    public Set<String> partSounds() {
        return readings.stream()
                .map(Reading::parts)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SpokenName name && written.equals(name.written);
    }

    @Override
    public int hashCode() {
        return written.hashCode();
    }

    @Override
    public String toString() {
        return written;
    }
}
