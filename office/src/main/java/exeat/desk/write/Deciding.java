package exeat.desk.write;

import exeat.casework.command.AlarmCommand;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.IssueCommand;
import exeat.casework.command.ReportCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Recorded;

import exeat.desk.base.Words;
import exeat.desk.codec.Codec;
import exeat.desk.codec.Sealing;
import exeat.desk.projection.Derived;
import exeat.desk.projection.Folded;
import exeat.desk.projection.Gone;
import exeat.desk.register.Register;

import exeat.casework.command.Command;
import exeat.casework.command.Context;
import exeat.casework.event.Event;
import exeat.casework.command.Force;
import exeat.casework.command.IssueClock;
import exeat.casework.event.IssueEvent;
import exeat.casework.Lifecycle;
import exeat.casework.command.Rejection;
import exeat.casework.command.Response;
import exeat.casework.state.State;
import exeat.casework.state.BriefingState;
import exeat.casework.state.CaseState;
import exeat.casework.value.StreamId;
import exeat.casework.state.Tenure;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.Directive;
import exeat.rules.prove.ProofReport;
import exeat.store.batch.BatchStore;
import exeat.store.Bytes;
import exeat.store.Latest;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Vault;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides the commands of one batch, in order: each sees what those before it on the same stream
 * came to, as if they were written. They are not yet; where one of them is not taken, those after
 * it are not either, and are decided again.
 */
public final class Deciding {

    /** The time by which a leaf is in the log. */
    private static final Duration IN_LOG = Duration.ofMinutes(1);

    private final Vault vault;
    private final Register register;
    private final Latest<Map<String, String>, Map<String, Tenure>> inForce = new Latest<>();

    Deciding(Vault vault, Register register) {
        this.vault = vault;
        this.register = register;
    }

    private static Map<String, Tenure> read(Map<String, String> tenures) {
        return tenures.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> Codec.tenure(entry.getValue())));
    }

    /** What came of one command. */
    sealed interface Decision {}

    /** Nothing is to be written. */
    record Answer(Reply reply) implements Decision {}

    /** It broke; alone, as it should. */
    record Broken(RuntimeException why) implements Decision {}

    /** The same key is in this batch already: it waits for that answer. */
    record Later() implements Decision {}

    /** This is to be written, and then answered. */
    record Decided(
            Job job, BatchStore.Row row, int count, List<Event> told, Instant inLogBy, Folded after)
            implements Decision {

        boolean isNew() {
            return row.expected() == 0;
        }

        Reply done(Bytes leaf) {
            return new Reply.Done(
                    job.command().stream(), row.expected() + count, told, leaf.hex(), inLogBy);
        }
    }

    static BatchStore.Wanted wanted(int ord, Job job, Memory memory) {
        var stream = job.command().stream();
        return new BatchStore.Wanted(
                ord,
                job.session(),
                stream.key(),
                kind(stream),
                job.key(),
                job.command() instanceof TravellerCommand.ClaimProtection,
                erases(job.command()),
                memory.leaf(stream));
    }

    /** Whether it may erase, and has to know what there is. */
    private static boolean erases(Command command) {
        return command instanceof ArchiveCommand
                || command instanceof IssueClock.EraseIssue;
    }

    static String kind(StreamId stream) {
        return switch (stream) {
            case StreamId.CaseId _ -> "case";
            case StreamId.BriefingId _ -> "briefing";
            case StreamId.IssueId _ -> "issue";
            case StreamId.AlarmId _ -> "alarm";
            case StreamId.ReportId _ -> "report";
        };
    }

    public static OfficeException sessionEnded() {
        return new OfficeException(Code.SESSION_ENDED, "the session has ended");
    }

    /**
     * A batch to decide.
     *
     * @param memory from which {@link #wanted} named what is known
     */
    Batch batch(Instant now, BatchStore.Batch loaded, Memory memory) {
        return new Batch(now, loaded, memory);
    }

    /** One batch; owned by the stripe that runs it. */
    final class Batch {

        private final Instant now;
        private final Map<Integer, BatchStore.Loaded> rows;
        private final Briefings briefings;
        private final Map<String, Tenure> tenures = new HashMap<>();
        private final Map<String, Folded> folded = new HashMap<>();
        private final Set<String> keys = new HashSet<>();
        private final Memory memory;

        private Batch(Instant now, BatchStore.Batch loaded, Memory memory) {
            this.memory = memory;
            this.now = now;
            this.rows = loaded.rows();
            this.briefings = new Briefings(loaded.acknowledged());
            tenures.putAll(inForce.of(loaded.tenures(), Deciding::read));
        }

        Decision decide(int ord, Job job) {
            try {
                return decideOrBreak(ord, job);
            } catch (RuntimeException broken) {
                return new Broken(broken);
            }
        }

        private Decision decideOrBreak(int ord, Job job) {
            var loaded = rows.get(ord);
            if (loaded == null) {
                throw new IllegalStateException("row " + ord + " of a batch was not loaded");
            }
            var who = loaded.who().orElse(null);
            if (who == null) {
                throw sessionEnded();
            }
            if (loaded.answered().isPresent()) {
                return new Answer(replay(job, loaded, loaded.answered().get(), who));
            }
            if (!keys.add(who.principal() + " " + job.key())) {
                return new Later();
            }
            if (loaded.known()
                    && !folded.containsKey(job.command().stream().key())
                    && memory.find(job.command().stream()).isEmpty()) {
                // Forgotten since it was named as known: then it is loaded.
                return new Later();
            }
            var stream = stream(job, loaded, who);
            if (stream.isEmpty()) {
                return nowhere(job.command());
            }
            if (erases(job.command()) && folded.containsKey(job.command().stream().key())) {
                // What there is to erase was loaded before those steps.
                return new Later();
            }
            return respond(ord, job, who, stream.get());
        }

        private Decision respond(int ord, Job job, BatchStore.Who who, Folded before) {
            if (job.seen().isPresent() && job.seen().getAsLong() != before.version()) {
                var changed = new Rejection(Rejection.Code.CHANGED, "version");
                return new Answer(new Reply.Rejected(changed));
            }
            var directive = before.directive();
            var context =
                    new Context(
                            before.time(now),
                            directive,
                            Actors.of(who, directive, edition(directive), briefings),
                            briefings.units(directive.ref().id()),
                            Words.paper(),
                            force(job.command(), directive));
            return switch (Lifecycle.respond(before.state(), context, job.command())) {
                case Response.Rejected(var rejection) -> new Answer(new Reply.Rejected(rejection));
                case Response.Accepted(var events) when events.isEmpty() ->
                        new Answer(nothing(job, before));
                case Response.Accepted(var events) ->
                        accept(ord, job, before, context, over(ord, before, events));
            };
        }

        /** An erasure says over which steps it goes. */
        private List<Event> over(int ord, Folded before, List<Event> events) {
            var past = Objects.requireNonNull(rows.get(ord)).past();
            return events.stream()
                    .map(event ->
                            switch (event) {
                                case CaseEvent.Erased erased -> Gone.over(erased, past, before.key());
                                case IssueEvent.IssueErased erased -> Gone.over(erased, past);
                                default -> event;
                            })
                    .toList();
        }

        private Force force(Command command, Directive directive) {
            var id = directive.ref().id();
            var today = now.atZone(directive.vocabulary().zone()).toLocalDate();
            var tenure = tenures.getOrDefault(id, Tenure.NONE);
            var proofs =
                    command instanceof BriefingCommand.PutInForce
                            ? register.knownProofs(directive.ref())
                            : Optional.<ProofReport>empty();
            return new Force(
                    tenure.standing(today),
                    tenure.on(today).map(register::directive),
                    proofs,
                    tenure.closed(today));
        }

        private String edition(Directive directive) {
            var today = now.atZone(directive.vocabulary().zone()).toLocalDate();
            return tenures.getOrDefault(directive.ref().id(), Tenure.NONE).edition(today);
        }

        private AuthorityTree tree(Directive directive) {
            var today = now.atZone(directive.vocabulary().zone()).toLocalDate();
            var tenure = tenures.getOrDefault(directive.ref().id(), Tenure.NONE);
            return directive.authorities().closing(tenure.closed(today));
        }

        private Decision accept(
                int ord, Job job, Folded found, Context context, List<Event> events) {
            var before = found.worked();
            var id = job.command().stream();
            var at = context.now();
            var state = before.state();
            long version = before.version();
            for (var event : events) {
                version++;
                state =
                        Optional.of(
                                Lifecycle.evolve(
                                        state, new Recorded(id, version, at, event)));
            }
            var directive = after(state, before.directive());
            var derived =
                    state.filter(CaseState.class::isInstance)
                            .map(c -> Derived.of((CaseState) c, directive, before.derived()));
            var after = new Folded(state, version, at, directive, before.key(), derived);
            folded.put(id.key(), after);
            briefings.take(id, events);
            state.filter(BriefingState.class::isInstance)
                    .flatMap(briefing -> ((BriefingState) briefing).enactment())
                    .ifPresent(enactment -> tenures.put(directive.ref().id(), enactment.tenure()));
            var gone = Gone.of(id, before.key(), state, events, vault);
            var row = new Rows(job, before, after, gone).row(ord, events, now.plus(IN_LOG));
            var told = Told.of(events, context.actor(), state, directive, tree(directive), now);
            return new Decided(job, row, events.size(), told, now.plus(IN_LOG), after);
        }

        /** A case may have moved to another version. */
        private Directive after(Optional<State> state, Directive before) {
            return state.orElseThrow() instanceof CaseState c && !c.directive().equals(before.ref())
                    ? register.directive(c.directive())
                    : before;
        }

        /** The stream to decide on; empty when it, or its directive, is not for this actor. */
        private Optional<Folded> stream(Job job, BatchStore.Loaded loaded, BatchStore.Who who) {
            var id = job.command().stream();
            var before = folded.get(id.key());
            if (before != null) {
                return loaded.mayWrite()
                        ? under(job.command(), Optional.of(before))
                        : Optional.empty();
            }
            if (loaded.known()) {
                return under(job.command(), memory.find(id));
            }
            if (loaded.stored().isPresent()) {
                return under(job.command(), Optional.of(open(id, loaded.stored().get())));
            }
            return loaded.exists()
                    ? Optional.empty()
                    : directive(job.command(), who, tenures)
                            .map(directive ->
                                    new Folded(
                                            Optional.empty(),
                                            0,
                                            now,
                                            directive,
                                            vault.newKey(id.key()),
                                            Optional.empty()));
        }

        /** With the version that the command names, where it names one. */
        private Optional<Folded> under(Command command, Optional<Folded> stream) {
            return command instanceof BriefingCommand.VersionCommand named
                    ? stream.flatMap(s ->
                            register.version(named.stream().directive(), named.version())
                                    .map(d ->
                                            new Folded(
                                                    s.state(),
                                                    s.version(),
                                                    s.last(),
                                                    d,
                                                    s.key(),
                                                    s.derived())))
                    : stream;
        }

        private Folded open(StreamId id, BatchStore.Stored stored) {
            var key = vault.unwrap(id.key(), stored.wrapped(), stored.travellerKeys());
            var state = Sealing.state(key, stored.version(), stored.state());
            // A briefing, and reports, go on under the version of today; a case stays on its own.
            var directive =
                    switch (id) {
                        case StreamId.BriefingId briefing -> today(briefing.directive());
                        case StreamId.ReportId report -> today(report.directive());
                        case StreamId.CaseId _, StreamId.IssueId _, StreamId.AlarmId _ ->
                                register.directive(stored.directive());
                    };
            return new Folded(
                    Optional.of(state),
                    stored.version(),
                    stored.last(),
                    directive,
                    key,
                    Optional.empty());
        }

        private Directive today(String id) {
            return register.directive(id, tenures).orElseThrow();
        }

        /** Told again with the eyes of today: what is hidden since stays hidden. */
        private Reply replay(
                Job job,
                BatchStore.Loaded loaded,
                BatchStore.Answered answered,
                BatchStore.Who who) {
            if (!answered.commandHash().equals(job.hash())) {
                return new Reply.KeyReused();
            }
            var id = job.command().stream();
            var key =
                    vault.unwrap(
                            id.key(), answered.wrapped().orElseThrow(), answered.travellerKeys());
            var events =
                    answered.payloads().stream()
                            .flatMap(p -> Sealing.event(key, p.sequence(), p.sealed()).stream())
                            .map(opened -> Codec.event(opened.plain()))
                            .toList();
            var stream = loaded.stored().map(stored -> open(id, stored));
            var told =
                    stream.map(Folded::directive)
                            .or(() -> directive(job.command(), who, tenures))
                            .map(d ->
                                    Told.of(
                                            events,
                                            Actors.of(who, d, edition(d), briefings),
                                            stream.flatMap(Folded::state),
                                            d,
                                            tree(d),
                                            now))
                            .orElseGet(() -> Told.acts(events));
            return new Reply.Done(
                    id, answered.last(), told, answered.leaf().hex(), answered.inLogBy());
        }

        /** Time passed and nothing was due: done, and nothing to remember. */
        private Reply nothing(Job job, Folded before) {
            return new Reply.Done(job.command().stream(), before.version(), List.of(), "", now);
        }
    }

    /** No such stream for this actor; or an application from a place that no directive knows. */
    private static Decision nowhere(Command command) {
        var rejection =
                command instanceof CaseCommand.Apply
                        ? new Rejection(Rejection.Code.BAD_VALUE, "travellers[1].residence")
                        : new Rejection(Rejection.Code.NOT_FOUND, "stream");
        return new Answer(new Reply.Rejected(rejection));
    }

    /** The directive of a stream that begins: of the place, of the name, or of the officer. */
    private Optional<Directive> directive(
            Command command, BatchStore.Who who, Map<String, Tenure> tenures) {
        return switch (command) {
            case CaseCommand.Apply apply ->
                    register.covering(
                            apply.application().travellers().getFirst().residence(), tenures);
            case BriefingCommand.VersionCommand named ->
                    register.version(named.stream().directive(), named.version());
            case BriefingCommand briefing ->
                    register.directive(briefing.stream().directive(), tenures);
            case AlarmCommand.RaiseAlarm raise -> register.directive(raise.directive(), tenures);
            case AlarmCommand _ -> Optional.empty();
            case ReportCommand report ->
                    register.directive(report.stream().directive(), tenures);
            case IssueCommand.RaiseOwnIssue own -> Optional.of(register.directive(own.directive()));
            case IssueClock.RaiseDisagreement of -> Optional.of(register.directive(of.directive()));
            case IssueCommand _ -> register.directive(who.directive(), tenures);
            case CaseCommand _ -> Optional.empty();
        };
    }
}
