package exeat.desk.webhook;

import exeat.casework.command.Actor;
import exeat.casework.decide.UnitRules;
import exeat.casework.value.OfficerId;
import exeat.desk.auth.Administration;
import exeat.desk.auth.ProposalState;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.base.StoreCalls;
import exeat.desk.projection.CaseSight;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.authority.AuthorityId;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.rows.AdministrationStore.Asking;
import exeat.store.rows.WebhookChangeStore;
import exeat.store.rows.WebhookChangeStore.Draft;
import exeat.store.rows.WebhookChangeStore.Row;
import exeat.store.rows.WebhookChangeStore.Wanted;
import exeat.store.rows.WebhookStore.Webhook;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What administrators do with webhooks: one proposes, and it is done when another agrees. Of a
 * secret each of the two hands over one half. See decision 208.
 */
public final class WebhookAdministration {

    private final WebhookChangeStore store;
    private final Webhooks hooks;
    private final DirectiveRegister register;
    private final InstantSource clock;

    WebhookAdministration(
            WebhookChangeStore store,
            Webhooks hooks,
            DirectiveRegister register,
            InstantSource clock) {
        this.store = store;
        this.hooks = hooks;
        this.register = register;
        this.clock = clock;
    }

    /** What is done with a subscription. */
    public enum What {
        ADDED,
        /** It gets another secret. For a while the one before signs too. */
        SECRET,
        /** It is told nothing until it is resumed. */
        PAUSED,
        /** It is told again, and what was given up is sent again. */
        RESUMED,
        REMOVED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the receiver is handed a secret. */
        public boolean hasSecret() {
            return switch (this) {
                case ADDED, SECRET -> true;
                case PAUSED, RESUMED, REMOVED -> false;
            };
        }
    }

    /**
     * A proposal.
     *
     * @param about the subscription as it is or was; empty where it was made at the shell and is
     *     gone
     * @param closedBy who agreed, declined or withdrew it; empty if nobody did
     */
    public record Proposal(
            long id,
            What what,
            UUID webhook,
            Optional<Wanted> about,
            String reason,
            OfficerId by,
            Instant at,
            ProposalState state,
            Optional<OfficerId> closedBy,
            Optional<Instant> closed) {}

    /** Why something was not done. */
    public enum Refusal {
        /** They proposed it themselves. */
        OWN,
        /** Something is proposed for this subscription already, or the same new one is. */
        WAITING,
        /** There is no such subscription. */
        UNKNOWN,
        /** It does not wait any more. */
        GONE,
        /** It is paused, resumed, or has another secret already. */
        CHANGED,
        /** Twenty proposals of this administrator wait already. */
        MANY,
        /** No directive has the unit, or several have and none was named. */
        NO_SUCH_UNIT,
        BAD_REASON,
        /** The address can never be called. */
        BAD_ADDRESS
    }

    /**
     * What came of an act.
     *
     * @param proposal its number; 0 if there is none
     * @param half of the secret, to hand over to the operator of the other system
     * @param refused empty if it was done
     * @param address what is wrong with the address, if anything is
     */
    public record Came(
            long proposal,
            Optional<String> half,
            Optional<Refusal> refused,
            Optional<AddressProblem> address) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Came[" + proposal + " " + refused + " " + address + "]";
        }
    }

    private static Came refused(Refusal why) {
        return new Came(0, Optional.empty(), Optional.of(why), Optional.empty());
    }

    private static Came refused(String came) {
        return refused(
                switch (came) {
                    case "own" -> Refusal.OWN;
                    case "waiting" -> Refusal.WAITING;
                    case "unknown" -> Refusal.UNKNOWN;
                    case "gone" -> Refusal.GONE;
                    case "changed" -> Refusal.CHANGED;
                    case "many" -> Refusal.MANY;
                    default -> throw notAllowed();
                });
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

    /**
     * A subscription that is to be proposed.
     *
     * @param directive whose cases it is told of; empty where only one has the unit
     * @param types some of {@link Webhooks#TYPES}; all of them when empty
     */
    public record Wish(
            AuthorityId unit, Optional<String> directive, String url, List<String> types) {

        public Wish {
            types = List.copyOf(types);
        }
    }

    /** Proposes a new subscription. */
    public Came propose(Session session, Wish wish, String reason) {
        var asking = asking(session);
        var address = hooks.problem(wish.url());
        if (address.isPresent()) {
            return new Came(0, Optional.empty(), Optional.of(Refusal.BAD_ADDRESS), address);
        }
        if (!Webhooks.TYPES.containsAll(wish.types())) {
            throw new OfficeException(Code.BAD_INPUT, "no such event: " + wish.types());
        }
        String directive;
        try {
            directive = register.covering(wish.unit(), wish.directive()).ref().id();
        } catch (OfficeException none) {
            return refused(Refusal.NO_SUCH_UNIT);
        }
        var heard = wish.types().isEmpty() ? Webhooks.TYPES : wish.types();
        var wanted = new Wanted(directive, wish.unit().text(), heard, wish.url());
        return proposed(asking, new Draft(What.ADDED.word(), UUID.randomUUID(), wanted, 1, reason));
    }

    /**
     * Proposes to do something with a subscription.
     *
     * @param what anything but {@link What#ADDED}
     */
    public Came propose(Session session, What what, UUID webhook, String reason) {
        var asking = asking(session);
        if (what == What.ADDED) {
            throw new OfficeException(Code.BAD_INPUT, "a new one is a wish");
        }
        var found = find(webhook);
        if (found.isEmpty()) {
            return refused(Refusal.UNKNOWN);
        }
        Integer generation = what == What.SECRET ? found.get().generation() + 1 : null;
        return proposed(asking, new Draft(what.word(), webhook, null, generation, reason));
    }

    private Optional<Webhook> find(UUID id) {
        return hooks.all().stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private Came proposed(Asking asking, Draft draft) {
        if (!UnitRules.isReason(draft.reason())) {
            return refused(Refusal.BAD_REASON);
        }
        var answer = StoreCalls.get(() -> store.propose(asking, draft));
        var generation = Optional.ofNullable(draft.generation());
        return answer.id()
                .map(id ->
                        new Came(
                                id,
                                generation.map(n -> first(hooks.secret(draft.webhook(), n))),
                                Optional.empty(),
                                Optional.empty()))
                .orElseGet(() -> refused(answer.came()));
    }

    /** The half that the administrator hands over who proposed it. */
    private static String first(String secret) {
        return secret.substring(0, secret.length() / 2);
    }

    /** The half of the one who agreed; the receiver writes it behind the first. */
    private static String second(String secret) {
        return secret.substring(secret.length() / 2);
    }

    /** Agrees to what another administrator proposed; it is done at once. */
    public Came agree(Session session, long id) {
        var asking = asking(session);
        var found = StoreCalls.get(() -> store.proposal(asking, id)).filter(Row::waits);
        if (found.isEmpty()) {
            return refused(Refusal.GONE);
        }
        var row = found.get();
        Set<String> units = Set.of();
        if (what(row) == What.ADDED) {
            var wanted = row.about().orElseThrow();
            // What could be called when it was proposed may be forbidden since.
            var address = hooks.problem(wanted.url());
            if (address.isPresent()) {
                return new Came(id, Optional.empty(), Optional.of(Refusal.BAD_ADDRESS), address);
            }
            try {
                units = scope(wanted);
            } catch (OfficeException none) {
                return refused(Refusal.NO_SUCH_UNIT);
            }
        }
        var heard = units;
        var came = StoreCalls.get(() -> store.agree(asking, id, heard, hooks.bothUntil()));
        return came.equals("agreed")
                ? new Came(
                        id,
                        row.generation().map(n -> second(hooks.secret(row.webhook(), n))),
                        Optional.empty(),
                        Optional.empty())
                : refused(came);
    }

    /** The units whose cases it hears of. */
    private Set<String> scope(Wanted wanted) {
        var unit = new AuthorityId(wanted.unit());
        var directive = register.covering(unit, Optional.of(wanted.directive()));
        return new TreeSet<>(CaseSight.scope(directive.authorities(), unit));
    }

    /** Declines what another proposed, or withdraws what one proposed oneself. */
    public boolean close(Session session, long id) {
        var asking = asking(session);
        return StoreCalls.get(() -> store.close(asking, id)).isPresent();
    }

    /**
     * At most {@code most} proposals after {@code from} others: those that wait first, then the
     * newest.
     */
    public List<Proposal> proposals(Session session, int from, int most) {
        var asking = asking(session);
        return StoreCalls.get(() -> store.proposals(asking, from, most)).stream()
                .map(WebhookAdministration::proposal)
                .toList();
    }

    /** One of them. */
    public Optional<Proposal> proposal(Session session, long id) {
        var asking = asking(session);
        return StoreCalls.get(() -> store.proposal(asking, id))
                .map(WebhookAdministration::proposal);
    }

    private static What what(Row row) {
        return What.valueOf(row.what().toUpperCase(Locale.ROOT));
    }

    private static Proposal proposal(Row row) {
        return new Proposal(
                row.id(),
                what(row),
                row.webhook(),
                row.about(),
                row.reason(),
                new OfficerId(row.by()),
                row.at(),
                row.outcome()
                        .map(outcome -> ProposalState.valueOf(outcome.toUpperCase(Locale.ROOT)))
                        .orElse(row.waits() ? ProposalState.WAITING : ProposalState.EXPIRED),
                row.closedBy().map(OfficerId::new),
                row.closed());
    }
}
