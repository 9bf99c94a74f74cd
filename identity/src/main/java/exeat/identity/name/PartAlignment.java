package exeat.identity.name;

import exeat.identity.sound.SoundDistance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which parts of two names agree.
 *
 * @param shared those of the first that have one in the second, in its order
 * @param distance the worst of those, and of what is left; or what each surplus part costs
 * @param surplus parts that have none, of both
 * @param isMissing whether one of the two has such, and the other has none
 */
record PartAlignment(List<String> shared, double distance, int surplus, boolean isMissing) {

    /** Each part that only one of the names has. */
    private static final double SURPLUS = 0.06;

    /** On top, where a single part agrees and others do not. */
    private static final double ALONE = 0.2;

    /** The distance of an initial and a part that begins with it. */
    private static final double INITIAL = 0.12;

    /** The distance of a short form and a part that begins with it: Ben and Benjamin. */
    private static final double SHORTENED = 0.25;

    private static final int SHORT_FORM = 3;

    private static final double UNLIKE = SoundDistance.FAR;

    private static final PartAlignment NONE = new PartAlignment(List.of(), UNLIKE, 0, false);

    boolean isNone() {
        return shared.isEmpty();
    }

    /**
     * The nearest parts first. Names have few parts, and most pairs of names have none in common.
     */
    static PartAlignment of(Reading one, Reading other, NameComparison.Measure measure) {
        var table = table(one, other, measure.scale());
        if (table.length == 0) {
            return NONE;
        }
        int width = other.size();
        var shared = new boolean[one.size()];
        var taken = new boolean[width];
        double worst = 0;
        for (int next = nearest(table); next >= 0; next = nearest(table)) {
            worst = Math.max(worst, table[next]);
            shared[next / width] = true;
            taken[next % width] = true;
            for (int i = 0; i < table.length; i++) {
                if (i / width == next / width || i % width == next % width) {
                    table[i] = UNLIKE;
                }
            }
        }
        var alone = parts(one, shared, false);
        var left = parts(other, taken, false);
        return of(parts(one, shared, true), alone, left, worst, measure);
    }

    private static PartAlignment of(
            List<String> shared,
            List<String> alone,
            List<String> left,
            double worst,
            NameComparison.Measure measure) {
        int surplus = alone.size() + left.size();
        if (surplus > 0 && (alone.isEmpty() || left.isEmpty())) {
            double distance = worst + SURPLUS * surplus + (shared.size() == 1 ? ALONE : 0);
            return new PartAlignment(shared, distance, surplus, true);
        }
        double rest =
                surplus == 0
                        ? 0
                        : NameComparison.whole(new Reading(alone), new Reading(left), measure);
        return new PartAlignment(shared, Math.max(worst, rest), surplus, false);
    }

    /** How far each part of one is from each of the other; empty if none is near. */
    private static double[] table(Reading one, Reading other, double scale) {
        double[] table = {};
        for (int i = 0; i < one.size(); i++) {
            for (int j = 0; j < other.size(); j++) {
                double distance = distance(one, i, other, j, scale);
                if (distance > NameComparison.PART) {
                    continue;
                }
                if (table.length == 0) {
                    table = new double[one.size() * other.size()];
                    Arrays.fill(table, UNLIKE);
                }
                table[i * other.size() + j] = distance;
            }
        }
        return table;
    }

    private static int nearest(double[] table) {
        int nearest = -1;
        for (int i = 0; i < table.length; i++) {
            if (table[i] < (nearest < 0 ? UNLIKE : table[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static List<String> parts(Reading reading, boolean[] which, boolean value) {
        var parts = new ArrayList<String>();
        for (int i = 0; i < which.length; i++) {
            if (which[i] == value) {
                parts.add(reading.part(i));
            }
        }
        return parts;
    }

    private static double distance(Reading one, int mine, Reading other, int yours, double scale) {
        double limit = NameComparison.PART / scale;
        var my = one.part(mine);
        var your = other.part(yours);
        double distance =
                one.least(mine, other, yours) > limit
                        ? UNLIKE
                        : SoundDistance.between(my, your, limit) * scale;
        if (my.length() == your.length() || !(my.startsWith(your) || your.startsWith(my))) {
            return distance;
        }
        int shorter = Math.min(my.length(), your.length());
        if (shorter == 1) {
            return Math.min(distance, INITIAL);
        }
        return shorter >= SHORT_FORM ? Math.min(distance, SHORTENED) : distance;
    }
}
