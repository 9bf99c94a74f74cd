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
import exeat.store.rows.FigureStore;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
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
    private final FigureStore figures;
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
        var figures = new FigureStore(in.database());
        return new SituationReports(reading, figures, register, sources, in.clock());
    }

    SituationReports(
            SessionReader reading,
            FigureStore figures,
            DirectiveRegister register,
            List<AlarmSource> sources,
            InstantSource clock) {
        this.reading = reading;
        this.figures = figures;
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
        var wanted = wanted(directive, authority, reading.today(directive));
        var sums = read(() -> figures.sums(eyes, wanted));
        return report(directive, authority, wanted.day(), sums, exact);
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
     * @param sharing other directives that have the unit
     */
    public record Overview(
            SituationReport report,
            AuthorityId own,
            List<Authority> path,
            List<Authority> below,
            List<Authority> siblings,
            Optional<Situation> beside,
            List<Alarm> alarms,
            Sharing sharing) {
        public Overview {
            path = List.copyOf(path);
            below = List.copyOf(below);
            siblings = List.copyOf(siblings);
            alarms = List.copyOf(alarms);
        }
    }

    /**
     * The directives beside that of the session which have a unit.
     *
     * @param readable those of them whose figures of the unit the reader may see too, by a mandate
     *     of their own
     * @param others the rest
     */
    public record Sharing(List<Directive> readable, List<Directive> others) {

        /** Where no other directive has the unit. */
        public static final Sharing NONE = new Sharing(List.of(), List.of());

        public Sharing {
            readable = List.copyOf(readable);
            others = List.copyOf(others);
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
                alarms(session, directive, Mandate.scope(tree, authority)),
                sharing(directive, authority, held(session, directive, authority)));
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
        var wanted =
                new FigureStore.Wanted(
                        directive.ref().id(), List.copyOf(units), day, CounterSum.before(day));
        var sums = read(() -> figures.whole(wanted));
        return Situation.of(tree, area, sums, Map.of(), day, Set.of());
    }

    private List<Alarm> alarms(Session session, Directive directive, Set<AuthorityId> units) {
        var now = clock.instant();
        return sources.stream()
                .flatMap(source -> source.alarms(session, directive, units, now).stream())
                .sorted(Comparator.comparing(Alarm::since).thenComparing(Alarm::unit))
                .toList();
    }

    /**
     * What several directives have at one authority.
     *
     * @param parts each directive's, as its own report shows it to this reader; first the session's
     * @param sum what they come to
     * @param others directives that have the unit and are not in the sum
     */
    public record Together(
            List<SituationReport> parts, SituationReport sum, List<Directive> others) {
        public Together {
            parts = List.copyOf(parts);
            others = List.copyOf(others);
        }
    }

    /**
     * The situation under all directives of which the officer has a mandate that sees the
     * authority, as their reports go on in files: without any small figure.
     *
     * @throws OfficeException {@link Code#NOT_ALLOWED} as {@link #situation}, and where there are
     *     not two
     */
    public Together together(Session session, AuthorityId authority) {
        return together(session, authority, false);
    }

    /** The joint report as the officer sees it on a page: figures of their own unit as they are. */
    public Together togetherOnPage(Session session, AuthorityId authority) {
        return together(session, authority, true);
    }

    private Together together(Session session, AuthorityId authority, boolean onPage) {
        var directive = directive(session);
        var held = held(session, directive, authority);
        var sharing = sharing(directive, authority, held);
        if (sharing.readable().isEmpty()) {
            throw new OfficeException(
                    Code.NOT_ALLOWED, "no mandates of several directives at " + authority);
        }
        var eyes = reading.eyes(session);
        var day = reading.today(directive);
        var parts = new ArrayList<SituationReport>();
        parts.add(situation(session, authority, own(held, directive, onPage)));
        for (var other : sharing.readable()) {
            var sums = read(() -> figures.shared(eyes, wanted(other, authority, day)));
            parts.add(report(other, authority, day, sums, own(held, other, onPage)));
        }
        return together(parts, sharing.others());
    }

    private static Set<AuthorityId> own(
            Map<String, AuthorityId> held, Directive directive, boolean onPage) {
        var unit = Optional.ofNullable(held.get(directive.ref().id()));
        return unit.filter(_ -> onPage).map(Set::of).orElse(Set.of());
    }

    private static Together together(List<SituationReport> parts, List<Directive> others) {
        var sum =
                new SituationReport(
                        Situation.together(parts.stream().map(SituationReport::situation).toList()),
                        parts.stream().map(part -> part.directives().getFirst()).toList(),
                        parts.getFirst().at());
        return new Together(parts, sum, others);
    }

    /**
     * By directive, the unit of the officer's own mandate by which they see this one; nothing for a
     * stand-in, and not asked where no other directive has the unit.
     */
    private Map<String, AuthorityId> held(
            Session session, Directive directive, AuthorityId authority) {
        if (sharing(directive, authority).isEmpty()) {
            return Map.of();
        }
        var eyes = reading.eyes(session);
        var held = new HashMap<String, AuthorityId>();
        StoreCalls.get(() -> figures.mandates(eyes, authority.text()))
                .forEach(one -> held.put(one.directive(), new AuthorityId(one.unit())));
        return held.containsKey(directive.ref().id()) ? held : Map.of();
    }

    private Sharing sharing(
            Directive directive, AuthorityId authority, Map<String, AuthorityId> held) {
        var readable = new ArrayList<Directive>();
        var others = new ArrayList<Directive>();
        for (var other : sharing(directive, authority)) {
            (held.containsKey(other.ref().id()) ? readable : others).add(other);
        }
        return new Sharing(readable, others);
    }

    /** The other directives that have the unit. */
    private List<Directive> sharing(Directive directive, AuthorityId authority) {
        return register.covering(authority).stream()
                .filter(other -> !other.ref().id().equals(directive.ref().id()))
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
        return forOperator(directive, authority, reading.today(directive));
    }

    /**
     * The report of all directives that have the authority, added up.
     *
     * @throws OfficeException {@link Code#NOT_FOUND} when none has it
     */
    public SituationReport togetherForOperator(AuthorityId authority) {
        var directives = register.covering(authority);
        if (directives.isEmpty()) {
            throw new OfficeException(Code.NOT_FOUND, "no directive here has a unit " + authority);
        }
        var day = reading.today(directives.getFirst());
        var parts = directives.stream().map(one -> forOperator(one, authority, day)).toList();
        return together(parts, List.of()).sum();
    }

    private SituationReport forOperator(Directive directive, AuthorityId authority, LocalDate day) {
        var sums = read(() -> figures.whole(wanted(directive, authority, day)));
        return report(directive, authority, day, sums, Set.of());
    }

    private Directive directive(Session session) {
        return register.directive(session.directive())
                .orElseThrow(() ->
                        new OfficeException(Code.NOT_ALLOWED, "only officers may see reports"));
    }

    private static FigureStore.Wanted wanted(
            Directive directive, AuthorityId authority, LocalDate day) {
        var units =
                Mandate.scope(directive.authorities(), authority).stream()
                        .map(AuthorityId::text)
                        .toList();
        return new FigureStore.Wanted(directive.ref().id(), units, day, CounterSum.before(day));
    }

    private SituationReport report(
            Directive directive,
            AuthorityId authority,
            LocalDate day,
            List<CounterSum> sums,
            Set<AuthorityId> exact) {
        var open = new HashMap<AuthorityId, Long>();
        StoreCalls.get(() -> figures.openIssues(directive.ref().id()))
                .forEach((unit, n) -> open.put(new AuthorityId(unit), n));
        var at = clock.instant().atZone(directive.limits().zone());
        return new SituationReport(
                Situation.of(directive.authorities(), authority, sums, open, day, exact),
                List.of(directive),
                Optional.of(at));
    }

    /** Without figures there is no report: one of zeros would be false, and might be sent. */
    private List<CounterSum> read(StoreCalls.Call<List<FigureStore.Sum>> sums) {
        var found = StoreCalls.get(sums);
        if (found.isEmpty() && !StoreCalls.get(figures::isCounted)) {
            throw new OfficeException(
                    Code.DATABASE_UNFIT,
                    "the figures of this database are not counted by directive: run exeat rebuild");
        }
        return found.stream()
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
