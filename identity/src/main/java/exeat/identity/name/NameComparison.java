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
    static final double PART = 0.26;

    /**
     * Two writers of the same syllabic script both heard and wrote that letter: a difference is
     * real, and not a matter of romanisation.
     */
    private static final double ONE_SCRIPT = 4;

    /** Each character that only one of two names in Han has, even if both sound alike. */
    private static final double CHARACTER = 0.12;

    /**
     * How distances are taken.
     *
     * @param scale by which each is multiplied
     * @param limit beyond which the distance of wholes is not wanted
     */
    record Measure(double scale, double limit) {}

    private NameComparison() {}

    /** Symmetric, but for whose parts are given as shared: the first's. */
    public static NameMatch of(SpokenName one, SpokenName other) {
        return of(one, other, SoundDistance.FAR);
    }

    /**
     * A faster form for names that do not agree: a distance too great for two spellings of one name
     * is given as {@link SoundDistance#FAR}.
     */
    public static NameMatch quick(SpokenName one, SpokenName other) {
        return of(one, other, NEAR);
    }

    private static NameMatch of(SpokenName one, SpokenName other, double limit) {
        if (one.isUnreadable() || other.isUnreadable()) {
            return NameMatch.NONE;
        }
        if (one.letters().equals(other.letters())) {
            return new NameMatch(NameAgreement.SAME_WRITING, 0, one.readings().getFirst());
        }
        boolean hangul = one.writing() == Writing.HANGUL && other.writing() == Writing.HANGUL;
        var measure = new Measure(hangul ? ONE_SCRIPT : 1, limit);
        double more = characters(one, other);
        var best = NameMatch.NONE;
        for (int i = 0; i < one.heard().size(); i++) {
            for (int j = 0; j < other.heard().size(); j++) {
                var match = of(one.heard().get(i), other.heard().get(j), measure, more);
                if (match.isBetterThan(best)) {
                    best = match;
                }
            }
        }
        return best;
    }

    /** How far the characters of two names in Han are apart, whatever they sound like. */
    private static double characters(SpokenName one, SpokenName other) {
        if (one.writing() != Writing.HAN || other.writing() != Writing.HAN) {
            return 0;
        }
        return CHARACTER * Math.max(only(one, other), only(other, one));
    }

    private static int only(SpokenName one, SpokenName other) {
        var left = new ArrayList<>(characters(one));
        characters(other).forEach(left::remove);
        return left.size();
    }

    private static List<String> characters(SpokenName name) {
        return name.letters().codePoints().mapToObj(Character::toString).toList();
    }

    private static NameMatch of(Reading one, Reading other, Measure measure, double more) {
        var parts = PartAlignment.of(one, other, measure);
        double whole = whole(one, other, measure);
        if (parts.isNone() && whole >= SoundDistance.FAR) {
            return NameMatch.NONE;
        }
        double distance = parts.distance();
        boolean near = whole <= NEAR;
        if (near || parts.isNone() || parts.surplus() == 0) {
            distance = Math.min(distance, whole);
        }
        distance = Math.min(SoundDistance.FAR, distance + more);
        var agreement = agreement(distance, parts, near || !parts.isMissing());
        boolean all = agreement.compareTo(NameAgreement.NEAR_SOUND) <= 0;
        return new NameMatch(agreement, distance, all ? one.parts() : parts.shared());
    }

    private static NameAgreement agreement(double distance, PartAlignment parts, boolean isWhole) {
        if (isWhole && distance <= SAME) {
            return NameAgreement.SAME_SOUND;
        }
        if (isWhole && distance <= NEAR) {
            return NameAgreement.NEAR_SOUND;
        }
        if (parts.isMissing() && parts.shared().size() > 1) {
            return NameAgreement.PART_MISSING;
        }
        return parts.isNone() ? NameAgreement.DIFFERENT : NameAgreement.ONE_PART;
    }

    /**
     * The least distance as both are written, and with the first part of one last or its last part
     * first. Where the consonants alone are too far apart, vowels do not bring two names nearer.
     */
    static double whole(Reading one, Reading other, Measure measure) {
        if (one.least(other) * measure.scale() > PART) {
            return SoundDistance.FAR;
        }
        double limit = measure.limit() / measure.scale();
        var mine = one.whole();
        var yours = other.whole();
        double least = SoundDistance.between(mine, yours, limit);
        least = Math.min(least, turned(mine, other, Math.min(least, limit)));
        least = Math.min(least, turned(yours, one, Math.min(least, limit)));
        return Math.min(SoundDistance.FAR, least * measure.scale());
    }

    private static double turned(String word, Reading other, double limit) {
        double least = SoundDistance.FAR;
        if (other.size() > 1) {
            least = SoundDistance.between(word, other.firstLast(), limit);
        }
        if (other.size() > 2) {
            least = Math.min(least, SoundDistance.between(word, other.lastFirst(), limit));
        }
        return least;
    }
}
