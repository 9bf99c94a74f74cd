package exeat.bench.rules;

import exeat.rules.table.CompiledTable;
import exeat.rules.table.EncodedFacts;
import java.util.List;

/** What a programmer writes when the rules are too many for a chain: a loop over their records. */
final class LinearScan extends Exeat.OverSlots {

    /** A rule's bounds as slots; the low ones are met from themselves on, the high ones below. */
    private record Bounds(
            long status,
            long purpose,
            long sponsored,
            long incomeLow,
            long incomeHigh,
            long feeLow,
            long feeHigh,
            long ageLow,
            long ageHigh,
            long arrivedLow,
            long arrivedHigh) {}

    private static final long ANY = Long.MIN_VALUE;

    private final Bounds[] rules;

    LinearScan(CompiledTable table, List<BenchRule> rows) {
        super(table);
        Columns.check(table);
        this.rules = rows.stream().map(row -> bounds(table, row)).toArray(Bounds[]::new);
    }

    private static Bounds bounds(CompiledTable table, BenchRule row) {
        return new Bounds(
                Columns.slot(table, "status", row.status()).orElse(ANY),
                Columns.slot(table, "purpose", row.purpose()).orElse(ANY),
                Columns.slot(table, "sponsored", row.sponsored()).orElse(ANY),
                Columns.slot(table, "income", row.income().low()).orElse(Long.MIN_VALUE),
                Columns.slot(table, "income", row.income().high()).orElse(Long.MAX_VALUE),
                Columns.slot(table, "fee", row.fee().low()).orElse(Long.MIN_VALUE),
                Columns.slot(table, "fee", row.fee().high()).orElse(Long.MAX_VALUE),
                Columns.slot(table, "age", row.age().low()).orElse(Long.MIN_VALUE),
                Columns.slot(table, "age", row.age().high()).orElse(Long.MAX_VALUE),
                Columns.slot(table, "arrived", row.arrived().low()).orElse(Long.MIN_VALUE),
                Columns.slot(table, "arrived", row.arrived().high()).orElse(Long.MAX_VALUE));
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

    private int first(EncodedFacts facts) {
        long status = facts.slot(0);
        long purpose = facts.slot(1);
        long sponsored = facts.slot(2);
        long income = facts.slot(3);
        long fee = facts.slot(4);
        long age = facts.slot(5);
        long arrived = facts.slot(6);
        for (int at = 0; at < rules.length; at++) {
            var rule = rules[at];
            if ((rule.status == ANY || rule.status == status)
                    && (rule.purpose == ANY || rule.purpose == purpose)
                    && (rule.sponsored == ANY || rule.sponsored == sponsored)
                    && rule.incomeLow <= income
                    && income < rule.incomeHigh
                    && rule.feeLow <= fee
                    && fee < rule.feeHigh
                    && rule.ageLow <= age
                    && age < rule.ageHigh
                    && rule.arrivedLow <= arrived
                    && arrived < rule.arrivedHigh) {
                return at;
            }
        }
        return Workload.NO_RULE;
    }
}
