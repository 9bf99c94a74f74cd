package exeat.papers.mrz;

import java.util.ArrayList;
import java.util.List;

/**
 * A name in the letters A to Z, by its components (Doc 9303 part 3, section 4.6).
 *
 * @param primary components of the primary identifier, mostly the family name; at least one
 * @param secondary components of the secondary identifier, mostly the given names; perhaps none
 * @param isMaybeCut whether it was read from a field that ends in a letter, so that it may have
 *     been longer
 */
public record MrzName(List<String> primary, List<String> secondary, boolean isMaybeCut) {

    private static final int MIN_FOR_SECONDARY = 3;

    /**
     * Checks the components.
     *
     * @throws IllegalArgumentException if there is no primary one, or one is not of A to Z
     */
    public MrzName {
        primary = List.copyOf(primary);
        secondary = List.copyOf(secondary);
        if (primary.isEmpty() || !areLetters(primary) || !areLetters(secondary)) {
            throw new IllegalArgumentException("a name has components of A to Z");
        }
    }

    public MrzName(List<String> primary, List<String> secondary) {
        this(primary, secondary, false);
    }

    private static boolean areLetters(List<String> components) {
        return components.stream()
                .allMatch(component -> !component.isEmpty() && isLetters(component));
    }

    private static boolean isLetters(String text) {
        return text.chars().allMatch(letter -> letter >= 'A' && letter <= 'Z');
    }

    /** As the zone has it, without the fillers at its end. */
    String whole() {
        return joined(primary) + (secondary.isEmpty() ? "" : "<<" + joined(secondary));
    }

    /**
     * Cut to a field of so many characters, if it does not fit. A name that was cut ends in a
     * letter in the last column, by which a reader knows that something may be missing. The
     * components at the end are shortened first, down to their initials, and what is left of the
     * secondary identifier has at least one letter: the method of examples 4.2.3.1 a and 4.2.3.2 a
     * of part 7.
     */
    String fitting(int columns) {
        var whole = whole();
        if (whole.length() <= columns) {
            return whole;
        }
        if (secondary.isEmpty()) {
            return shortened(primary, columns);
        }
        int most = columns - MIN_FOR_SECONDARY;
        var first = initialled(primary, most);
        var cut = with(first, columns);
        // Initials may leave a column that nothing can fill: then other lengths are tried.
        for (int room = most; cut.length() < columns && room > 0; room--) {
            cut = with(shortened(primary, room), columns);
        }
        return cut.length() == columns ? cut : with(first, columns);
    }

    private String with(String first, int columns) {
        return first + "<<" + shortened(secondary, columns - first.length() - 2);
    }

    /** Components turned into initials from the last one on, until all fit. */
    private static String initialled(List<String> components, int room) {
        var parts = new ArrayList<>(components);
        for (int i = parts.size() - 1; i > 0 && joined(parts).length() > room; i--) {
            parts.set(i, parts.get(i).substring(0, 1));
        }
        return shortened(parts, room);
    }

    /** Letters taken away from the last component on, each keeping one; then whole components. */
    private static String shortened(List<String> components, int room) {
        var parts = new ArrayList<>(components);
        while (parts.size() > 1 && 2 * parts.size() - 1 > room) {
            parts.removeLast();
        }
        for (int i = parts.size() - 1; i >= 0; i--) {
            int over = joined(parts).length() - room;
            if (over > 0) {
                var part = parts.get(i);
                parts.set(i, part.substring(0, Math.max(1, part.length() - over)));
            }
        }
        return joined(parts);
    }

    private static String joined(List<String> components) {
        return String.join("<", components);
    }
}
