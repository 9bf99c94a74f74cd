package exeat.desk.auth;

import exeat.casework.command.Actor;
import exeat.casework.value.OfficerId;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.OfficerNames;
import exeat.desk.base.ReferenceCodes;
import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.desk.base.StoreCalls;
import exeat.desk.projection.CaseSight;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.StoredFunction;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import exeat.store.rows.AdministrationStore;
import exeat.store.rows.AdministrationStore.Agreement;
import exeat.store.rows.AdministrationStore.Asking;
import exeat.store.rows.AdministrationStore.Deed;
import exeat.store.rows.AdministrationStore.Draft;
import exeat.store.rows.AdministrationStore.State;
import exeat.store.rows.AdministrationStore.Which;
import exeat.store.rows.EnactmentStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What administrators do with accounts. One proposes, and another agrees: then it takes effect. Of
 * a code that lets somebody in, each of the two hands over one half, so that neither can sign in in
 * that person's place. See decision 194.
 */
public final class Administration {

    /** So long a proposal waits, and a code can be used. */
    public static final Duration VALID = Duration.ofDays(7);

    private static final int PART_BYTES = 5;

    private final AdministrationStore store;
    private final EnactmentStore enactments;
    private final OfficerAccounts accounts;
    private final DirectiveRegister register;
    private final Vault vault;
    private final PasswordHashing passwords;
    private final InstantSource clock;

    /** The administration of an office with these accounts. */
    public static Administration of(
            Infrastructure in, OfficerAccounts accounts, DirectiveRegister register) {
        return new Administration(in, accounts, register);
    }

    private Administration(
            Infrastructure in, OfficerAccounts accounts, DirectiveRegister register) {
        this.store = new AdministrationStore(in.database());
        this.enactments = new EnactmentStore(in.database());
        this.accounts = accounts;
        this.register = register;
        this.vault = in.vault();
        this.passwords = new PasswordHashing(in.passwordCost());
        this.clock = in.clock();
    }

    private Asking asking(Session session) {
        if (!(session.actor() instanceof Actor.Administrator)) {
            throw new OfficeException(Code.NOT_ALLOWED, "only administrators may do this");
        }
        var now = clock.instant();
        return new Asking(SessionTokens.hash(session.token()), now, now.minus(VALID));
    }

    /**
     * An account, as administrators see it.
     *
     * @param factor whether it has a second factor
     * @param codes how many backup codes are left
     * @param sessions in how many places somebody is signed in to it now
     * @param signedIn when somebody last signed in; empty for never
     */
    public record Account(
            OfficerAccounts.Member member,
            boolean factor,
            int codes,
            int sessions,
            Optional<Instant> signedIn) {}

    /** Everybody who has or had an account, by login. */
    public List<Account> accounts(Session session) {
        var asking = asking(session);
        var states =
                StoreCalls.get(() -> store.states(asking)).stream()
                        .collect(Collectors.toMap(State::account, Function.identity()));
        return accounts.members().stream()
                .flatMap(member ->
                        Optional.ofNullable(states.get(member.id().text()))
                                .map(state -> account(member, state))
                                .stream())
                .toList();
    }

    private static Account account(OfficerAccounts.Member member, State state) {
        return new Account(
                member, state.factor(), state.codes(), state.sessions(), state.signedIn());
    }

    /** One of them. */
    public Optional<Account> account(Session session, OfficerId id) {
        return accounts(session).stream().filter(one -> one.member().id().equals(id)).findFirst();
    }

    /** What was done with an account, the newest first. */
    public List<Deed> history(Session session, OfficerId id) {
        var asking = asking(session);
        return StoreCalls.get(() -> store.history(asking, id.text()));
    }

    /** Signs somebody out everywhere; in how many places. Who is still welcome signs in again. */
    public Optional<Integer> endSessions(Session session, OfficerId id) {
        var asking = asking(session);
        return StoreCalls.get(() -> store.endSessions(asking, id.text()));
    }

    /** Why something was not done. */
    public enum Refusal {
        /** It is about the administrator's own account, or they proposed it themselves. */
        OWN,
        /** This is proposed already. */
        WAITING,
        /** The login is or was somebody else's. */
        TAKEN,
        /** There is no such account, or it has ended. */
        UNKNOWN,
        /** It does not wait any more: somebody closed it, the person objected, or it is too old. */
        GONE,
        /** There is no second factor that could have been lost. */
        NO_FACTOR,
        /** Twenty proposals of this administrator wait already. */
        MANY,
        /** See {@link OfficerNames#isWritten}. */
        BAD_NAME,
        NO_SUCH_UNIT,
        /** Everybody but officers belongs to the unit that issues the directive. */
        NOT_THE_ISSUER
    }

    /**
     * What came of an act.
     *
     * @param proposal its number; 0 if there is none
     * @param part the half of a code to hand over; empty for an end
     * @param refused empty if it was done
     */
    public record Came(long proposal, Optional<String> part, Optional<Refusal> refused) {

        /** Without the code. */
        @Override
        public String toString() {
            return "Came[" + proposal + " " + refused + "]";
        }
    }

    private static Came refused(Refusal why) {
        return new Came(0, Optional.empty(), Optional.of(why));
    }

    /**
     * A new account that is to be proposed.
     *
     * @param login in the form of an officer's id
     * @param reason why, which the other administrator reads
     */
    public record NewAccount(
            String login, String name, AuthorityId unit, AccountRole role, String reason) {}

    /** Proposes a new account. */
    public Came propose(Session session, NewAccount one) {
        var asking = asking(session);
        if (!OfficerNames.isWritten(one.name())) {
            return refused(Refusal.BAD_NAME);
        }
        var directive = only(one.unit());
        if (directive.isEmpty()) {
            return refused(Refusal.NO_SUCH_UNIT);
        }
        if (one.role().isOfTheIssuer()
                && !directive.get().authorities().root().id().equals(one.unit())) {
            return refused(Refusal.NOT_THE_ISSUER);
        }
        var id = OfficerAccounts.freshId(one.unit()).text();
        var part = freshPart();
        return proposed(
                asking,
                new Draft(
                        AccountProposal.What.ACCOUNT.word(),
                        id,
                        one.login().strip().toLowerCase(Locale.ROOT),
                        OfficerNames.seal(vault, id, one.name()),
                        one.unit().text(),
                        one.role().word(),
                        vault.sealText(aboutReason(id), one.reason()),
                        hash(part)),
                Optional.of(part));
    }

    /**
     * Proposes to end an account, or to let somebody in again who lost their password or device.
     *
     * @param what anything but a new account
     */
    public Came propose(
            Session session, AccountProposal.What what, OfficerId account, String reason) {
        var asking = asking(session);
        var id = account.text();
        Optional<String> part =
                what == AccountProposal.What.END ? Optional.empty() : Optional.of(freshPart());
        return proposed(
                asking,
                new Draft(
                        what.word(),
                        id,
                        null,
                        null,
                        null,
                        null,
                        vault.sealText(aboutReason(id), reason),
                        part.map(this::hash).orElse(null)),
                part);
    }

    private Came proposed(Asking asking, Draft draft, Optional<String> part) {
        var answer = StoreCalls.get(() -> store.propose(asking, draft));
        return answer.id()
                .map(id -> new Came(id, part, Optional.empty()))
                .orElseGet(() -> refused(refusal(answer.came())));
    }

    private static Refusal refusal(String came) {
        return switch (came) {
            case "own" -> Refusal.OWN;
            case "waiting" -> Refusal.WAITING;
            case "taken" -> Refusal.TAKEN;
            case "unknown" -> Refusal.UNKNOWN;
            case "gone" -> Refusal.GONE;
            case "no factor" -> Refusal.NO_FACTOR;
            case "many" -> Refusal.MANY;
            default ->
                    throw new OfficeException(Code.NOT_ALLOWED, "only administrators may do this");
        };
    }

    /** Agrees to what another administrator proposed; it takes effect at once. */
    public Came agree(Session session, long id) {
        var asking = asking(session);
        var found = proposal(session, id);
        if (found.isEmpty()) {
            return refused(Refusal.GONE);
        }
        var proposal = found.get();
        Optional<String> part =
                proposal.what() == AccountProposal.What.END
                        ? Optional.empty()
                        : Optional.of(freshPart());
        var agreement = agreement(proposal, part);
        if (agreement.isEmpty()) {
            return refused(Refusal.NO_SUCH_UNIT);
        }
        var came = StoreCalls.get(() -> store.agree(asking, agreement.get()));
        return came.equals("agreed")
                ? new Came(id, part, Optional.empty())
                : refused(refusal(came));
    }

    /** The directive of a unit; where several have it, the command line says which is meant. */
    private Optional<Directive> only(AuthorityId unit) {
        var found = register.covering(unit);
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private Optional<Agreement> agreement(AccountProposal proposal, Optional<String> part) {
        var hash = part.map(this::hash).orElse(null);
        if (proposal.what() != AccountProposal.What.ACCOUNT) {
            return Optional.of(new Agreement(proposal.id(), hash, null, null, null, Set.of()));
        }
        return only(proposal.unit())
                .map(directive -> {
                    var tree = directive.authorities();
                    return new Agreement(
                            proposal.id(),
                            hash,
                            // Nobody knows it: the person chooses their own with the code.
                            passwords.hash(SessionTokens.generate()),
                            StoredFunction.of(tree.get(proposal.unit()).function()),
                            directive.ref().id(),
                            CaseSight.scope(tree, proposal.unit()));
                });
    }

    /** Declines what another proposed, or withdraws what one proposed oneself. */
    public boolean close(Session session, long id) {
        var asking = asking(session);
        return StoreCalls.get(() -> store.close(asking, id)).isPresent();
    }

    /**
     * At most {@code most} proposals after {@code from} others: those that wait first, then those
     * that their person stopped of late, then the newest.
     */
    public List<AccountProposal> proposals(Session session, int from, int most) {
        return proposals(session, new Which(null, null, from, most));
    }

    /** What waits about an account. */
    public List<AccountProposal> waiting(Session session, OfficerId account) {
        return proposals(session, new Which(null, account.text(), 0, AccountProposal.KINDS))
                .stream()
                .filter(one -> one.state() == AccountProposal.State.WAITING)
                .toList();
    }

    /** One of them. */
    public Optional<AccountProposal> proposal(Session session, long id) {
        return proposals(session, new Which(id, null, 0, 1)).stream().findFirst();
    }

    private List<AccountProposal> proposals(Session session, Which which) {
        var asking = asking(session);
        return StoreCalls.get(() -> store.proposals(asking, which)).stream()
                .map(row -> AccountProposal.of(row, vault, asking.since()))
                .toList();
    }

    /** The names of administrators and others, by the ids under which acts are recorded. */
    public Map<String, String> names(Session session) {
        return accounts(session).stream()
                .collect(
                        Collectors.toMap(
                                one -> one.member().id().text(),
                                one -> one.member().name(),
                                (name, _) -> name));
    }

    /** What its issuer did with a directive, in order: who put what in force or changed it. */
    public List<EnactmentStore.Step> enactments(Session session, String directive) {
        asking(session);
        return StoreCalls.get(() -> enactments.of(directive));
    }

    private static String freshPart() {
        return ReferenceCodes.secretPart(Keys.random(PART_BYTES));
    }

    private String hash(String part) {
        return AccountCodes.hash(vault, part);
    }

    static String aboutReason(String account) {
        return "reason about " + account;
    }
}
