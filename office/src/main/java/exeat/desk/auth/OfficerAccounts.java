package exeat.desk.auth;

import exeat.casework.access.Mandate;
import exeat.casework.command.Actor;
import exeat.casework.value.OfficerId;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.OfficerNames;
import exeat.desk.base.PasswordCost;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.projection.CaseSight;
import exeat.desk.register.DirectiveRegister;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.UnitFunction;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.StoredFunction;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import exeat.store.rows.StaffStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Officers' accounts. */
public final class OfficerAccounts {

    private static final int MIN_CHARACTERS = 12;
    private static final int MIN_DISTINCT = 6;
    private static final int ID_BYTES = 4;

    /** Who made an account that no command made. */
    private static final String PROGRAM = "program";

    private final StaffStore store;
    private final DirectiveRegister register;
    private final Vault vault;
    private final PasswordCost cost;
    private final InstantSource clock;

    /** Whether there was ever an account; owned by {@link #isEmpty}. */
    private volatile boolean begun;

    public static OfficerAccounts of(Infrastructure in, DirectiveRegister register) {
        return new OfficerAccounts(
                new StaffStore(in.database()), register, in.vault(), in.passwordCost(), in.clock());
    }

    OfficerAccounts(
            StaffStore store,
            DirectiveRegister register,
            Vault vault,
            PasswordCost cost,
            InstantSource clock) {
        this.store = store;
        this.register = register;
        this.vault = vault;
        this.cost = cost;
        this.clock = clock;
    }

    /** The result of making an account. */
    public enum Added {
        MADE,
        /** The login is or was another officer's; ids are never reused. */
        TAKEN,
        NO_SUCH_UNIT,
        /** Several directives have the unit, and none was named. */
        WHICH_DIRECTIVE,
        /**
         * Lawyers, auditors and administrators must belong to the unit that issues the directive;
         * this one does not.
         */
        NOT_THE_ISSUER,
        /** See {@link #isStrong}. */
        WEAK_PASSWORD
    }

    /** The result of giving or ending a mandate. */
    public enum Granted {
        DONE,
        UNKNOWN,
        ENDED,
        /** They have a mandate under this directive already. */
        HELD,
        /** They have none under this directive. */
        NONE,
        /** Their only one ends with the account. */
        LAST
    }

    /**
     * An officer by one of their mandates; who has several is there as often.
     *
     * @param directive under which they act by it
     * @param unit for which they act under it
     * @param function of the unit, which decides what the officer may do
     * @param id under which what they do is recorded
     * @param briefed whether they have read and acknowledged that directive as it is today
     * @param idIsLogin whether what is recorded of them says how they sign in
     * @param ownPassword whether they have changed the password that they were given
     * @param made who made the account and when; empty for one from before this was recorded
     * @param ended who deactivated it and when; empty while it is active
     */
    public record Member(
            OfficerId id,
            String login,
            String name,
            String directive,
            AuthorityId unit,
            UnitFunction function,
            AccountRole role,
            boolean briefed,
            boolean idIsLogin,
            boolean ownPassword,
            Optional<StaffStore.Done> made,
            Optional<StaffStore.Done> ended) {}

    /**
     * Makes an account as an operator does: the password must be strong. See {@link #freshId} for
     * its id.
     *
     * @param by who runs the command; written down beside the account
     */
    public Added add(OfficerAccount account, String by) {
        Directive directive;
        try {
            directive = register.covering(account.unit(), account.directive());
        } catch (OfficeException none) {
            return none.code() == Code.NOT_FOUND ? Added.NO_SUCH_UNIT : Added.WHICH_DIRECTIVE;
        }
        if (account.role().isOfTheIssuer() && !isIssuer(directive, account.unit())) {
            return Added.NOT_THE_ISSUER;
        }
        if (!isStrong(account.password(), account.login())) {
            return Added.WEAK_PASSWORD;
        }
        return made(account, by) ? Added.MADE : Added.TAKEN;
    }

    /**
     * A new officer's id: what they do is recorded under it, and travellers, receipts and other
     * systems are told it. It says the unit, and nothing by which anybody signs in.
     */
    public static OfficerId freshId(AuthorityId unit) {
        return new OfficerId(unit.text() + "-" + Keys.random(ID_BYTES).hex());
    }

    /**
     * Twelve characters or more, at least six different ones, at most 256 bytes, and not with the
     * login in it, none of the passwords that leaked, and with something of its own beside common
     * words: what is shorter or more regular is guessed, and the only other guard is that guessing
     * is slow.
     */
    public static boolean isStrong(String password, String login) {
        return password.codePointCount(0, password.length()) >= MIN_CHARACTERS
                && password.codePoints().distinct().count() >= MIN_DISTINCT
                && PasswordHashing.fits(password)
                && !CommonPasswords.plainCase(password).contains(login)
                && !CommonPasswords.has(password);
    }

    private static boolean isIssuer(Directive directive, AuthorityId unit) {
        return directive.authorities().root().id().equals(unit);
    }

    /**
     * Gives an officer a mandate under one more directive. What an auditor or lawyer may do under
     * another directive is another account's.
     *
     * @param by who runs the command; written down beside the account
     * @throws OfficeException as {@link DirectiveRegister#covering(AuthorityId, Optional)}
     */
    public Granted grant(String login, String directive, AuthorityId unit, String by) {
        var tree = register.covering(unit, Optional.of(directive)).authorities();
        var function = StoredFunction.of(tree.get(unit).function());
        var mandate = new StaffStore.Mandate(plain(login), directive, unit.text(), function);
        var done = new StaffStore.Done(by, clock.instant());
        var came = StoreCalls.get(() -> store.grant(mandate, CaseSight.scope(tree, unit), done));
        return Granted.valueOf(came.toUpperCase(Locale.ROOT));
    }

    /** Ends an officer's mandate under a directive at once, and the sessions under it. */
    public Granted endMandate(String login, String directive, String by) {
        var done = new StaffStore.Done(by, clock.instant());
        var came = StoreCalls.get(() -> store.endMandate(plain(login), directive, done));
        return Granted.valueOf(came.toUpperCase(Locale.ROOT));
    }

    private static String plain(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * Deactivates an account at once and ends its sessions; what its officer did stays on record.
     */
    public StaffStore.End end(String login, String by) {
        return StoreCalls.get(
                () -> store.end(plain(login), new StaffStore.Done(by, clock.instant())));
    }

    /** Whether nobody has or had an account yet, as just after the first start. */
    public boolean isEmpty() {
        // Accounts end and are never deleted, so a request for the sign-in page costs nothing.
        if (!begun) {
            begun = !StoreCalls.get(store::all).isEmpty();
        }
        return !begun;
    }

    /** Everybody who has or had an account, by login, once for each mandate. */
    public List<Member> members() {
        return StoreCalls.get(store::all).stream()
                .map(row ->
                        new Member(
                                new OfficerId(row.id()),
                                row.login(),
                                OfficerNames.open(vault, row.id(), row.name()),
                                row.directive(),
                                new AuthorityId(row.unit()),
                                register.function(
                                        row.directive(),
                                        new AuthorityId(row.unit()),
                                        row.function()),
                                AccountRole.of(row.lawyer(), row.auditor(), row.administrator()),
                                row.edition().equals(register.edition(row.directive())),
                                row.id().equals(row.login()),
                                row.ownPassword(),
                                row.made(),
                                row.ended()))
                .toList();
    }

    /** The names of a unit's officers by id, for their colleagues. */
    public Map<String, String> names(AuthorityId unit) {
        return StoreCalls.get(store::all).stream()
                .filter(row -> row.unit().equals(unit.text()) && row.ended().isEmpty())
                .collect(
                        Collectors.toMap(
                                StaffStore.Member::id,
                                row -> OfficerNames.open(vault, row.id(), row.name()),
                                (name, _) -> name));
    }

    /**
     * A unit's officers, by name: those who have read the current edition of the directive and
     * those who have not.
     */
    public record Readers(List<String> read, List<String> missing) {
        public Readers {
            read = List.copyOf(read);
            missing = List.copyOf(missing);
        }
    }

    /** The officers of the units that an officer may see; empty for anybody else. */
    public Map<AuthorityId, Readers> readers(Session session, Directive directive) {
        if (!(session.actor() instanceof Actor.Officer officer)
                || !session.directive().equals(directive.ref().id())
                || directive.authorities().find(officer.unit()).isEmpty()) {
            return Map.of();
        }
        var scope = Mandate.scope(directive.authorities(), officer.unit());
        var units = new TreeMap<AuthorityId, List<Member>>();
        for (var member : members()) {
            if (member.ended().isEmpty()
                    && member.directive().equals(directive.ref().id())
                    && member.role() == AccountRole.OFFICER
                    && scope.contains(member.unit())) {
                units.computeIfAbsent(member.unit(), _ -> new ArrayList<>()).add(member);
            }
        }
        var readers = new TreeMap<AuthorityId, Readers>();
        units.forEach((unit, members) ->
                readers.put(unit, new Readers(names(members, true), names(members, false))));
        return readers;
    }

    private static List<String> names(List<Member> members, boolean briefed) {
        return members.stream()
                .filter(member -> member.briefed() == briefed)
                .map(Member::name)
                .toList();
    }

    /**
     * Makes an account.
     *
     * @throws OfficeException {@link Code#ALREADY_EXISTS} when the id or the login is taken, {@link
     *     Code#NOT_FOUND} when no directive knows the unit, {@link Code#BAD_INPUT} when several do
     *     and none is named, the name is not one that people have, or the password is empty or
     *     longer than 256 bytes
     */
    public void create(OfficerId id, String login, String password, String name, AuthorityId unit) {
        create(new OfficerAccount(id, login, password, name, unit));
    }

    /** Makes a lawyer's account of the unit that issues a directive, as {@link #create}. */
    public void createLawyer(OfficerId id, String password, String name, AuthorityId unit) {
        create(new OfficerAccount(id, id.text(), password, name, unit, AccountRole.LAWYER));
    }

    /** Makes an auditor's account for a directive, as {@link #create}. */
    public void createAuditor(OfficerId id, String password, String name, AuthorityId unit) {
        create(new OfficerAccount(id, id.text(), password, name, unit, AccountRole.AUDITOR));
    }

    /** Makes an administrator's account in a unit, as {@link #create}. */
    public void createAdministrator(
            OfficerId id, String login, String password, String name, AuthorityId unit) {
        create(new OfficerAccount(id, login, password, name, unit, AccountRole.ADMINISTRATOR));
    }

    /** Makes any account, as {@link #create(OfficerId, String, String, String, AuthorityId)}. */
    public void create(OfficerAccount account) {
        if (!made(account, PROGRAM)) {
            throw new OfficeException(
                    Code.ALREADY_EXISTS, "this id or login is taken: " + account.id());
        }
    }

    private boolean made(OfficerAccount account, String by) {
        if (!OfficerNames.isWritten(account.name())) {
            throw new OfficeException(
                    Code.BAD_INPUT,
                    "a name has letters, and no control characters, line breaks or markup");
        }
        var directive = register.covering(account.unit(), account.directive());
        var tree = directive.authorities();
        var id = account.id().text();
        var row =
                new StaffStore.Account(
                        id,
                        plain(account.login()),
                        new PasswordHashing(cost).hash(account.password()),
                        OfficerNames.seal(vault, id, account.name()),
                        account.unit().text(),
                        StoredFunction.of(tree.get(account.unit()).function()),
                        directive.ref().id(),
                        account.role() == AccountRole.LAWYER,
                        account.role() == AccountRole.AUDITOR,
                        account.role() == AccountRole.ADMINISTRATOR);
        var scope = CaseSight.scope(tree, account.unit());
        var made = new StaffStore.Done(by, clock.instant());
        return StoreCalls.get(() -> store.create(row, scope, made));
    }

    /**
     * Prevents weaker hashing: an office whose passwords were hashed at full cost does not open
     * with less.
     *
     * @throws OfficeException {@link Code#BAD_INPUT} if this is such an office
     */
    public void checkCost() {
        if (cost == PasswordCost.FULL) {
            return;
        }
        var costs = StoreCalls.get(store::passwordCosts);
        if (!costs.isEmpty() && costs.stream().noneMatch(cost::isNamed)) {
            throw new OfficeException(
                    Code.BAD_INPUT,
                    "this office has officers of its own, whose passwords are protected; choose"
                            + " another data folder or database for a demonstration");
        }
    }
}
