package exeat.desk.auth;

import exeat.desk.auth.UnitAdministration.Moving;
import exeat.desk.base.StoreCalls;
import exeat.oversight.CounterSum;
import exeat.oversight.Measure;
import exeat.rules.authority.AuthorityId;
import exeat.store.database.Database;
import exeat.store.rows.FigureStore;
import exeat.store.rows.StaffStore;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * How much a unit has, in figures: the counters of the report, which leave out everybody who
 * claimed protection, and accounts. No case is opened for it, and no name.
 */
final class UnitLoad {

    private final FigureStore counters;
    private final StaffStore staff;

    UnitLoad(Database database) {
        counters = new FigureStore(database);
        staff = new StaffStore(database);
    }

    /** What a unit has under all of these directives together. */
    Moving of(
            AuthorityId unit, List<AuthorityId> to, LocalDate day, Collection<String> directives) {
        var sums = directives.stream().flatMap(id -> sums(id, unit, day).stream()).toList();
        return new Moving(
                to, tens(sums, Measure.UNDER_WAY), tens(sums, Measure.WAITING), officers(unit));
    }

    private List<FigureStore.Sum> sums(String directive, AuthorityId unit, LocalDate day) {
        var wanted =
                new FigureStore.Wanted(
                        directive, List.of(unit.text()), day, CounterSum.before(day));
        return StoreCalls.get(() -> counters.whole(wanted));
    }

    /** Upward, and never nothing: so that a figure tells of nobody's claim to protection. */
    private static long tens(List<FigureStore.Sum> sums, Measure measure) {
        return Math.max(1, Math.ceilDiv(sum(sums, measure), 10)) * 10;
    }

    private static long sum(List<FigureStore.Sum> sums, Measure measure) {
        return sums.stream()
                .filter(one -> one.measure().equals(measure.stored()))
                .mapToLong(FigureStore.Sum::n)
                .sum();
    }

    /** The number of officers who can sign in for it under some directive. */
    private long officers(AuthorityId unit) {
        return StoreCalls.get(staff::all).stream()
                .filter(row -> row.unit().equals(unit.text()) && row.ended().isEmpty())
                .map(StaffStore.Member::id)
                .distinct()
                .count();
    }
}
