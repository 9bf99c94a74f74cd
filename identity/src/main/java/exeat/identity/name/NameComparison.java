package exeat.identity.name;

import exeat.identity.sound.SoundDistance;
import exeat.identity.sound.Writing;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares two names, in every order in which the parts of one may stand: as a whole, where spaces
 * and hyphens do not count, and part by part.
 */
public final class NameComparison {

    /** At most this far apart, two sounds are two spellings of one. */
    static final double SAME = 0.08;

    /** At most this far, somebody may have made a slip. */
    static final double NEAR = 0.19;

    /** A part is the same part up to here. */
    private static final double PART = 0.26;

    /** Each part that only one of the names has. */
    private static final double SURPLUS = 0.06;

    /** Of an initial and a part that begins with it. */
    private static final double INITIAL = 0.12;

    /**
     * Whoever writes the same syllabic script as the other heard and wrote that letter: a
     * difference is one, and no matter of romanisation.
     */
    private static final double ONE_SCRIPT = 4;

    /** Each character that only one of two names in Han has, even if both sound alike. */
    private static final double CHARACTER = 0.12;

    /** Of a short form and a part that begins with it: Ben and Benjamin. */
    private static final double SHORTENED = 0.25;

    private static final int SHORT_FORM = 3;

    /** On top, where a single part agrees and others do not. */
    private static final double ALONE = 0.2;

    private NameComparison() {}

    /** Symmetric. */
    public static NameMatch of(SpokenName one, SpokenName other) {
        if (one.isUnreadable() || other.isUnreadable()) {
            return NameMatch.NONE;
        }
        if (one.letters().equals(other.letters())) {
            return new NameMatch(NameAgreement.SAME_WRITING, 0, one.readings().getFirst());
        }
        boolean hangul = one.writing() == Writing.HANGUL && other.writing() == Writing.HANGUL;
        double scale = hangul ? ONE_SCRIPT : 1;
        double more = characters(one, other);
        var best = NameMatch.NONE;
        for (var mine : one.readings()) {
            for (var yours : other.readings()) {
                var match = of(mine, yours, scale, more);
                if (match.isBetterThan(best)) {
                    best = match;
                }
            }
        }
        return best;
    }

    /** Of two names in Han: what their characters are apart, whatever they sound like. */
    private static double characters(SpokenName one, SpokenName other) {
        if (one.writing() != Writing.HAN || other.writing() != Writing.HAN) {
            return 0;
        }
        var left = new ArrayList<>(characters(one));
        characters(other).forEach(left::remove);
        return CHARACTER * left.size();
    }

    private static List<String> characters(SpokenName name) {
        return name.letters().codePoints().mapToObj(Character::toString).toList();
    }

    private static NameMatch of(List<String> one, List<String> other, double scale, double more) {
        var parts = aligned(one, other, scale);
        double distance = parts.distance();
        double whole = whole(one, other, scale);
        boolean near = whole <= NEAR;
        if (near || parts.shared().isEmpty() || parts.surplus() == 0) {
            distance = Math.min(distance, whole);
        }
        distance = Math.min(SoundDistance.FAR, distance + more);
        var agreement = agreement(distance, parts, near || !parts.isMissing());
        var shared = agreement.compareTo(NameAgreement.NEAR_SOUND) <= 0 ? one : parts.shared();
        return new NameMatch(agreement, distance, shared);
    }

    private static NameAgreement agreement(double distance, Alignment parts, boolean isWhole) {
        if (isWhole && distance <= SAME) {
            return NameAgreement.SAME_SOUND;
        }
        if (isWhole && distance <= NEAR) {
            return NameAgreement.NEAR_SOUND;
        }
        if (parts.isMissing() && parts.shared().size() > 1) {
            return NameAgreement.PART_MISSING;
        }
        return parts.shared().isEmpty() ? NameAgreement.DIFFERENT : NameAgreement.ONE_PART;
    }

    /**
     * The least distance, as one is written and with its first part last or its last part first.
     */
    private static double whole(List<String> one, List<String> other, double scale) {
        if (SoundDistance.least(one, other) * scale > PART) {
            return SoundDistance.FAR;
        }
        var mine = String.join("", one);
        double least = between(mine, String.join("", other), scale);
        if (other.size() > 1) {
            least = Math.min(least, between(mine, turned(other, 1), scale));
        }
        if (other.size() > 2) {
            least = Math.min(least, between(mine, turned(other, other.size() - 1), scale));
        }
        return least;
    }

    private static String turned(List<String> parts, int first) {
        return String.join("", parts.subList(first, parts.size()))
                + String.join("", parts.subList(0, first));
    }

    private static double between(String one, String other, double scale) {
        double limit = PART / scale;
        double distance = SoundDistance.between(one, other, limit) * scale;
        return Math.min(SoundDistance.FAR, distance);
    }

    /**
     * Which parts agree.
     *
     * @param shared those of the first that have one in the second
     * @param distance the worst of those, and of what is left; or what each surplus part costs
     * @param surplus parts that have none, of both
     * @param isMissing whether one of the two has such, and the other has none
     */
    private record Alignment(
            List<String> shared, double distance, int surplus, boolean isMissing) {}

    /** The nearest first; names have few parts. */
    private static Alignment aligned(List<String> one, List<String> other, double scale) {
        var left = new ArrayList<>(other);
        var shared = new ArrayList<String>();
        var alone = new ArrayList<String>();
        double worst = 0;
        for (var part : one) {
            int nearest = -1;
            double least = PART;
            for (int i = 0; i < left.size(); i++) {
                double distance = ofParts(part, left.get(i), scale);
                if (distance <= least && (nearest < 0 || distance < least)) {
                    nearest = i;
                    least = distance;
                }
            }
            if (nearest < 0) {
                alone.add(part);
            } else {
                left.remove(nearest);
                shared.add(part);
                worst = Math.max(worst, least);
            }
        }
        int surplus = alone.size() + left.size();
        boolean missing = surplus > 0 && !shared.isEmpty() && (alone.isEmpty() || left.isEmpty());
        if (missing) {
            double distance = worst + SURPLUS * surplus + (shared.size() == 1 ? ALONE : 0);
            return new Alignment(shared, distance, surplus, true);
        }
        double rest = surplus == 0 ? 0 : whole(alone, left, scale);
        return new Alignment(shared, Math.max(worst, rest), surplus, false);
    }

    private static double ofParts(String one, String other, double scale) {
        var shorter = one.length() < other.length() ? one : other;
        var longer = shorter.equals(one) ? other : one;
        double distance = between(one, other, scale);
        if (shorter.length() == longer.length() || !longer.startsWith(shorter)) {
            return distance;
        }
        if (shorter.length() == 1) {
            return Math.min(distance, INITIAL);
        }
        return shorter.length() >= SHORT_FORM ? Math.min(distance, SHORTENED) : distance;
    }
}
