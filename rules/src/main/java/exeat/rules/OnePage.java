package exeat.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The decision over a table of at most 64 rules, all of it in one array. Each input holds cells of
 * equal width: the only cut that lies in the cell, and the rules that are possible below it and
 * from it on. Of an input without an order each slot has a cell.
 */
final class OnePage {

    /**
     * The numbers of a guide: where cells begin, how wide one is (a shift), how many, and where.
     */
    private static final int GUIDE = 4;

    /** The words of a cell, of which the last keeps the next where a shift finds it. */
    private static final int CELL = 4;

    /** In place of a cut: several lie here, and the column itself is asked. */
    private static final long SEVERAL = Long.MIN_VALUE;

    private static final int MOST_CELLS = 128;

    private final long all;
    private final Column[] columns;
    private final long[] guides;
    private final long[] cells;

    OnePage(int rules, List<Column> columns) {
        this.all = -1L >>> -rules;
        this.columns = columns.toArray(Column[]::new);
        this.guides = new long[GUIDE * columns.size()];
        var made = new ArrayList<Long>();
        for (int at = 0; at < columns.size(); at++) {
            if (columns.get(at).cuts().length == 0) {
                addSlots(columns.get(at).sets(), GUIDE * at, made);
            } else {
                addCells(columns.get(at), GUIDE * at, made);
            }
        }
        this.cells = made.stream().mapToLong(Long::longValue).toArray();
    }

    private void addSlots(ColumnSets sets, int guide, List<Long> made) {
        guides[guide + 2] = sets.classes() - 1L;
        guides[guide + 3] = made.size();
        for (int slot = 0; slot < sets.classes(); slot++) {
            addCell(Cuts.BEYOND, sets.only(slot), sets.only(slot), made);
        }
    }

    private void addCells(Column column, int guide, List<Long> made) {
        var cuts = column.cuts();
        // What parts null from all values lies far below the rest, and would make cells too wide.
        int first = cuts.length > 1 && cuts[0] == Axis.LEAST ? 1 : 0;
        long low = cuts[first];
        long width = cuts[cuts.length - 1] - low;
        int shift = shift(cuts, first, width);
        long count = (width >> shift) + 1;
        guides[guide] = low;
        guides[guide + 1] = shift;
        guides[guide + 2] = count;
        guides[guide + 3] = (long) made.size() + CELL;
        addCell(column, Axis.ABSENT, low, made); // all slots below
        for (long cell = 0; cell < count; cell++) {
            addCell(column, low + (cell << shift), low + ((cell + 1) << shift), made);
        }
        addCell(column, cuts[cuts.length - 1] + 1, Cuts.BEYOND, made); // all slots above
    }

    /** The widest cells of which none holds several cuts, or else the narrowest that are few. */
    private static int shift(long[] cuts, int first, long width) {
        int shift = Math.max(0, 64 - Long.numberOfLeadingZeros(width / (2L * cuts.length)));
        while (shift > 0 && width >> (shift - 1) < MOST_CELLS && holdsSeveral(cuts, first, shift)) {
            shift--;
        }
        return shift;
    }

    private static boolean holdsSeveral(long[] cuts, int first, int shift) {
        return IntStream.range(first + 1, cuts.length)
                .anyMatch(at ->
                        (cuts[at] - cuts[first]) >> shift == (cuts[at - 1] - cuts[first]) >> shift);
    }

    private static void addCell(Column column, long from, long to, List<Long> made) {
        var sets = column.sets();
        int before = 0;
        int within = 0;
        for (long cut : column.cuts()) {
            before += cut < from ? 1 : 0;
            within += cut >= from && cut < to ? 1 : 0;
        }
        switch (within) {
            case 0 -> addCell(Cuts.BEYOND, sets.only(before), sets.only(before), made);
            case 1 ->
                    addCell(column.cuts()[before], sets.only(before), sets.only(before + 1), made);
            default -> addCell(SEVERAL, 0L, 0L, made);
        }
    }

    private static void addCell(long cut, long below, long from, List<Long> made) {
        made.addAll(List.of(cut, below, from, 0L));
    }

    /** The rules that match, a bit each. */
    long hits(long[] slots) {
        long hits = all;
        for (int at = 0; at < slots.length; at++) {
            long slot = slots[at];
            long cell = (slot - guides[GUIDE * at]) >> guides[GUIDE * at + 1];
            cell = Math.max(-1, Math.min(guides[GUIDE * at + 2], cell));
            int place = (int) (guides[GUIDE * at + 3] + CELL * cell);
            long cut = cells[place];
            if (cut == SEVERAL) {
                hits &= columns[at].sets().only(columns[at].classOf(slot));
            } else {
                // 0 below the cut and 1 from it on, without a branch that nobody could predict.
                hits &= cells[place + 1 + (int) ((cut - slot - 1) >>> 63)];
            }
        }
        return hits;
    }
}
