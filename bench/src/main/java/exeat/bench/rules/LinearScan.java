package exeat.bench.rules;

import exeat.bench.rules.subject.BenchRule;
import exeat.bench.rules.subject.Workload;
import exeat.rules.Directive;
import java.time.LocalDate;
import java.util.List;

/**
 * What a programmer writes when there are too many rules for a chain of ifs: a loop over records.
 */
final class LinearScan extends HandTable {

    /** A rule's bounds; low ones are inclusive, high ones exclusive. */
    private record Bounds(
            int status,
            int purpose,
            int sponsored,
            long incomeLow,
            long incomeHigh,
            long feeLow,
            long feeHigh,
            long ageLow,
            long ageHigh,
            long arrivedLow,
            long arrivedHigh) {}

    private static final int ANY = -1;

    private final Bounds[] rules;

    LinearScan(Directive directive, List<BenchRule> rows) {
        super(directive, rows.size());
        this.rules = rows.stream().map(LinearScan::bounds).toArray(Bounds[]::new);
    }

    private static Bounds bounds(BenchRule row) {
        return new Bounds(
                row.status().map(HandPerson::status).orElse(ANY),
                row.purpose().map(HandPerson::purpose).orElse(ANY),
                row.sponsored().map(wanted -> wanted ? 1 : 0).orElse(ANY),
                row.income().low().map(HandPerson::cents).orElse(Long.MIN_VALUE),
                row.income().high().map(HandPerson::cents).orElse(Long.MAX_VALUE),
                row.fee().low().map(HandPerson::cents).orElse(Long.MIN_VALUE),
                row.fee().high().map(HandPerson::cents).orElse(Long.MAX_VALUE),
                row.age().low().map(Integer::longValue).orElse(Long.MIN_VALUE),
                row.age().high().map(Integer::longValue).orElse(Long.MAX_VALUE),
                row.arrived().low().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE),
                row.arrived().high().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE));
    }

    @Override
    public long pass(int from, int count) {
        long sum = 0;
        for (int at = from; at < from + count; at++) {
            var person = person(at);
            sum += keep(at, finding(first(person), person));
        }
        return sum;
    }

    @Override
    int first(HandPerson person) {
        int sponsored = person.sponsored() ? 1 : 0;
        for (int at = 0; at < rules.length; at++) {
            var rule = rules[at];
            if ((rule.status == ANY || rule.status == person.status())
                    && (rule.purpose == ANY || rule.purpose == person.purpose())
                    && (rule.sponsored == ANY || rule.sponsored == sponsored)
                    && rule.incomeLow <= person.income()
                    && person.income() < rule.incomeHigh
                    && rule.feeLow <= person.fee()
                    && person.fee() < rule.feeHigh
                    && rule.ageLow <= person.age()
                    && person.age() < rule.ageHigh
                    && rule.arrivedLow <= person.arrived()
                    && person.arrived() < rule.arrivedHigh) {
                return at;
            }
        }
        return Workload.NO_RULE;
    }
}
