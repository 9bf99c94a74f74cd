package exeat.desk.auth;

import exeat.desk.auth.UnitAdministration.Moving;
import exeat.desk.base.StoreCalls;
import exeat.oversight.CounterSum;
import exeat.oversight.Measure;
import exeat.rules.authority.AuthorityId;
import exeat.store.database.Database;
import exeat.store.rows.ReadStore;
import exeat.store.rows.RegisterStore;
import exeat.store.rows.StaffStore;
import java.time.LocalDate;
import java.util.List;

/**
 * How much a unit has, in figures: the counters of the report, which leave out everybody who
 * claimed protection, and accounts. No case is opened for it, and no name.
 */
final class UnitLoad {

    private final RegisterStore counters;
    private final StaffStore staff;

    UnitLoad(Database database) {
        counters = new RegisterStore(database);
        staff = new StaffStore(database);
    }

    Moving of(AuthorityId unit, List<AuthorityId> to, LocalDate day) {
        var sums =
                StoreCalls.get(
                        () -> counters.sums(List.of(unit.text()), day, CounterSum.before(day)));
        return new Moving(
                to, tens(sums, Measure.UNDER_WAY), tens(sums, Measure.WAITING), officers(unit));
    }

    /** Upward, and never nothing: so that a figure tells of nobody's claim to protection. */
    private static long tens(List<ReadStore.Sum> sums, Measure measure) {
        return Math.max(1, Math.ceilDiv(sum(sums, measure), 10)) * 10;
    }

    private static long sum(List<ReadStore.Sum> sums, Measure measure) {
        return sums.stream()
                .filter(one -> one.measure().equals(measure.stored()))
                .mapToLong(ReadStore.Sum::n)
                .sum();
    }

    /** Whoever can sign in for it under some directive. */
    private long officers(AuthorityId unit) {
        return StoreCalls.get(staff::all).stream()
                .filter(row -> row.unit().equals(unit.text()) && row.ended().isEmpty())
                .map(StaffStore.Member::id)
                .distinct()
                .count();
    }
}
