package exeat.rules.decide;

import exeat.rules.fact.EncodedFacts;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The classes of one open input, taken together where they leave the same of some rules possible.
 * Found by sweeping over the classes: what is left changes where a run of some rule begins or ends.
 */
final class OpenCells {

    private final RuleMatcher matcher;
    private final EncodedFacts known;
    private final int input;
    private final int classes;
    private final int words;

    /**
     * The rules that each cell leaves possible, one bit for each rule; the cells follow one
     * another.
     */
    private long[] masks;

    private int count;

    /** The rules that every cell leaves possible. */
    private final long[] always;

    /** The first class of each stretch; {@code cells} has the number of its cell. */
    private int[] froms = new int[8];

    private int[] cells = new int[8];
    private int stretches;

    /**
     * The number of each set of rules. Empty if a set is one word: then there are few cells, and
     * all are compared.
     */
    private final Map<RuleSet, Integer> numbers = new HashMap<>();

    /**
     * @param input an open one
     * @param rules those that count, ascending
     */
    OpenCells(RuleMatcher matcher, EncodedFacts known, int input, int[] rules) {
        this.matcher = matcher;
        this.known = known;
        this.input = input;
        this.classes = matcher.input(input).count();
        this.words = Math.max(1, ColumnBitmaps.pagesFor(rules.length));
        this.masks = new long[8 * words];
        this.always = new long[words];
        Arrays.fill(always, -1L);
        sweep(rules);
    }

    private void sweep(int[] rules) {
        var mask = new long[words];
        var ends = new long[16];
        int many = 0;
        for (int rule = 0; rule < rules.length; rule++) {
            var runs = matcher.runs(input, rules[rule]);
            for (int at = 0; at < runs.length; at += 2) {
                if (many + 2 > ends.length) {
                    ends = Arrays.copyOf(ends, 2 * ends.length);
                }
                if (runs[at] == 0) {
                    mask[rule >>> 6] |= 1L << rule;
                } else {
                    ends[many++] = (long) runs[at] << 32 | rule;
                }
                if (runs[at + 1] + 1 < classes) {
                    ends[many++] = (long) (runs[at + 1] + 1) << 32 | rule;
                }
            }
        }
        Arrays.sort(ends, 0, many);
        int from = 0;
        for (int at = 0; at <= many; at++) {
            int to = at == many ? classes : (int) (ends[at] >>> 32);
            if (to > from) {
                if (isPossible(from, to)) {
                    stretch(from, mask);
                }
                from = to;
            }
            if (at < many) {
                int rule = (int) ends[at];
                mask[rule >>> 6] ^= 1L << rule;
            }
        }
    }

    private boolean isPossible(int from, int to) {
        boolean possible = !known.isNarrowed(input);
        for (int valueClass = from; valueClass < to && !possible; valueClass++) {
            possible = known.isPossible(input, valueClass);
        }
        return possible;
    }

    private void stretch(int from, long[] mask) {
        if (stretches == froms.length) {
            froms = Arrays.copyOf(froms, 2 * stretches);
            cells = Arrays.copyOf(cells, 2 * stretches);
        }
        froms[stretches] = from;
        cells[stretches++] = number(mask);
    }

    private int number(long[] mask) {
        if (words == 1) {
            for (int cell = 0; cell < count; cell++) {
                if (masks[cell] == mask[0]) {
                    return cell;
                }
            }
            return add(mask);
        }
        var known = numbers.get(new RuleSet(mask));
        if (known == null) {
            numbers.put(new RuleSet(mask.clone()), count);
            return add(mask);
        }
        return known;
    }

    private int add(long[] mask) {
        if ((count + 1) * words > masks.length) {
            masks = Arrays.copyOf(masks, 2 * masks.length);
        }
        for (int word = 0; word < words; word++) {
            masks[count * words + word] = mask[word];
            always[word] &= mask[word];
        }
        return count++;
    }

    /** How many cells there are. */
    int count() {
        return count;
    }

    /** One word of the rules that a cell leaves possible. */
    long mask(int cell, int word) {
        return masks[cell * words + word];
    }

    /** One word of the rules that every cell leaves possible. */
    long always(int word) {
        return always[word];
    }

    /** The cell of each possible class, in the order of classes. */
    int[] ofClasses() {
        var of = new int[classes];
        int many = 0;
        for (int stretch = 0; stretch < stretches; stretch++) {
            int to = stretch + 1 < stretches ? froms[stretch + 1] : classes;
            for (int valueClass = froms[stretch]; valueClass < to; valueClass++) {
                if (known.isPossible(input, valueClass)) {
                    of[many++] = cells[stretch];
                }
            }
        }
        return Arrays.copyOf(of, many);
    }
}
