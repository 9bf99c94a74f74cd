package exeat.desk.projection;

import exeat.casework.state.BriefingState;
import exeat.casework.state.ReportState;

import exeat.desk.codec.Codec;
import exeat.desk.codec.Packing;

import exeat.casework.access.Access;
import exeat.casework.state.Guarded;
import exeat.casework.access.Sight;
import exeat.casework.state.State;
import exeat.casework.state.AlarmState;
import exeat.casework.state.CaseState;
import exeat.casework.state.IssueState;
import exeat.casework.value.TravellerNo;
import exeat.desk.codec.Sealing.Own;
import exeat.oversight.Cell;
import exeat.oversight.Cells;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.Directive;
import exeat.rules.authority.Limits;
import exeat.store.batch.BatchStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is worked out of a case and written beside it. It stays with a case that is remembered, so
 * that the next command compares with it what it works out itself, and does not work out both.
 *
 * @param work the rows of the queues
 * @param due the first day on which the clock must look
 * @param authorities the units that see it
 * @param cells what it counts for in the report
 * @param sights who may have what is guarded of each traveller who is not erased
 * @param own what is guarded, as it is packed; only of a state that was written here
 */
public record Derived(
        List<BatchStore.Work> work,
        Optional<LocalDate> due,
        Set<String> authorities,
        SortedMap<Cell, Integer> cells,
        SortedMap<TravellerNo, Sight> sights,
        SortedMap<Integer, Own> own) {

    /** Of a state that was read. */
    static Derived of(CaseState state, Directive directive) {
        return of(state, directive, new TreeMap<>());
    }

    /** Of a state that is to be written; what is guarded and did not change is not packed again. */
    public static Derived of(CaseState state, Directive directive, Optional<Derived> before) {
        Map<Integer, Own> known = before.map(Derived::own).orElseGet(TreeMap::new);
        var own = new TreeMap<Integer, Own>();
        for (var traveller : state.travellers().values()) {
            int no = traveller.no().number();
            if (state.erasure(traveller.no()).isEmpty()) {
                var guarded = Guarded.of(traveller);
                var old = known.get(no);
                own.put(
                        no,
                        old != null && old.guarded().equals(guarded)
                                ? old
                                : new Own(guarded, Packing.STATES.pack(Codec.write(guarded))));
            }
        }
        return of(state, directive, own);
    }

    private static Derived of(CaseState state, Directive directive, SortedMap<Integer, Own> own) {
        var limits = directive.limits();
        var tasks = new Tasks(state, limits);
        var sights = new TreeMap<TravellerNo, Sight>();
        for (var traveller : state.travellers().values()) {
            if (state.erasure(traveller.no()).isEmpty()) {
                sights.put(traveller.no(), Sight.of(state, traveller));
            }
        }
        return new Derived(
                tasks.rows(),
                tasks.due(),
                authoritiesOf(state, directive),
                Cells.of(state, limits, tasks.work()),
                sights,
                own);
    }

    /** The first day on which the clock must look at a stream. */
    public static Optional<LocalDate> dueDay(State state, Limits limits) {
        return switch (state) {
            case CaseState c -> new Tasks(c, limits).due();
            case ReportState report -> report.reports().look();
            case IssueState issue -> issue.look();
            case AlarmState _, BriefingState _ -> Optional.empty();
        };
    }

    /** The units that the row touches; whoever is none of them, nor above one, does not see it. */
    public static Set<String> authoritiesOf(State after, Directive directive) {
        var units =
                switch (after) {
                    case CaseState c -> Access.of(c, directive.authorities());
                    case IssueState issue -> between(issue, directive);
                    case AlarmState alarm -> new TreeSet<>(alarm.levels());
                    case ReportState report -> new TreeSet<>(Set.of(report.id().unit()));
                    case BriefingState _ -> new TreeSet<AuthorityId>();
                };
        return texts(units);
    }

    /** From the unit that raised an issue up to the one that has it. */
    private static Set<AuthorityId> between(IssueState issue, Directive directive) {
        var tree = directive.authorities();
        var units = new TreeSet<AuthorityId>();
        units.add(issue.holder());
        for (Optional<Authority> at = tree.find(issue.raisedBy());
                at.isPresent() && !at.get().id().equals(issue.holder());
                at = tree.parent(at.get().id())) {
            units.add(at.get().id());
        }
        return units;
    }

    public static Set<String> texts(Set<AuthorityId> units) {
        return units.stream().map(AuthorityId::text).collect(Collectors.toCollection(TreeSet::new));
    }
}
