package exeat.desk.auth;

import exeat.casework.command.Actor;
import exeat.casework.command.Check;
import exeat.casework.command.Rejection;
import exeat.casework.decide.UnitRules;
import exeat.casework.state.UnitRegister;
import exeat.casework.value.OfficerId;
import exeat.casework.value.UnitChange;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.base.StoreCalls;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.register.Units;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.rows.AdministrationStore.Asking;
import exeat.store.rows.UnitStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What administrators do with the office's units: one proposes a change, and it is made when
 * another agrees. See decision 196.
 */
public final class UnitAdministration {

    private static final System.Logger LOG = System.getLogger(UnitAdministration.class.getName());

    private final UnitStore store;
    private final UnitLoad load;
    private final DirectiveRegister register;
    private final Runnable handOver;
    private final InstantSource clock;

    /**
     * The administration of an office's units.
     *
     * @param handOver hands over what units have that close today, as far as it gets at once
     */
    public static UnitAdministration of(
            Infrastructure in, DirectiveRegister register, Runnable handOver) {
        return new UnitAdministration(in, register, handOver);
    }

    private UnitAdministration(Infrastructure in, DirectiveRegister register, Runnable handOver) {
        this.store = new UnitStore(in.database());
        this.load = new UnitLoad(in.database());
        this.register = register;
        this.handOver = handOver;
        this.clock = in.clock();
    }

    /**
     * A proposal.
     *
     * @param closedBy who agreed, declined or withdrew it; empty if nobody did
     */
    public record Proposal(
            long id,
            UnitChange change,
            String reason,
            OfficerId by,
            Instant at,
            ProposalState state,
            Optional<OfficerId> closedBy,
            Optional<Instant> closed) {}

    /** Why something was not done; a rule of the register gives its own {@link Rejection}. */
    public enum Refusal {
        /** They proposed it themselves. */
        OWN,
        /** Something is proposed for the unit already. */
        WAITING,
        /** There is no such unit. */
        UNKNOWN,
        /** It does not wait any more. */
        GONE,
        /** Another change was made meanwhile; look again. */
        CHANGED,
        /** Twenty proposals of this administrator wait already. */
        MANY,
        /** No stored directive lets this unit go there. */
        MISPLACED
    }

    /**
     * What came of an act.
     *
     * @param proposal its number; 0 if there is none
     * @param refused empty if it was done, or if a rule forbids it
     * @param rule why the change is not possible; empty if it is
     */
    public record Came(long proposal, Optional<Refusal> refused, Optional<Rejection> rule) {

        public boolean done() {
            return refused.isEmpty() && rule.isEmpty();
        }
    }

    private static Came done(long proposal) {
        return new Came(proposal, Optional.empty(), Optional.empty());
    }

    private static Came refused(String came) {
        var why =
                switch (came) {
                    case "own" -> Refusal.OWN;
                    case "waiting" -> Refusal.WAITING;
                    case "unknown" -> Refusal.UNKNOWN;
                    case "gone" -> Refusal.GONE;
                    case "changed" -> Refusal.CHANGED;
                    case "many" -> Refusal.MANY;
                    case "misplaced" -> Refusal.MISPLACED;
                    default -> throw notAllowed();
                };
        return new Came(0, Optional.of(why), Optional.empty());
    }

    private static OfficeException notAllowed() {
        return new OfficeException(Code.NOT_ALLOWED, "only administrators may do this");
    }

    private Asking asking(Session session) {
        if (!(session.actor() instanceof Actor.Administrator)) {
            throw notAllowed();
        }
        var now = clock.instant();
        return new Asking(
                SessionTokens.hash(session.token()), now, now.minus(Administration.VALID));
    }

    /** Today in the zone of the office's first directive; in UTC before there is one. */
    public LocalDate today() {
        return clock.instant().atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return register.offered().stream()
                .findFirst()
                .map(directive -> directive.vocabulary().zone())
                .orElse(ZoneOffset.UTC);
    }

    /** Why a change cannot be made now; empty if it can. */
    private Optional<Rejection> rule(UnitRegister units, UnitChange change, String reason) {
        if (!UnitRules.isReason(reason)) {
            return Check.no(Rejection.Code.BAD_VALUE, "reason");
        }
        var all =
                register.directives().stream()
                        .map(DirectiveRef::id)
                        .distinct()
                        .flatMap(id -> register.directive(id).stream())
                        .toList();
        return new UnitRules(units, all, today()).refusal(change);
    }

    /** Proposes a change. */
    public Came propose(Session session, UnitChange change, String reason) {
        var asking = asking(session);
        var rule = rule(register.units().whole(), change, reason);
        if (rule.isPresent()) {
            return new Came(0, Optional.empty(), rule);
        }
        var answer = StoreCalls.get(() -> store.propose(asking, Units.draft(change, reason)));
        return answer.id().map(UnitAdministration::done).orElseGet(() -> refused(answer.came()));
    }

    /**
     * What a unit has that a merger or closing would move.
     *
     * @param to who gets it: one unit, or one for each directive that tells another
     * @param underWay at most so many travellers have an open application there, in tens: one who
     *     claims protection is not counted, and must not be seen to be missing
     * @param waiting at most so many wait for it, also with cases of other units; in tens
     * @param officers how many can sign in for it
     */
    public record Moving(List<AuthorityId> to, long underWay, long waiting, long officers) {

        public Moving {
            to = List.copyOf(to);
        }
    }

    /**
     * What a change would move if it held now, in figures alone; nobody who claimed protection is
     * among them. Empty for one that moves no work.
     */
    public Optional<Moving> moving(Session session, Proposal one) {
        asking(session);
        return switch (one.change()) {
            case UnitChange.Merged _, UnitChange.Closed _ -> Optional.of(moving(one));
            case UnitChange.Renamed _, UnitChange.Moved _ -> Optional.empty();
        };
    }

    private Moving moving(Proposal one) {
        var change = one.change();
        var after =
                register.units()
                        .whole()
                        .with(
                                new UnitRegister.Change(
                                        one.id(),
                                        change,
                                        one.reason(),
                                        one.by(),
                                        one.by(),
                                        one.at()));
        var to =
                register.covering(change.unit()).stream()
                        .flatMap(directive ->
                                Optional.ofNullable(
                                        after.closed(directive.authorities(), change.from())
                                                .get(change.unit()))
                                        .stream())
                        .distinct()
                        .toList();
        var directives = register.directives().stream().map(DirectiveRef::id).distinct().toList();
        return load.of(change.unit(), to, today(), directives);
    }

    /** Agrees to what another administrator proposed; the change is made. */
    public Came agree(Session session, long id) {
        var asking = asking(session);
        var found = proposal(session, id).filter(one -> one.state() == ProposalState.WAITING);
        if (found.isEmpty()) {
            return refused("gone");
        }
        var units = register.units().whole();
        var rule = rule(units, found.get().change(), found.get().reason());
        if (rule.isPresent()) {
            return new Came(id, Optional.empty(), rule);
        }
        var came = StoreCalls.get(() -> store.agree(asking, id, units.changes().size()));
        if (!came.equals("agreed")) {
            return refused(came);
        }
        register.follow();
        handOverNow();
        return done(id);
    }

    /** What is left, if the office is busy, the clock hands over: what was agreed to stands. */
    private void handOverNow() {
        try {
            handOver.run();
        } catch (OfficeException busy) {
            LOG.log(System.Logger.Level.WARNING, "the clock hands over what a unit had", busy);
        }
    }

    /** Declines what another proposed, or withdraws what one proposed oneself. */
    public boolean close(Session session, long id) {
        var asking = asking(session);
        return StoreCalls.get(() -> store.close(asking, id)).isPresent();
    }

    /** At most {@code most} proposals after {@code from} others, the newest first. */
    public List<Proposal> proposals(Session session, int from, int most) {
        var asking = asking(session);
        return register.units().proposals(from, most).stream()
                .map(row -> proposal(row, asking.since()))
                .toList();
    }

    /** One of them. */
    public Optional<Proposal> proposal(Session session, long id) {
        var asking = asking(session);
        return register.units().proposal(id).map(row -> proposal(row, asking.since()));
    }

    private static Proposal proposal(UnitStore.Row row, Instant since) {
        return new Proposal(
                row.id(),
                Units.change(row.draft()),
                row.draft().reason(),
                new OfficerId(row.by()),
                row.at(),
                row.outcome()
                        .map(UnitAdministration::state)
                        .orElse(
                                row.at().isAfter(since)
                                        ? ProposalState.WAITING
                                        : ProposalState.EXPIRED),
                row.closedBy().map(OfficerId::new),
                row.closed());
    }

    private static ProposalState state(String outcome) {
        return switch (outcome) {
            case "agreed" -> ProposalState.AGREED;
            case "declined" -> ProposalState.DECLINED;
            case "withdrawn" -> ProposalState.WITHDRAWN;
            default -> throw new IllegalStateException("a proposal cannot be " + outcome);
        };
    }
}
