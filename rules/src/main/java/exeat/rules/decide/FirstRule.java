package exeat.rules.decide;

import exeat.rules.fact.EncodedFacts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the first rule of one table that matches, 64 rules at a time: inputs with few classes are
 * one column, and then come the others, the one that rules out most before the rest.
 */
final class FirstRule {

    /** At most this many combinations of classes are taken together. */
    private static final int MAX_ROWS = 512;

    private final int rules;
    private final int offset;
    private final int firstPage;
    private final int pages;

    /** What each class of each input adds to the row; inputs that are columns have no steps. */
    private final int[][] steps;

    /** The rules of the table that each row leaves possible, page by page. */
    private final long[] rows;

    private final int[] inputs;
    private final ColumnBitmaps[] columns;

    /**
     * @param offset the bit of the table's first rule
     * @param rules how many there are, at least 1
     */
    FirstRule(List<ColumnBitmaps> all, int offset, int rules) {
        this.offset = offset;
        this.rules = rules;
        this.firstPage = offset >>> 6;
        this.pages = ((offset + rules - 1) >>> 6) - firstPage + 1;
        this.steps = new int[all.size()][];
        var few = new ArrayList<Integer>();
        var many = new ArrayList<Integer>();
        int combinations = 1;
        for (int input = 0; input < all.size(); input++) {
            steps[input] = new int[0];
            if (density(all.get(input)) == 1) {
                continue;
            }
            int classes = all.get(input).classes();
            if (combinations * classes <= MAX_ROWS) {
                steps[input] = new int[classes];
                for (int at = 0; at < classes; at++) {
                    steps[input][at] = at * combinations * pages;
                }
                combinations *= classes;
                few.add(input);
            } else {
                many.add(input);
            }
        }
        many.sort(Comparator.comparingDouble(input -> density(all.get(input))));
        this.inputs = many.stream().mapToInt(Integer::intValue).toArray();
        this.columns = many.stream().map(all::get).toArray(ColumnBitmaps[]::new);
        this.rows = rows(all, few, combinations);
    }

    private long[] rows(List<ColumnBitmaps> all, List<Integer> few, int combinations) {
        var made = new long[combinations * pages];
        for (int row = 0; row < combinations; row++) {
            for (int page = 0; page < pages; page++) {
                long left = own(page);
                int rest = row;
                for (int input : few) {
                    int classes = steps[input].length;
                    left &= all.get(input).page(rest % classes, firstPage + page);
                    rest /= classes;
                }
                made[row * pages + page] = left;
            }
        }
        return made;
    }

    /** The bits of a page that are rules of the table. */
    private long own(int page) {
        int from = Math.max(0, offset - ((firstPage + page) << 6));
        int to = Math.min(64, offset + rules - ((firstPage + page) << 6));
        return (-1L << from) & (-1L >>> (64 - to));
    }

    /**
     * How large a part of the table's rules a class leaves possible on average, measured on some of
     * the classes.
     */
    private double density(ColumnBitmaps column) {
        int stride = Math.max(1, column.classes() / 64);
        long left = 0;
        long all = 0;
        for (int at = 0; at < column.classes(); at += stride) {
            for (int page = 0; page < pages; page++) {
                left += Long.bitCount(column.page(at, firstPage + page) & own(page));
            }
            all += rules;
        }
        return left < all ? (double) left / all : allowsAll(column) ? 1 : 0.999_999;
    }

    private boolean allowsAll(ColumnBitmaps column) {
        for (int at = 0; at < column.classes(); at++) {
            for (int page = 0; page < pages; page++) {
                if ((~column.page(at, firstPage + page) & own(page)) != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The number of the rule within its table; the number of rules if none matches. */
    int of(EncodedFacts facts) {
        int row = 0;
        for (int input = 0; input < steps.length; input++) {
            var own = steps[input];
            row += own.length == 0 ? 0 : own[facts.valueClass(input)];
        }
        for (int page = 0; page < pages; page++) {
            long left = rows[row + page];
            for (int at = 0; at < columns.length && left != 0; at++) {
                left &= columns[at].page(facts.valueClass(inputs[at]), firstPage + page);
            }
            if (left != 0) {
                return ((firstPage + page) << 6) + Long.numberOfTrailingZeros(left) - offset;
            }
        }
        return rules;
    }

    @Override
    public String toString() {
        return rules + " rules, columns " + Arrays.toString(inputs);
    }
}
