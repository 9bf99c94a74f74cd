package exeat.bench.rules;

import exeat.rules.table.CompiledTable;
import exeat.rules.table.EncodedFacts;

/** Twelve rules as a chain of ifs over slots; written by {@link Handwriting}. */
final class HandWritten extends Exeat.OverSlots {

    HandWritten(CompiledTable table) {
        super(table);
        Columns.check(table);
    }

    @Override
    public int answer(int person) {
        return first(person(person));
    }

    @Override
    public long pass(int from, int count) {
        long sum = 0;
        for (int at = from; at < from + count; at++) {
            sum += first(person(at));
        }
        return sum;
    }

    private static int first(EncodedFacts facts) {
        if (rule0(facts)) {
            return 0;
        }
        if (rule1(facts)) {
            return 1;
        }
        if (rule2(facts)) {
            return 2;
        }
        if (rule3(facts)) {
            return 3;
        }
        if (rule4(facts)) {
            return 4;
        }
        if (rule5(facts)) {
            return 5;
        }
        if (rule6(facts)) {
            return 6;
        }
        if (rule7(facts)) {
            return 7;
        }
        if (rule8(facts)) {
            return 8;
        }
        if (rule9(facts)) {
            return 9;
        }
        if (rule10(facts)) {
            return 10;
        }
        if (rule11(facts)) {
            return 11;
        }
        return Workload.NO_RULE;
    }

    private static boolean rule0(EncodedFacts facts) {
        return facts.slot(2) == 1L
                && facts.slot(3) < 4014736L
                && facts.slot(4) >= 171934L
                && facts.slot(5) >= 80L
                && facts.slot(5) < 106L
                && facts.slot(6) < 48776L;
    }

    private static boolean rule1(EncodedFacts facts) {
        return facts.slot(1) == 1L
                && facts.slot(3) < 8136068L
                && facts.slot(4) >= 40280L
                && facts.slot(4) < 72308L
                && facts.slot(5) >= 104L
                && facts.slot(5) < 110L
                && facts.slot(6) >= 39456L
                && facts.slot(6) < 40222L;
    }

    private static boolean rule2(EncodedFacts facts) {
        return facts.slot(0) == 1L
                && facts.slot(1) == 2L
                && facts.slot(2) == 2L
                && facts.slot(3) < 13819230L
                && facts.slot(5) >= 32L
                && facts.slot(6) >= 36418L
                && facts.slot(6) < 43920L;
    }

    private static boolean rule3(EncodedFacts facts) {
        return facts.slot(0) == 1L
                && facts.slot(2) == 2L
                && facts.slot(3) >= 11690618L
                && facts.slot(3) < 28990144L
                && facts.slot(4) >= 124128L
                && facts.slot(4) < 416938L
                && facts.slot(5) >= 130L
                && facts.slot(5) < 178L;
    }

    private static boolean rule4(EncodedFacts facts) {
        return facts.slot(0) == 1L
                && facts.slot(2) == 2L
                && facts.slot(3) >= 14913052L
                && facts.slot(3) < 32141722L
                && facts.slot(5) >= 22L
                && facts.slot(5) < 152L
                && facts.slot(6) < 37282L;
    }

    private static boolean rule5(EncodedFacts facts) {
        return facts.slot(0) == 2L
                && facts.slot(2) == 1L
                && facts.slot(3) >= 6063828L
                && facts.slot(3) < 24385036L
                && facts.slot(4) < 42458L
                && facts.slot(5) >= 0L
                && facts.slot(5) < 64L
                && facts.slot(6) >= 37330L
                && facts.slot(6) < 46430L;
    }

    private static boolean rule6(EncodedFacts facts) {
        return facts.slot(0) == 3L
                && facts.slot(1) == 2L
                && facts.slot(3) >= 9570482L
                && facts.slot(3) < 11711892L
                && facts.slot(5) >= 140L
                && facts.slot(5) < 198L;
    }

    private static boolean rule7(EncodedFacts facts) {
        return facts.slot(1) == 3L
                && facts.slot(2) == 2L
                && facts.slot(3) >= 12058864L
                && facts.slot(3) < 31081902L
                && facts.slot(4) >= 153310L
                && facts.slot(6) >= 40502L
                && facts.slot(6) < 40542L;
    }

    private static boolean rule8(EncodedFacts facts) {
        return facts.slot(0) == 1L
                && facts.slot(2) == 2L
                && facts.slot(3) >= 6198798L
                && facts.slot(3) < 18712220L
                && facts.slot(5) < 384L;
    }

    private static boolean rule9(EncodedFacts facts) {
        return facts.slot(0) == 4L
                && facts.slot(3) >= 15656976L
                && facts.slot(3) < 34236796L
                && facts.slot(4) >= 145694L
                && facts.slot(4) < 280084L
                && facts.slot(6) >= 38862L
                && facts.slot(6) < 43610L;
    }

    private static boolean rule10(EncodedFacts facts) {
        return facts.slot(1) == 4L
                && facts.slot(2) == 2L
                && facts.slot(3) >= 16265512L
                && facts.slot(3) < 36407616L
                && facts.slot(5) >= 44L
                && facts.slot(5) < 214L
                && facts.slot(6) < 40334L;
    }

    private static boolean rule11(EncodedFacts facts) {
        return facts.slot(0) == 4L
                && facts.slot(1) == 3L
                && facts.slot(3) < 28777396L
                && facts.slot(4) < 268308L
                && facts.slot(6) >= 34606L
                && facts.slot(6) < 35768L;
    }
}
