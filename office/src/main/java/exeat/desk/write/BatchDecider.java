package exeat.desk.write;

import exeat.casework.Lifecycle;
import exeat.casework.command.Actor;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Command;
import exeat.casework.command.Context;
import exeat.casework.command.DirectiveContext;
import exeat.casework.command.IssueClockCommand;
import exeat.casework.command.Rejection;
import exeat.casework.command.Response;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.EventStream;
import exeat.casework.event.IssueEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.state.BriefingState;
import exeat.casework.state.CaseState;
import exeat.casework.state.State;
import exeat.casework.state.VersionHistory;
import exeat.casework.value.StreamId;
import exeat.desk.base.ReferenceCodes;
import exeat.desk.codec.JsonCodec;
import exeat.desk.codec.PayloadSealing;
import exeat.desk.papers.PaperSealing;
import exeat.desk.projection.ErasurePlan;
import exeat.desk.projection.LoadedStream;
import exeat.desk.projection.Projections;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.prove.ProofReport;
import exeat.store.Memo;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.batch.BatchStore;
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
public final class BatchDecider {

    /** How long after a step its leaf is in the log at the latest. */
    private static final Duration IN_LOG = Duration.ofMinutes(1);

    private final Vault vault;
    private final DirectiveRegister register;
    private final Beginnings beginnings;
    private final PaperSealing sealing;
    private final Memo<Map<String, String>, Map<String, VersionHistory>> inForce = new Memo<>();
    private final Memo<Map<String, Set<String>>, Map<String, Set<AuthorityId>>> acknowledged =
            new Memo<>();

    BatchDecider(Vault vault, DirectiveRegister register, PaperSealing sealing) {
        this.vault = vault;
        this.register = register;
        this.sealing = sealing;
        this.beginnings = new Beginnings(register);
    }

    private static Map<String, VersionHistory> read(Map<String, String> tenures) {
        return tenures.entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, entry -> JsonCodec.tenure(entry.getValue())));
    }

    static BatchStore.LoadItem wanted(int ord, WriteJob job, StreamCache memory) {
        var stream = job.command().stream();
        return new BatchStore.LoadItem(
                ord,
                job.session(),
                stream.key(),
                EventStream.of(stream).stored(),
                job.key(),
                job.command() instanceof TravellerCommand.ClaimForAnother,
                erases(job.command()),
                memory.leaf(stream));
    }

    /** Whether it may erase, and has to know what there is. */
    private static boolean erases(Command command) {
        return command instanceof ArchiveCommand || command instanceof IssueClockCommand.EraseIssue;
    }

    public static OfficeException sessionEnded() {
        return new OfficeException(Code.SESSION_ENDED, "the session has ended");
    }

    /**
     * A batch to decide.
     *
     * @param memory from which {@link #wanted} named the known streams
     */
    Batch batch(Instant now, BatchStore.Batch loaded, StreamCache memory) {
        return new Batch(now, loaded, memory);
    }

    /** One batch; owned by the stripe that runs it. */
    final class Batch {

        private final Instant now;
        private final Map<Integer, BatchStore.Loaded> rows;
        private final Acknowledgements briefings;
        private final Map<String, VersionHistory> tenures = new HashMap<>();
        private final Map<String, LoadedStream> folded = new HashMap<>();
        private final Set<String> keys = new HashSet<>();
        private final StreamCache memory;

        private Batch(Instant now, BatchStore.Batch loaded, StreamCache memory) {
            this.memory = memory;
            this.now = now;
            this.rows = loaded.rows();
            this.briefings =
                    new Acknowledgements(
                            acknowledged.of(loaded.acknowledged(), Acknowledgements::read));
            tenures.putAll(inForce.of(loaded.tenures(), BatchDecider::read));
        }

        Decision decide(int ord, WriteJob job) {
            try {
                return decideOrBreak(ord, job);
            } catch (RuntimeException broken) {
                return new Decision.Broken(broken);
            }
        }

        private Decision decideOrBreak(int ord, WriteJob job) {
            var loaded = rows.get(ord);
            if (loaded == null) {
                throw new IllegalStateException("row " + ord + " of a batch was not loaded");
            }
            var who = loaded.who().orElse(null);
            if (who == null) {
                throw sessionEnded();
            }
            if (loaded.answered().isPresent()) {
                return new Decision.Replied(replay(job, loaded, loaded.answered().get(), who));
            }
            if (!keys.add(who.principal() + " " + job.key())) {
                return new Decision.Deferred();
            }
            // Found once: another stripe may evict it before it is needed.
            var remembered =
                    loaded.known()
                            ? memory.find(job.command().stream())
                            : Optional.<LoadedStream>empty();
            if (loaded.known()
                    && !folded.containsKey(job.command().stream().key())
                    && remembered.isEmpty()) {
                // Forgotten since it was named as known: then it is loaded.
                return new Decision.Deferred();
            }
            var stream = stream(job, loaded, who, remembered);
            if (stream.isEmpty()) {
                return beginnings.nowhere(job.command());
            }
            if (erases(job.command()) && folded.containsKey(job.command().stream().key())) {
                // What there is to erase was loaded before those steps.
                return new Decision.Deferred();
            }
            return respond(ord, job, who, stream.get());
        }

        private Decision respond(
                int ord, WriteJob job, BatchStore.SessionRow who, LoadedStream before) {
            var directive = before.directive();
            var context =
                    new Context(
                            before.time(now),
                            directive,
                            ActorResolver.of(who, directive, edition(directive), briefings),
                            briefings.units(directive.ref().id()),
                            ReferenceCodes.paper(),
                            force(job.command(), directive));
            long told = told(context.actor(), directive).of(before.state(), before.version());
            if (job.seen().isPresent() && job.seen().getAsLong() != told) {
                var changed = new Rejection(Rejection.Code.CHANGED, "version");
                return new Decision.Replied(new Reply.Rejected(changed));
            }
            return switch (Lifecycle.respond(before.state(), context, job.command())) {
                case Response.Rejected(var rejection) ->
                        new Decision.Replied(new Reply.Rejected(rejection));
                case Response.Accepted(var events) when events.isEmpty() ->
                        new Decision.Replied(nothing(job, told));
                case Response.Accepted(var events) ->
                        accept(ord, job, before, context, filled(ord, before, context, events));
            };
        }

        /**
         * What the rules cannot know: an erasure says over which steps it goes, a paper is sealed.
         */
        private List<Event> filled(
                int ord, LoadedStream before, Context context, List<Event> events) {
            var past = Objects.requireNonNull(rows.get(ord)).past();
            return sealing.sealed(events, before.state(), context.now()).stream()
                    .map(event ->
                            switch (event) {
                                case CaseEvent.Erased erased ->
                                        ErasurePlan.over(erased, past, before.key());
                                case IssueEvent.IssueErased erased ->
                                        ErasurePlan.over(erased, past);
                                default -> event;
                            })
                    .toList();
        }

        private DirectiveContext force(Command command, Directive directive) {
            var id = directive.ref().id();
            var today = now.atZone(directive.vocabulary().zone()).toLocalDate();
            var tenure = tenures.getOrDefault(id, VersionHistory.NONE);
            var proofs =
                    command instanceof BriefingCommand.PutInForce
                            ? register.knownProofs(directive.ref())
                            : Optional.<ProofReport>empty();
            var current = tenure.on(today).map(register::directive);
            return new DirectiveContext(
                    register.layers().standing(current.orElse(directive), tenures, now),
                    current,
                    proofs,
                    register.closed(directive, today),
                    register.layers().above(directive, tenures, now));
        }

        private String edition(Directive directive) {
            var today = now.atZone(directive.vocabulary().zone()).toLocalDate();
            return tenures.getOrDefault(directive.ref().id(), VersionHistory.NONE).edition(today);
        }

        private AuthorityTree tree(Directive directive) {
            var today = now.atZone(directive.vocabulary().zone()).toLocalDate();
            return directive.authorities().withClosed(register.closed(directive, today));
        }

        private Decision accept(
                int ord, WriteJob job, LoadedStream found, Context context, List<Event> events) {
            var before = found.withProjections();
            var id = job.command().stream();
            var at = context.now();
            var state = before.state();
            long version = before.version();
            for (var event : events) {
                version++;
                state =
                        Optional.of(
                                Lifecycle.evolve(state, new RecordedEvent(id, version, at, event)));
            }
            var directive = after(state, before.directive());
            var derived =
                    state.filter(CaseState.class::isInstance)
                            .map(c -> Projections.of((CaseState) c, directive, before.derived()));
            var after = new LoadedStream(state, version, at, directive, before.key(), derived);
            folded.put(id.key(), after);
            briefings.take(id, events);
            state.filter(BriefingState.class::isInstance)
                    .flatMap(briefing -> ((BriefingState) briefing).enactment())
                    .ifPresent(enactment -> tenures.put(directive.ref().id(), enactment.tenure()));
            var gone = ErasurePlan.of(id, before.key(), state, events, vault);
            var row = new RowBuilder(job, before, after, gone).row(ord, events, context.actor());
            var told =
                    ReplyRedaction.of(
                            events, context.actor(), state, directive, tree(directive), now);
            long sequence = told(context.actor(), directive).of(state, version);
            return new Decision.Decided(job, row, sequence, told, at.plus(IN_LOG), after);
        }

        private ToldVersion told(Actor actor, Directive directive) {
            return new ToldVersion(actor, directive, tree(directive), now);
        }

        /** A case may have moved to another version. */
        private Directive after(Optional<State> state, Directive before) {
            return state.orElseThrow() instanceof CaseState c && !c.directive().equals(before.ref())
                    ? register.directive(c.directive())
                    : before;
        }

        /** The stream to decide on; empty when it, or its directive, is not for this actor. */
        private Optional<LoadedStream> stream(
                WriteJob job,
                BatchStore.Loaded loaded,
                BatchStore.SessionRow who,
                Optional<LoadedStream> remembered) {
            var id = job.command().stream();
            var before = folded.get(id.key());
            if (before != null) {
                return loaded.mayWrite()
                        ? under(job.command(), Optional.of(before))
                        : Optional.empty();
            }
            if (loaded.known()) {
                return under(job.command(), remembered);
            }
            if (loaded.stored().isPresent()) {
                return under(job.command(), Optional.of(open(id, loaded.stored().get())));
            }
            return loaded.exists()
                    ? Optional.empty()
                    : beginnings
                            .directive(job.command(), who, tenures)
                            .map(directive ->
                                    new LoadedStream(
                                            Optional.empty(),
                                            0,
                                            now,
                                            directive,
                                            vault.newKey(id.key()),
                                            Optional.empty()));
        }

        /** Checks the version that the command names, if any. */
        private Optional<LoadedStream> under(Command command, Optional<LoadedStream> stream) {
            return command instanceof BriefingCommand.VersionCommand named
                    ? stream.flatMap(s ->
                            register.version(named.stream().directive(), named.version())
                                    .map(d ->
                                            new LoadedStream(
                                                    s.state(),
                                                    s.version(),
                                                    s.last(),
                                                    d,
                                                    s.key(),
                                                    s.derived())))
                    : stream;
        }

        private LoadedStream open(StreamId id, BatchStore.Stored stored) {
            var key = vault.unwrap(id.key(), stored.wrapped(), stored.travellerKeys());
            var state = PayloadSealing.state(key, stored.version(), stored.state());
            // A briefing, and reports, go on under the version of today; a case stays on its own.
            var directive =
                    switch (id) {
                        case StreamId.BriefingId briefing -> today(briefing.directive());
                        case StreamId.ReportId report -> today(report.directive());
                        case StreamId.CaseId _, StreamId.IssueId _, StreamId.AlarmId _ ->
                                register.directive(stored.directive());
                    };
            return new LoadedStream(
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

        /** Repeats an answer under today's rights: what has been hidden since stays hidden. */
        private Reply replay(
                WriteJob job,
                BatchStore.Loaded loaded,
                BatchStore.StoredReply answered,
                BatchStore.SessionRow who) {
            if (!answered.commandHash().equals(job.hash())) {
                return new Reply.KeyReused();
            }
            var id = job.command().stream();
            var key =
                    vault.unwrap(
                            id.key(), answered.wrapped().orElseThrow(), answered.travellerKeys());
            var events =
                    answered.payloads().stream()
                            .flatMap(p ->
                                    PayloadSealing.event(key, p.sequence(), p.sealed()).stream())
                            .map(opened -> JsonCodec.event(opened.plain()))
                            .toList();
            var stream = loaded.stored().map(stored -> open(id, stored));
            var told =
                    stream.map(LoadedStream::directive)
                            .or(() -> beginnings.directive(job.command(), who, tenures))
                            .map(d ->
                                    ReplyRedaction.of(
                                            events,
                                            ActorResolver.of(who, d, edition(d), briefings),
                                            stream.flatMap(LoadedStream::state),
                                            d,
                                            tree(d),
                                            now))
                            .orElseGet(() -> ReplyRedaction.acts(events));
            long sequence =
                    stream.map(s ->
                                    told(
                                                    ActorResolver.of(
                                                            who,
                                                            s.directive(),
                                                            edition(s.directive()),
                                                            briefings),
                                                    s.directive())
                                            .of(s.state(), answered.last()))
                            .orElse(answered.last());
            return new Reply.Done(
                    id, sequence, told, answered.leaf().hex(), answered.at().plus(IN_LOG));
        }

        /** Time passed and nothing was due: done, and nothing to remember. */
        private Reply nothing(WriteJob job, long told) {
            return new Reply.Done(job.command().stream(), told, List.of(), "", now);
        }
    }
}
