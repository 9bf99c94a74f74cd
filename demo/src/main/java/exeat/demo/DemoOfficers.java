package exeat.demo;

import exeat.casework.value.OfficerId;
import exeat.desk.Office;
import exeat.desk.auth.AccountRole;
import exeat.desk.auth.OfficerAccount;
import exeat.desk.auth.OfficerAccounts;
import exeat.desk.base.BusyRetry;
import exeat.desk.base.Session;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.Role;
import exeat.rules.authority.UnitFunction;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The demonstration's officers: two in every unit that decides with two, one elsewhere. Login and
 * password are on the sign-in page, so that visitors can be any of them.
 */
final class DemoOfficers {

    /** The password shown on the demonstration's sign-in page; training has one of its own. */
    static final String PASSWORD = "demo-1963";

    private static final int LAWYERS = 2;
    private static final int ADMINISTRATORS = 2;

    private final Office office;
    private final AuthorityTree tree;
    private final String password;

    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    DemoOfficers(Office office, AuthorityTree tree, String password) {
        this.office = office;
        this.tree = tree;
        this.password = password;
    }

    /**
     * Makes the accounts that are not there yet, and signs everybody in. Sessions end by the clock,
     * so that those of today last through a month that is lived in the past.
     */
    void hire() {
        var there = members().keySet();
        try (var crew = WorkerPool.few()) {
            everybody()
                    .forEach(account ->
                            crew.go(() -> {
                                if (!there.contains(account.login())) {
                                    office.officerAccounts().create(account);
                                }
                                var session = BusyRetry.ask(() -> signIn(account.login()));
                                sessions.put(account.login(), session);
                            }));
        }
    }

    /** Those whose password is still the one that visitors are shown, by login. */
    List<OfficerAccount> shown() {
        var members = members();
        return everybody()
                .filter(account ->
                        Optional.ofNullable(members.get(account.login()))
                                .filter(member -> member.ended().isEmpty())
                                .filter(member -> !member.ownPassword())
                                .isPresent())
                .sorted(Comparator.comparing(OfficerAccount::login))
                .toList();
    }

    private Map<String, OfficerAccounts.Member> members() {
        return office.officerAccounts().members().stream()
                .collect(Collectors.toMap(OfficerAccounts.Member::login, member -> member));
    }

    /** Made again from the tree whenever they are asked for: nothing keeps a readable password. */
    private Stream<OfficerAccount> everybody() {
        return Stream.of(
                        tree.all().stream().flatMap(this::accounts),
                        lawyers(),
                        administrators(),
                        Stream.of(auditor()))
                .flatMap(accounts -> accounts);
    }

    private Stream<OfficerAccount> accounts(Authority unit) {
        return IntStream.rangeClosed(1, count(unit))
                .mapToObj(n -> login(unit.id(), n))
                .map(login ->
                        new OfficerAccount(
                                id(login),
                                login,
                                password,
                                "Officer " + login.substring(login.lastIndexOf('-') + 1),
                                unit.id()));
    }

    /** The id recorded for them: always the same, and not the login, as in every office. */
    static OfficerId id(String login) {
        var mark = "%08x".formatted(("demo " + login).hashCode());
        return new OfficerId(login.substring(0, login.lastIndexOf('-')) + "-" + mark);
    }

    /** Two at the issuer, made up like everybody else here. */
    private Stream<OfficerAccount> lawyers() {
        var root = tree.root().id();
        return IntStream.rangeClosed(1, LAWYERS)
                .mapToObj(n -> lawyerLogin(root, n))
                .map(login ->
                        new OfficerAccount(
                                id(login),
                                login,
                                password,
                                "Made-up lawyer " + login.substring(login.lastIndexOf('-') + 1),
                                root,
                                AccountRole.LAWYER));
    }

    /** Two, since what gives or takes power over people takes two. */
    private Stream<OfficerAccount> administrators() {
        var root = tree.root().id();
        return IntStream.rangeClosed(1, ADMINISTRATORS)
                .mapToObj(n -> root.text() + "-administrator-" + n)
                .map(login ->
                        new OfficerAccount(
                                id(login),
                                login,
                                password,
                                "Made-up administrator "
                                        + login.substring(login.lastIndexOf('-') + 1),
                                root,
                                AccountRole.ADMINISTRATOR));
    }

    /** An auditor, who reads files and does nothing else. */
    private OfficerAccount auditor() {
        var root = tree.root().id();
        var login = root.text() + "-auditor";
        return new OfficerAccount(
                id(login), login, password, "Made-up auditor", root, AccountRole.AUDITOR);
    }

    private static String lawyerLogin(AuthorityId root, int number) {
        return root.text() + "-law-" + number;
    }

    /** The issuer's lawyers, signed in. */
    List<Session> signing() {
        var root = tree.root().id();
        return IntStream.rangeClosed(1, LAWYERS)
                .mapToObj(n -> session(lawyerLogin(root, n)))
                .toList();
    }

    private static int count(Authority unit) {
        return unit.plays(Role.HOLDS_FILES) || unit.plays(Role.ESTABLISHES_IDENTITY) ? 2 : 1;
    }

    private static String login(AuthorityId unit, int number) {
        return unit.text() + "-" + number;
    }

    /** Everybody in a unit. */
    List<Session> all(AuthorityId unit) {
        return IntStream.rangeClosed(1, count(tree.get(unit)))
                .mapToObj(n -> session(unit, n))
                .toList();
    }

    Session first(AuthorityId unit) {
        return session(unit, 1);
    }

    /** The second officer of a unit; in a unit of one, the first of the unit above. */
    Session second(AuthorityId unit) {
        if (count(tree.get(unit)) > 1) {
            return session(unit, 2);
        }
        return session(tree.parent(unit).orElse(tree.root()).id(), 1);
    }

    /** The officers who serve a place. */
    AuthorityId unit(AuthorityId place, UnitFunction function) {
        return tree.unitFor(place, function).id();
    }

    AuthorityId unit(AuthorityId place, Role role) {
        return tree.unitFor(place, role).id();
    }

    private Session session(AuthorityId unit, int number) {
        return session(login(unit, number));
    }

    private Session session(String login) {
        return Optional.ofNullable(sessions.get(login))
                .orElseThrow(() -> new IllegalArgumentException("no such officer: " + login));
    }

    private Session signIn(String login) {
        return office.authentication()
                .signInOfficer(login, password)
                .orElseThrow(() -> new IllegalStateException("cannot sign in as " + login));
    }

    void goHome() {
        sessions.values().forEach(office.authentication()::signOut);
    }
}
