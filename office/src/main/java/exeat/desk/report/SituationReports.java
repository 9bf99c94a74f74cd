package exeat.desk.report;

import exeat.casework.access.Mandate;
import exeat.casework.command.Actor;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.register.SessionReader;
import exeat.oversight.Alarm;
import exeat.oversight.CounterSum;
import exeat.oversight.Measure;
import exeat.oversight.ReportingHierarchy;
import exeat.oversight.Situation;
import exeat.rules.Directive;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredWord;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.rows.ReadStore;
import exeat.store.rows.RegisterStore;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The situation, for an authority and everything below it. Figures come from the counters of cases
 * and from nowhere else. Small ones are hidden from everybody but the unit that has the files.
 */
public final class SituationReports {

    private final SessionReader reading;
    private final RegisterStore clerk;
    private final DirectiveRegister register;
    private final List<AlarmSource> sources;
    private final InstantSource clock;

    /** With whatever finds what a level must act on. */
    public static SituationReports of(
            Infrastructure in,
            SessionReader reading,
            DirectiveRegister register,
            Alarms alarms,
            SentReports sent) {
        var sources =
                List.of(
                        alarms,
                        sent,
                        new LateIssueAlarms(reading),
                        new UnreadAlarms(register),
                        new LayerAlarms(register));
        var clerk = new RegisterStore(in.database());
        return new SituationReports(reading, clerk, register, sources, in.clock());
    }

    SituationReports(
            SessionReader reading,
            RegisterStore clerk,
            DirectiveRegister register,
            List<AlarmSource> sources,
            InstantSource clock) {
        this.reading = reading;
        this.clerk = clerk;
        this.register = register;
        this.sources = List.copyOf(sources);
        this.clock = clock;
    }

    /**
     * The situation now as it goes on in files: without any small figure.
     *
     * @throws OfficeException {@link Code#NOT_ALLOWED} when the authority is not in the officer's
     *     scope
     */
    public SituationReport situation(Session session, AuthorityId authority) {
        return situation(session, authority, Set.of());
    }

    private SituationReport situation(
            Session session, AuthorityId authority, Set<AuthorityId> exact) {
        var eyes = reading.eyes(session);
        if (!StoreCalls.get(() -> reading.store().scope(eyes)).contains(authority.text())) {
            throw new OfficeException(
                    Code.NOT_ALLOWED, "outside the scope of this session: " + authority);
        }
        var directive = directive(session);
        var units = units(directive, authority);
        var day = reading.today(directive);
        var sums =
                StoreCalls.get(
                        () -> reading.store().sums(eyes, units, day, CounterSum.before(day)));
        return report(directive, authority, day, sums, exact);
    }

    /**
     * An authority's page.
     *
     * @param report with the exact figures of the reader's own unit
     * @param own the reader's unit
     * @param path from this authority upward, as far as the reader may see
     * @param below the units directly below
     * @param siblings units of the same kind in neighbouring areas; empty if there are none
     * @param beside the figures of the siblings, small ones hidden
     * @param alarms points that need action, oldest first
     */
    public record Overview(
            SituationReport report,
            AuthorityId own,
            List<Authority> path,
            List<Authority> below,
            List<Authority> siblings,
            Optional<Situation> beside,
            List<Alarm> alarms) {
        public Overview {
            path = List.copyOf(path);
            below = List.copyOf(below);
            siblings = List.copyOf(siblings);
            alarms = List.copyOf(alarms);
        }
    }

    /**
     * The situation now, as an officer sees it on the authority's page.
     *
     * @throws OfficeException {@link Code#NOT_ALLOWED} as {@link #situation}
     */
    public Overview overview(Session session, AuthorityId authority) {
        if (!(session.actor() instanceof Actor.Officer officer)) {
            throw new OfficeException(Code.NOT_ALLOWED, "only officers may see reports");
        }
        var own = officer.unit();
        var report = situation(session, authority, Set.of(own));
        var directive = directive(session);
        var tree = directive.authorities();
        var siblings = ReportingHierarchy.siblings(tree, authority);
        var shown = report.situation().units().keySet();
        return new Overview(
                report,
                own,
                ReportingHierarchy.path(tree, authority, own),
                ReportingHierarchy.below(tree, authority).stream()
                        .filter(unit -> shown.contains(unit.id()))
                        .toList(),
                siblings,
                siblings.size() > 1 ? Optional.of(beside(directive, siblings)) : Optional.empty(),
                alarms(session, directive, Mandate.scope(tree, authority)));
    }

    /**
     * Comparisons include neighbouring units whose cases the reader may not see, so small figures
     * are never shown.
     */
    private Situation beside(Directive directive, List<Authority> siblings) {
        var tree = directive.authorities();
        var area = tree.parent(siblings.getFirst().place()).orElse(tree.root()).id();
        var units = new TreeSet<String>();
        siblings.forEach(
                unit -> Mandate.scope(tree, unit.id()).forEach(id -> units.add(id.text())));
        var day = reading.today(directive);
        var sums =
                StoreCalls.get(() -> clerk.sums(List.copyOf(units), day, CounterSum.before(day)));
        return Situation.of(tree, area, read(sums), Map.of(), day, Set.of());
    }

    private List<Alarm> alarms(Session session, Directive directive, Set<AuthorityId> units) {
        var now = clock.instant();
        return sources.stream()
                .flatMap(source -> source.alarms(session, directive, units, now).stream())
                .sorted(Comparator.comparing(Alarm::since).thenComparing(Alarm::unit))
                .toList();
    }

    /**
     * The current situation for the machine's operator, who holds its keys: the same as for an
     * officer of the authority's committee.
     *
     * @param named the directive; empty where the authority says enough
     * @throws OfficeException as {@link DirectiveRegister#covering(AuthorityId, Optional)}
     */
    public SituationReport situationForOperator(AuthorityId authority, Optional<String> named) {
        var directive = register.covering(authority, named);
        var units = units(directive, authority);
        var day = reading.today(directive);
        var sums = StoreCalls.get(() -> clerk.sums(units, day, CounterSum.before(day)));
        return report(directive, authority, day, sums, Set.of());
    }

    private Directive directive(Session session) {
        return register.directive(session.directive())
                .orElseThrow(() ->
                        new OfficeException(Code.NOT_ALLOWED, "only officers may see reports"));
    }

    private static List<String> units(Directive directive, AuthorityId authority) {
        return Mandate.scope(directive.authorities(), authority).stream()
                .map(AuthorityId::text)
                .toList();
    }

    private SituationReport report(
            Directive directive,
            AuthorityId authority,
            LocalDate day,
            List<ReadStore.Sum> sums,
            Set<AuthorityId> exact) {
        var open = new HashMap<AuthorityId, Long>();
        StoreCalls.get(clerk::openIssues).forEach((unit, n) -> open.put(new AuthorityId(unit), n));
        var tree = directive.authorities();
        var at = clock.instant().atZone(directive.limits().zone());
        return new SituationReport(
                Situation.of(tree, authority, read(sums), open, day, exact), tree, Optional.of(at));
    }

    private static List<CounterSum> read(List<ReadStore.Sum> rows) {
        return rows.stream()
                .map(row ->
                        new CounterSum(
                                new AuthorityId(row.authority()),
                                StoredWord.of(Measure.class, row.measure()),
                                row.week(),
                                row.age(),
                                row.late(),
                                row.n()))
                .toList();
    }
}
