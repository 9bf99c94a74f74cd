package exeat.rules.decide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * One input's sets: for each of its value classes, the rules that it leaves possible.
 *
 * <p>A set is cut into pages of 64 rules. Neighbouring classes differ in few rules, so a page has
 * few distinct contents however many classes there are: each content is held once, and a class
 * holds the number of its content page by page. With one page a class holds its content itself.
 */
public final class ColumnBitmaps {

    private static final int MAX_NUMBERED = Character.MAX_VALUE + 1;

    private final int classes;
    private final int pages;
    private final long[] contents;

    /** The index at which the contents of each page begin. */
    private final int[] begins;

    /** The number of each class's content, by class and page; empty where contents lie as such. */
    private final char[] numbers;

    private ColumnBitmaps(int pages, List<long[]> sets) {
        this.classes = sets.size();
        this.pages = pages;
        this.begins = new int[pages];
        var numbered = new char[pages == 1 ? 0 : Math.multiplyExact(sets.size(), pages)];
        var distinct = pages == 1 ? new long[0] : number(sets, numbered);
        if (distinct.length == 0) {
            this.numbers = new char[0];
            this.contents = new long[Math.multiplyExact(sets.size(), pages)];
            for (int at = 0; at < sets.size(); at++) {
                System.arraycopy(sets.get(at), 0, contents, at * pages, pages);
            }
        } else {
            this.numbers = numbered;
            this.contents = distinct;
        }
    }

    /**
     * The bitmaps of one column.
     *
     * @param rules how many rules there are, at least 1
     * @param sets by value class, the rules as words of 64 bits
     */
    public static ColumnBitmaps of(int rules, List<long[]> sets) {
        return new ColumnBitmaps(pagesFor(rules), sets);
    }

    /** Builds the bitmaps from the JDK's sets of bits. */
    public static ColumnBitmaps ofBits(int rules, List<BitSet> sets) {
        return of(
                rules,
                sets.stream()
                        .map(set -> Arrays.copyOf(set.toLongArray(), pagesFor(rules)))
                        .toList());
    }

    /** The rules that each value class leaves possible. */
    public List<BitSet> bits() {
        return IntStream.range(0, classes())
                .mapToObj(valueClass ->
                        BitSet.valueOf(
                                IntStream.range(0, pages)
                                        .mapToLong(page -> page(valueClass, page))
                                        .toArray()))
                .toList();
    }

    /** How many words of 64 bits hold this many bits. */
    public static int pagesFor(int bits) {
        return (bits + 63) >>> 6;
    }

    /** The distinct contents, page after page; empty when a page has too many to be numbered. */
    private long[] number(List<long[]> sets, char[] numbered) {
        var distinct = new ArrayList<Long>();
        for (int page = 0; page < pages; page++) {
            begins[page] = distinct.size();
            Map<Long, Integer> ofPage = new HashMap<>();
            for (int at = 0; at < sets.size(); at++) {
                long content = sets.get(at)[page];
                if (at > 0 && content == sets.get(at - 1)[page]) {
                    numbered[at * pages + page] = numbered[(at - 1) * pages + page];
                    continue;
                }
                int number = ofPage.computeIfAbsent(content, unseen -> ofPage.size());
                if (number == distinct.size() - begins[page]) {
                    distinct.add(content);
                }
                if (number >= MAX_NUMBERED) {
                    Arrays.fill(begins, 0);
                    return new long[0];
                }
                numbered[at * pages + page] = (char) number;
            }
        }
        return distinct.stream().mapToLong(Long::longValue).toArray();
    }

    /** The rules 64 * page and on that a class leaves possible, a bit each. */
    public long page(int valueClass, int page) {
        int at = valueClass * pages + page;
        return numbers.length == 0 ? contents[at] : contents[begins[page] + numbers[at]];
    }

    /**
     * For each rule, the runs of classes that leave it possible, as pairs of first and last class.
     */
    int[][] runs(int rules) {
        var runs = new int[rules][];
        var ends = new int[rules];
        Arrays.fill(runs, new int[0]);
        for (int page = 0; page < pages; page++) {
            long before = 0;
            for (int valueClass = 0; valueClass <= classes; valueClass++) {
                long now = valueClass < classes ? page(valueClass, page) : 0;
                for (long turned = now ^ before; turned != 0; turned &= turned - 1) {
                    int bit = Long.numberOfTrailingZeros(turned);
                    int rule = (page << 6) + bit;
                    boolean begins = (now >>> bit & 1) != 0;
                    if (ends[rule] == runs[rule].length) {
                        runs[rule] = Arrays.copyOf(runs[rule], Math.max(2, 2 * ends[rule]));
                    }
                    runs[rule][ends[rule]++] = begins ? valueClass : valueClass - 1;
                }
                before = now;
            }
        }
        for (int rule = 0; rule < rules; rule++) {
            runs[rule] = Arrays.copyOf(runs[rule], ends[rule]);
        }
        return runs;
    }

    public int classes() {
        return classes;
    }
}
