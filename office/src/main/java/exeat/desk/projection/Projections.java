package exeat.desk.projection;

import exeat.casework.access.InvolvedUnits;
import exeat.casework.access.Visibility;
import exeat.casework.state.AlarmState;
import exeat.casework.state.BriefingState;
import exeat.casework.state.CaseState;
import exeat.casework.state.IssueState;
import exeat.casework.state.ReportState;
import exeat.casework.state.RestrictedData;
import exeat.casework.state.State;
import exeat.casework.value.TravellerNo;
import exeat.desk.codec.JsonCodec;
import exeat.desk.codec.PayloadCompression;
import exeat.desk.codec.PayloadSealing.ProtectedPart;
import exeat.oversight.CaseCounters;
import exeat.oversight.ReportCounter;
import exeat.rules.Directive;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.TimeLimits;
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
 * Data derived from a case and stored beside it. A cached case keeps it, so that the next command
 * computes only its own and compares.
 *
 * @param work the rows of the queues
 * @param due the first day on which the clock must look
 * @param authorities the units that see it
 * @param cells what it counts for in the report
 * @param sights who may have what is guarded of each traveller who is not erased
 * @param own what is guarded, as it is packed; only of a state that was written here
 */
public record Projections(
        List<BatchStore.Work> work,
        Optional<LocalDate> due,
        Set<String> authorities,
        SortedMap<ReportCounter, Integer> cells,
        SortedMap<TravellerNo, Visibility> sights,
        SortedMap<Integer, ProtectedPart> own) {

    /** The derived data of a state that was read. */
    static Projections of(CaseState state, Directive directive) {
        return of(state, directive, new TreeMap<>());
    }

    /** For a state to be written; restricted parts that did not change are not compressed again. */
    public static Projections of(
            CaseState state, Directive directive, Optional<Projections> before) {
        Map<Integer, ProtectedPart> known = before.map(Projections::own).orElseGet(TreeMap::new);
        var own = new TreeMap<Integer, ProtectedPart>();
        for (var traveller : state.travellers().values()) {
            int no = traveller.no().number();
            if (state.erasure(traveller.no()).isEmpty()) {
                var guarded = RestrictedData.of(traveller);
                var old = known.get(no);
                own.put(
                        no,
                        old != null && old.guarded().equals(guarded)
                                ? old
                                : new ProtectedPart(
                                        guarded,
                                        PayloadCompression.STATES.pack(JsonCodec.write(guarded))));
            }
        }
        return of(state, directive, own);
    }

    private static Projections of(
            CaseState state, Directive directive, SortedMap<Integer, ProtectedPart> own) {
        var limits = directive.limits();
        var tasks = new CaseTasks(state, limits);
        var sights = new TreeMap<TravellerNo, Visibility>();
        for (var traveller : state.travellers().values()) {
            if (state.erasure(traveller.no()).isEmpty()) {
                sights.put(traveller.no(), Visibility.of(state, traveller));
            }
        }
        return new Projections(
                tasks.rows(),
                tasks.due(),
                authoritiesOf(state, directive),
                CaseCounters.of(state, limits, tasks.work()),
                sights,
                own);
    }

    /** The first day on which the clock must look at a stream. */
    public static Optional<LocalDate> dueDay(State state, TimeLimits limits) {
        return switch (state) {
            case CaseState c -> new CaseTasks(c, limits).due();
            case ReportState report -> report.reports().look();
            case IssueState issue -> issue.look();
            case AlarmState _, BriefingState _ -> Optional.empty();
        };
    }

    /** The id of the directive under which a stream is, by its events. */
    public static String directiveOf(State state) {
        return switch (state) {
            case CaseState c -> c.directive().id();
            case IssueState issue -> issue.directive().id();
            case AlarmState alarm -> alarm.directive().id();
            case ReportState report -> report.id().directive();
            case BriefingState briefing -> briefing.id().directive();
        };
    }

    /**
     * The units that the row concerns, as {@link CaseSight} has them; only they and the units above
     * them see it.
     */
    public static Set<String> authoritiesOf(State after, Directive directive) {
        var tree = directive.authorities();
        return switch (after) {
            case CaseState c -> CaseSight.of(InvolvedUnits.of(c, tree), tree);
            case IssueState issue -> texts(between(issue, directive));
            case AlarmState alarm -> texts(Set.copyOf(alarm.levels()));
            case ReportState report -> texts(Set.of(report.id().unit()));
            case BriefingState _ -> Set.of();
        };
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

    public static Set<Integer> numbers(Set<TravellerNo> travellers) {
        return travellers.stream()
                .map(TravellerNo::number)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
