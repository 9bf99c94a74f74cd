package exeat.identity.name;

import exeat.identity.sound.SoundDistance;
import java.util.List;

/** One way to read a name, with what is worked out once and not in each of many comparisons. */
final class Reading {

    private final List<String> parts;
    private final long[] bones;
    private final long allBones;
    private final int length;

    /**
     * Counts what is in it.
     *
     * @param parts the sounds of the parts, in the order in which they are written
     */
    Reading(List<String> parts) {
        this.parts = List.copyOf(parts);
        this.bones = parts.stream().mapToLong(SoundDistance::bones).toArray();
        this.allBones = SoundDistance.bones(parts);
        this.length = parts.stream().mapToInt(String::length).sum();
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

    /** As one word that begins with some part and goes on with the first after the last. */
    String from(int first) {
        if (bones.length == 1) {
            return parts.getFirst();
        }
        return String.join("", parts.subList(first, bones.length))
                + String.join("", parts.subList(0, first));
    }
}
