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

    /** Costs are counted in hundredths, so that sums are exact and the same both ways. */
    private static final int HUNDRED = 100;

    private static final double ROUNDING = 1e-7;

    private static final int OTHER = 100;
    private static final int OTHER_VOWEL = 60;
    private static final int ACROSS = 120;
    private static final int SWAP = 50;

    /** What is confused, and what it costs. */
    private static final String CONFUSED =
            "kh.4 kc.5 kg.35 tc.5 ts.6 cs.3 pf.2 pv.4 fv.2 fh.5 mp.4 ng.35 nm.5 nr.3 nl.4 lr.15 tn.45"
                    + " rc.45 vw.2 yi.1 wu.15 wo.3 oE.15 uE.25 eE.2 aE.5 Wu.15 Wi.4 WE.3 We.4 Wo.3 Ww.2"
                    + " ou.25 Ae.2 Aa.3 Ai.5 Oe.25 Oo.3 Ow.3 ei.3 ao.5 ae.4 ";

    /** What is left out or put in. */
    private static final String MISSING =
            "h.3 y.2 w.25 r.4 l.4 n.7 g.7 e.35 i.4 a.5 o.5 u.5 E.5 W.4 A.5 O.5 ";

    private static final int MISSING_CONSONANT = 90;

    /** Kinds of consonants: most of what is confused is within one. An h is often left out. */
    private static final List<String> KINDS = List.of("k", "t", "pfv", "cs", "m", "ngrl");

    private static final int BITS = 8;
    private static final int MAX_OF_A_KIND = 31;
    private static final int MAX_WORDS = 8;

    /** {@link #bones} of what is too long to be counted. */
    private static final long UNCOUNTED = -1;

    private static final int[] KIND = kinds();

    /** By both phonemes, one beside the other. */
    private static final byte[] CHANGE = changes();

    private static final byte[] LEFT_OUT = leftOut();

    /** By kind, the least that it costs to have one fewer of it. */
    private static final int[] FEWER = fewer();

    private SoundDistance() {}

    private static byte[] changes() {
        var costs = new byte[SIZE * SIZE];
        for (char one : Sound.ALPHABET.toCharArray()) {
            for (char other : Sound.ALPHABET.toCharArray()) {
                costs[one * SIZE + other] = (byte) (one == other ? 0 : unlike(one, other));
            }
        }
        for (var each : CONFUSED.strip().split(" ", -1)) {
            byte cost = hundredths(each.substring(2));
            costs[each.charAt(0) * SIZE + each.charAt(1)] = cost;
            costs[each.charAt(1) * SIZE + each.charAt(0)] = cost;
        }
        return costs;
    }

    private static int unlike(char one, char other) {
        if (Sound.isVowel(one) != Sound.isVowel(other)) {
            return ACROSS;
        }
        return Sound.isVowel(one) ? OTHER_VOWEL : OTHER;
    }

    private static int[] kinds() {
        var kinds = new int[SIZE];
        Arrays.fill(kinds, -1);
        for (int i = 0; i < KINDS.size(); i++) {
            for (char each : KINDS.get(i).toCharArray()) {
                kinds[each] = i;
            }
        }
        return kinds;
    }

    private static byte[] leftOut() {
        var costs = new byte[SIZE];
        Arrays.fill(costs, (byte) MISSING_CONSONANT);
        for (var each : MISSING.strip().split(" ", -1)) {
            costs[each.charAt(0)] = hundredths(each.substring(1));
        }
        return costs;
    }

    private static int[] fewer() {
        var fewer = new int[KINDS.size()];
        Arrays.fill(fewer, MISSING_CONSONANT);
        for (char one : Sound.ALPHABET.toCharArray()) {
            int kind = KIND[one];
            for (char other : Sound.ALPHABET.toCharArray()) {
                if (kind >= 0 && kind != KIND[other]) {
                    int cost = Math.min(CHANGE[one * SIZE + other], LEFT_OUT[one]);
                    fewer[kind] = Math.min(fewer[kind], cost);
                }
            }
        }
        return fewer;
    }

    private static byte hundredths(String decimal) {
        return (byte) Math.round(Double.parseDouble(decimal) * HUNDRED);
    }

    /** 0 for the same, up to {@link #FAR}. */
    public static double between(Sound one, Sound other) {
        return between(one.phonemes(), other.phonemes(), FAR);
    }

    /**
     * The same, of phonemes; {@link #FAR} if it is more than a limit, which most pairs in a search
     * are, and which takes less time to find out.
     */
    public static double between(String one, String other, double limit) {
        if (one.equals(other)) {
            return one.isEmpty() ? FAR : 0;
        }
        if (one.isEmpty() || other.isEmpty()) {
            return FAR;
        }
        double root = Math.sqrt((one.length() + other.length()) / 2.0);
        int most = (int) (limit * root * HUNDRED + ROUNDING);
        int cost = cost(one, other, most);
        return cost > most ? FAR : Math.min(FAR, cost / (root * HUNDRED));
    }

    /**
     * How many consonants of each kind there are in a word, as one number. Those of two words can
     * be added, see {@link #bones(List)}.
     */
    public static long bones(String phonemes) {
        if (phonemes.length() > MAX_OF_A_KIND) {
            return UNCOUNTED;
        }
        long bones = 0;
        for (int i = 0; i < phonemes.length(); i++) {
            int kind = KIND[phonemes.charAt(i)];
            bones += kind < 0 ? 0 : 1L << (kind * BITS);
        }
        return bones;
    }

    /** Of several words, in whatever order. */
    public static long bones(List<String> words) {
        long sum = 0;
        for (var word : words) {
            long bones = bones(word);
            if (bones == UNCOUNTED || words.size() > MAX_WORDS) {
                return UNCOUNTED;
            }
            sum += bones;
        }
        return sum;
    }

    /**
     * At least how far two words, or names of several words in whatever order, are apart: by the
     * consonants that only one of them has. Takes a small part of the time of the distance.
     *
     * @param one from {@link #bones}
     * @param length how many phonemes that is
     */
    public static double least(long one, int length, long other, int otherLength) {
        if (one == UNCOUNTED || other == UNCOUNTED) {
            return 0;
        }
        int more = 0;
        int less = 0;
        for (int kind = 0; kind < FEWER.length; kind++) {
            int shift = kind * BITS;
            int extra = (int) ((one >>> shift) & 0xFF) - (int) ((other >>> shift) & 0xFF);
            if (extra > 0) {
                more += extra * FEWER[kind];
            } else {
                less -= extra * FEWER[kind];
            }
        }
        return Math.max(more, less) / (HUNDRED * Math.sqrt((length + otherLength) / 2.0));
    }

    /**
     * Three rows of the table of Damerau and Levenshtein, neighbours swapped at most.
     *
     * @return in hundredths; at least one more than the most, if that is certain
     */
    private static int cost(String one, String other, int most) {
        int width = other.length() + 1;
        var table = new int[3 * width];
        int before = 2 * width;
        int last = 0;
        int row = width;
        for (int j = 1; j < width; j++) {
            table[j] = table[j - 1] + LEFT_OUT[other.charAt(j - 1)];
        }
        int leastBefore = Integer.MAX_VALUE - SWAP;
        for (int i = 1; i <= one.length(); i++) {
            char a = one.charAt(i - 1);
            int left = table[last] + LEFT_OUT[a];
            table[row] = left;
            int least = left;
            for (int j = 1; j < width; j++) {
                char b = other.charAt(j - 1);
                int best = table[last + j - 1] + CHANGE[a * SIZE + b];
                best = Math.min(best, table[last + j] + LEFT_OUT[a]);
                best = Math.min(best, left + LEFT_OUT[b]);
                if (i > 1 && j > 1 && a == other.charAt(j - 2) && b == one.charAt(i - 2)) {
                    best = Math.min(best, table[before + j - 2] + SWAP);
                }
                table[row + j] = best;
                left = best;
                least = Math.min(least, best);
            }
            if (Math.min(least, leastBefore + SWAP) > most) {
                return most + 1;
            }
            leastBefore = least;
            int spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return table[last + width - 1];
    }
}
