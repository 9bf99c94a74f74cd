package exeat.identity.name;

import exeat.identity.sound.SoundDistance;
import java.util.List;

/** One way to read a name, with what is worked out once and not in each of many comparisons. */
final class Reading {

    private final List<String> parts;
    private final long[] bones;
    private final long allBones;
    private final int length;
    private final String whole;

    /**
     * Counts what is in it.
     *
     * @param parts the sounds of the parts, in the order in which they are written
     */
    Reading(List<String> parts) {
        this.parts = List.copyOf(parts);
        this.bones = parts.stream().mapToLong(SoundDistance::bones).toArray();
        this.allBones = SoundDistance.bones(parts);
        this.whole = parts.size() == 1 ? parts.getFirst() : String.join("", parts);
        this.length = whole.length();
    }

    List<String> parts() {
        return parts;
    }

    String part(int number) {
        return parts.get(number);
    }

    int size() {
        return bones.length;
    }

    /** At least how far it is from another as a whole, in whatever order the parts stand. */
    double least(Reading other) {
        return SoundDistance.least(allBones, length, other.allBones, other.length);
    }

    /** At least how far one part of it is from a part of another. */
    double least(int mine, Reading other, int yours) {
        return SoundDistance.least(
                bones[mine],
                parts.get(mine).length(),
                other.bones[yours],
                other.parts.get(yours).length());
    }

    /** As one word. */
    String whole() {
        return whole;
    }

    /** As one word that begins with the second part, and ends with the first. */
    String firstLast() {
        return turned(parts.getFirst().length());
    }

    /** As one word that begins with the last part. */
    String lastFirst() {
        return turned(length - parts.getLast().length());
    }

    private String turned(int at) {
        return whole.substring(at) + whole.substring(0, at);
    }
}
