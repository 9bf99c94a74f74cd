package exeat.desk;

import exeat.casework.Access;
import exeat.casework.ClarifyingEvent;
import exeat.casework.Command;
import exeat.casework.Enactment;
import exeat.casework.Event;
import exeat.casework.Sight;
import exeat.casework.State;
import exeat.casework.State.AlarmState;
import exeat.casework.State.CaseState;
import exeat.casework.State.IssueState;
import exeat.casework.Tenure;
import exeat.casework.TravellerNo;
import exeat.oversight.Cells;
import exeat.rules.Authority;
import exeat.rules.AuthorityId;
import exeat.rules.Directive;
import exeat.rules.Limits;
import exeat.store.BatchStore;
import exeat.store.Bytes;
import exeat.store.ClarificationRow;
import exeat.store.Keys;
import exeat.store.Leaf;
import exeat.store.Vault;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a command came to, as the row that is written: sealed, with everything worked out of it. */
final class Rows {

    private static final int SALT = 16;

    private final Job job;
    private final Directive directive;
    private final Vault.StreamKey key;
    private final BatchStore.@Nullable Erase erase;
    private final Directive was;
    private final Limits were;
    private final Limits limits;
    private final Instant now;

    /**
     * Begins a row.
     *
     * @param was the version under which the stream was before, which can be another one
     * @param gone what an erasure takes with it, and the key under which the rest lies
     * @param now when its events happen
     */
    Rows(Job job, Directive was, Directive directive, Gone gone, Instant now) {
        this.job = job;
        this.was = was;
        this.were = was.limits();
        this.directive = directive;
        this.key = gone.key();
        this.erase = gone.erase();
        this.now = now;
        this.limits = directive.limits();
    }

    BatchStore.Row row(
            int ord,
            Optional<State> before,
            long version,
            State after,
            List<Event> events,
            Instant inLogBy) {
        var stream = job.command().stream();
        var ref = directive.ref();
        var tasks = after instanceof CaseState c ? Optional.of(new Tasks(c, limits)) : NONE;
        var work = Changes.of(before, were, after, tasks);
        return new BatchStore.Row(
                ord,
                job.session(),
                stream.key(),
                Deciding.kind(stream),
                version,
                job.key(),
                job.hash(),
                ref.id(),
                ref.version(),
                ref.hash(),
                after instanceof CaseState c ? c.holder().text() : null,
                after instanceof CaseState c ? c.application().number() : null,
                BatchStore.day(tasks.isPresent() ? tasks.flatMap(Tasks::due) : look(after, limits)),
                Sealing.state(key, version + events.size(), after),
                before.isEmpty() ? key.wrapped() : null,
                inLogBy.toString(),
                now.toString(),
                sealed(version, events),
                changedAuthorities(before, after),
                work.begun(),
                work.gone(),
                cells(before, after),
                secrets(),
                papers(events),
                briefedUnits(events),
                briefedOfficers(events),
                issues(after),
                tenures(after),
                signatures(events),
                travellerKeys(before, after),
                DutyRows.changed(after, events, limits.zone()),
                jumps(before, events),
                erase,
                alarms(after),
                clarifications(events));
    }

    /** The first day on which the clock must look at a stream. */
    static Optional<LocalDate> look(State state, Limits limits) {
        return switch (state) {
            case CaseState c -> new Tasks(c, limits).due();
            case State.ReportState report -> report.reports().look();
            case IssueState issue -> issue.look();
            case AlarmState _, State.BriefingState _ -> Optional.empty();
        };
    }

    /**
     * What is to do now and was not before, or was otherwise; and what is not any more.
     *
     * @param begun all of it where the file has another holder, who stands in every row
     */
    private record Changes(List<BatchStore.Work> begun, List<BatchStore.Work> gone) {

        static Changes of(Optional<State> before, Limits were, State after, Optional<Tasks> tasks) {
            var now = tasks.map(Tasks::rows).orElse(List.of());
            if (!(before.orElse(null) instanceof CaseState old)
                    || !(after instanceof CaseState c)) {
                return new Changes(now, List.of());
            }
            var was = new Tasks(old, were).rows();
            var places = now.stream().map(Changes::place).collect(Collectors.toSet());
            var gone = was.stream().filter(row -> !places.contains(place(row))).toList();
            return old.holder().equals(c.holder())
                    ? new Changes(now.stream().filter(row -> !was.contains(row)).toList(), gone)
                    : new Changes(now, gone);
        }

        private static List<Object> place(BatchStore.Work row) {
            return List.of(row.traveller(), row.queue(), row.task(), row.unit());
        }
    }

    /** Nothing where the same units see it as before; they are those of the version it is under. */
    private @Nullable Set<String> changedAuthorities(Optional<State> before, State after) {
        var now = authorities(after, directive);
        return before.isPresent() && authorities(before.get(), was).equals(now) ? null : now;
    }

    /** Only what changed: a new traveller, or one whom others may see whole from now on. */
    private List<BatchStore.TravellerKey> travellerKeys(Optional<State> before, State after) {
        if (!(after instanceof CaseState now)) {
            return List.of();
        }
        var was =
                before.map(CaseState.class::cast)
                        .map(CaseState::travellers)
                        .orElse(new java.util.TreeMap<>());
        var keys = new ArrayList<BatchStore.TravellerKey>();
        for (var traveller : now.travellers().values()) {
            var no = traveller.no();
            if (now.erasure(no).isPresent()) {
                continue;
            }
            var sight = Sight.of(now, traveller);
            var old =
                    Optional.ofNullable(was.get(no))
                            .map(t -> Sight.of((CaseState) before.orElseThrow(), t));
            if (key.isNew(no.number()) || !old.equals(Optional.of(sight))) {
                keys.add(
                        new BatchStore.TravellerKey(
                                no.number(),
                                key.wrapped(no.number()),
                                texts(sight.units()),
                                sight.parties().stream()
                                        .map(TravellerNo::number)
                                        .collect(Collectors.toCollection(TreeSet::new))));
            }
        }
        return keys;
    }

    private static Set<String> texts(Set<AuthorityId> units) {
        return units.stream().map(AuthorityId::text).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<BatchStore.Alarm> alarms(State after) {
        return after instanceof AlarmState alarm
                ? List.of(
                        new BatchStore.Alarm(
                                alarm.holder().text(),
                                alarm.answer().isEmpty(),
                                alarm.due().toString()))
                : List.of();
    }

    private static final Optional<Tasks> NONE = Optional.empty();

    private List<BatchStore.NewEvent> sealed(long version, List<Event> events) {
        var rows = new ArrayList<BatchStore.NewEvent>();
        for (var event : events) {
            long sequence = version + rows.size() + 1;
            var payload = Codec.write(event);
            var salt = Keys.random(SALT);
            rows.add(
                    new BatchStore.NewEvent(
                            TypeNames.of(event),
                            Leaf.payloadHash(salt, payload),
                            salt,
                            Sealing.event(key, sequence, event, payload)));
        }
        return rows;
    }

    /** The units that the row touches; whoever is none of them, nor above one, does not see it. */
    static Set<String> authorities(State after, Directive directive) {
        var units =
                switch (after) {
                    case CaseState c -> Access.of(c, directive.authorities());
                    case IssueState issue -> between(issue, directive);
                    case AlarmState alarm -> new TreeSet<>(alarm.levels());
                    case State.ReportState report -> new TreeSet<>(Set.of(report.id().unit()));
                    case State.BriefingState _ -> new TreeSet<AuthorityId>();
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

    private List<BatchStore.Cell> cells(Optional<State> before, State after) {
        if (!(after instanceof CaseState now)) {
            return List.of();
        }
        return Cells.changes(before.map(CaseState.class::cast), were, now, limits).stream()
                .map(change ->
                        new BatchStore.Cell(
                                change.cell().authority().text(),
                                change.cell().measure().name(),
                                change.cell().began().toString(),
                                BatchStore.day(change.cell().due()),
                                change.delta()))
                .toList();
    }

    private List<BatchStore.Secret> secrets() {
        return switch (job.command()) {
            case Command.Apply apply ->
                    apply.secretHashes().entrySet().stream()
                            .map(e -> secret(e.getKey().number(), e.getValue()))
                            .toList();
            case Command.IssueSecret issue ->
                    List.of(secret(issue.to().number(), issue.secretHash()));
            default -> List.of();
        };
    }

    private static BatchStore.Secret secret(int traveller, String hash) {
        return new BatchStore.Secret(traveller, Bytes.fromBase64(hash));
    }

    private static Set<String> papers(List<Event> events) {
        return events.stream()
                .filter(Event.Authorised.class::isInstance)
                .map(event -> ((Event.Authorised) event).number())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<BatchStore.BriefedUnit> briefedUnits(List<Event> events) {
        return events.stream()
                .filter(Event.UnitAcknowledged.class::isInstance)
                .map(event -> ((Event.UnitAcknowledged) event).unit().text())
                .map(unit -> new BatchStore.BriefedUnit(directive.ref().id(), unit))
                .toList();
    }

    private List<BatchStore.BriefedOfficer> briefedOfficers(List<Event> events) {
        return events.stream()
                .filter(Event.OfficerAcknowledged.class::isInstance)
                .map(Event.OfficerAcknowledged.class::cast)
                .map(read ->
                        new BatchStore.BriefedOfficer(
                                directive.ref().id(),
                                read.by().text(),
                                read.edition().orElse(Tenure.FIRST)))
                .toList();
    }

    /** Nothing where no version was put in force: what was in force before them stays so. */
    private List<BatchStore.Tenure> tenures(State after) {
        return after instanceof State.BriefingState briefing
                ? briefing.enactment().map(Enactment::tenure).stream()
                        .filter(tenure -> !tenure.versions().isEmpty())
                        .map(Codec::write)
                        .map(json -> new BatchStore.Tenure(directive.ref().id(), json))
                        .toList()
                : List.of();
    }

    private static List<BatchStore.Jump> jumps(Optional<State> before, List<Event> events) {
        int known =
                before.map(state -> state instanceof CaseState c ? c.kept().jumps().size() : 0)
                        .orElse(0);
        var jumps = new ArrayList<BatchStore.Jump>();
        for (var event : events) {
            if (event instanceof Event.Jumped j) {
                jumps.add(jump(known + jumps.size() + 1, j));
            }
        }
        return jumps;
    }

    static BatchStore.Jump jump(int place, Event.Jumped j) {
        return new BatchStore.Jump(
                place,
                j.traveller().number(),
                j.task(),
                j.unit().text(),
                j.by().text(),
                j.why().name());
    }

    private List<BatchStore.Signature> signatures(List<Event> events) {
        return events.stream()
                .filter(Event.RulesSigned.class::isInstance)
                .map(Event.RulesSigned.class::cast)
                .flatMap(signed -> signed.pairs().stream().map(pair -> signature(pair, signed)))
                .toList();
    }

    private BatchStore.Signature signature(String pair, Event.RulesSigned signed) {
        return new BatchStore.Signature(
                directive.ref().id(), pair, signed.by().text(), now.toString());
    }

    private List<ClarificationRow> clarifications(List<Event> events) {
        return events.stream()
                .filter(ClarifyingEvent.Clarified.class::isInstance)
                .map(ClarifyingEvent.Clarified.class::cast)
                .map(c ->
                        new ClarificationRow(
                                directive.ref().id(),
                                c.number(),
                                c.version().hash(),
                                c.paragraph(),
                                c.rules(),
                                c.text(),
                                now.toString()))
                .toList();
    }

    private static List<BatchStore.Issue> issues(State after) {
        return after instanceof IssueState issue
                ? List.of(
                        new BatchStore.Issue(
                                issue.raisedBy().text(),
                                issue.holder().text(),
                                issue.answer().isEmpty()))
                : List.of();
    }
}
