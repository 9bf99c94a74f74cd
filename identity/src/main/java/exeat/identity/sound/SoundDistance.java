package exeat.identity.sound;

import java.util.Arrays;
import java.util.List;

/**
 * How far two sounds are apart: the cheapest way to turn one into the other, where what clerks and
 * romanisations confuse costs little. Divided by the root of the length, so that a slip in a long
 * name weighs less than one in a short one, and another syllable never nothing.
 */
public final class SoundDistance {

    /** For sounds of which one is silent. */
    public static final double FAR = 2;

    private static final int SIZE = 128;

    private static final double OTHER = 1;
    private static final double OTHER_VOWEL = 0.6;
    private static final double ACROSS = 1.2;
    private static final double SWAP = 0.5;

    /** What is confused, and what it costs. */
    private static final String CONFUSED =
            "kh.4 kc.5 kg.35 tc.5 ts.6 cs.3 pf.2 pv.4 fv.2 fh.5 mp.4 ng.35 nm.5 nr.3 nl.4 lr.15 tn.45"
                    + " rc.45 vw.2 yi.1 wu.15 wo.3 oE.15 uE.25 eE.2 aE.5 Wu.15 Wi.4 WE.3 We.4 Wo.3 Ww.2"
                    + " ou.25 Ae.2 Aa.3 Ai.5 Oe.25 Oo.3 Ow.3 ei.3 ao.5 ae.4 ";

    /** What is left out or put in. */
    private static final String MISSING =
            "h.3 y.2 w.25 r.4 l.4 n.7 g.7 e.35 i.4 a.5 o.5 u.5 E.5 W.4 A.5 O.5 ";

    private static final double MISSING_CONSONANT = 0.9;

    /** Consonants that are seldom left out, those that are confused as one; h and r are. */
    private static final int[] BONE = bones();

    private static final int BONES = 6;

    /** The least that a change from one of these to another costs, or leaving one out. */
    private static final double CHEAPEST_BONE = 0.3;

    private static final double[][] CHANGE = changes();
    private static final double[] LEFT_OUT = leftOut();

    private SoundDistance() {}

    private static double[][] changes() {
        var costs = new double[SIZE][SIZE];
        for (char one : Sound.ALPHABET.toCharArray()) {
            for (char other : Sound.ALPHABET.toCharArray()) {
                costs[one][other] = one == other ? 0 : unlike(one, other);
            }
        }
        for (var each : CONFUSED.strip().split(" ", -1)) {
            double cost = Double.parseDouble(each.substring(2));
            costs[each.charAt(0)][each.charAt(1)] = cost;
            costs[each.charAt(1)][each.charAt(0)] = cost;
        }
        return costs;
    }

    private static double unlike(char one, char other) {
        if (Sound.isVowel(one) != Sound.isVowel(other)) {
            return ACROSS;
        }
        return Sound.isVowel(one) ? OTHER_VOWEL : OTHER;
    }

    private static int[] bones() {
        var bones = new int[SIZE];
        Arrays.fill(bones, -1);
        var kinds = List.of("k", "t", "pfv", "cs", "m", "ngrl");
        for (int i = 0; i < kinds.size(); i++) {
            for (char each : kinds.get(i).toCharArray()) {
                bones[each] = i;
            }
        }
        return bones;
    }

    private static double[] leftOut() {
        var costs = new double[SIZE];
        Arrays.fill(costs, MISSING_CONSONANT);
        for (var each : MISSING.strip().split(" ", -1)) {
            costs[each.charAt(0)] = Double.parseDouble(each.substring(1));
        }
        return costs;
    }

    /** 0 for the same, up to {@link #FAR}. */
    public static double between(Sound one, Sound other) {
        return between(one.phonemes(), other.phonemes(), FAR);
    }

    /**
     * The same, of phonemes; {@link #FAR} as soon as it is certain to be more than a limit, which
     * is what most pairs in a search are.
     */
    public static double between(String one, String other, double limit) {
        if (one.equals(other)) {
            return one.isEmpty() ? FAR : 0;
        }
        if (one.isEmpty() || other.isEmpty()) {
            return FAR;
        }
        double root = Math.sqrt((one.length() + other.length()) / 2.0);
        double cost = cost(one, other, limit * root);
        return Math.min(FAR, cost / root);
    }

    /**
     * At least how far two words of several parts are apart, in whatever order the parts stand: by
     * the consonants that only one of them has. Takes a hundredth of the time of the distance.
     */
    public static double least(List<String> one, List<String> other) {
        int extra = 0;
        int length = 0;
        var more = new int[BONES];
        for (var part : one) {
            length += part.length();
            count(part, more, 1);
        }
        for (var part : other) {
            length += part.length();
            count(part, more, -1);
        }
        int less = 0;
        for (int each : more) {
            extra += Math.max(each, 0);
            less += Math.max(-each, 0);
        }
        return CHEAPEST_BONE * Math.max(extra, less) / Math.sqrt(length / 2.0);
    }

    private static void count(String phonemes, int[] counts, int by) {
        for (int i = 0; i < phonemes.length(); i++) {
            int bone = BONE[phonemes.charAt(i)];
            if (bone >= 0) {
                counts[bone] += by;
            }
        }
    }

    /** Three rows of the table of Damerau and Levenshtein, neighbours swapped at most. */
    private static double cost(String one, String other, double limit) {
        int width = other.length() + 1;
        var before = new double[width];
        var last = new double[width];
        var row = new double[width];
        for (int j = 1; j < width; j++) {
            last[j] = last[j - 1] + LEFT_OUT[other.charAt(j - 1)];
        }
        for (int i = 1; i <= one.length(); i++) {
            char a = one.charAt(i - 1);
            row[0] = last[0] + LEFT_OUT[a];
            double least = row[0];
            for (int j = 1; j < width; j++) {
                char b = other.charAt(j - 1);
                double best = last[j - 1] + CHANGE[a][b];
                best = Math.min(best, last[j] + LEFT_OUT[a]);
                best = Math.min(best, row[j - 1] + LEFT_OUT[b]);
                if (i > 1 && j > 1 && a == other.charAt(j - 2) && b == one.charAt(i - 2)) {
                    best = Math.min(best, before[j - 2] + SWAP);
                }
                row[j] = best;
                least = Math.min(least, best);
            }
            if (least > limit + SWAP) {
                return Double.MAX_VALUE;
            }
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[width - 1];
    }
}
