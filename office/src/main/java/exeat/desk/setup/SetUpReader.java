package exeat.desk.setup;

import exeat.casework.access.HandingDown;
import exeat.casework.access.Mandate;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.auth.AccountRole;
import exeat.desk.auth.Administration;
import exeat.desk.auth.OfficerAccounts.Member;
import exeat.desk.base.Session;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.Role;
import exeat.rules.authority.UnitFunction;
import exeat.store.backup.LastBackup;
import exeat.store.backup.TestRestore;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads how far an office is set up, for an administrator. */
public final class SetUpReader {

    private final Office office;
    private final OfficeSettings settings;

    public SetUpReader(Office office, OfficeSettings settings) {
        this.office = office;
        this.settings = settings;
    }

    /** How far it is now. */
    public SetUpState read(Session session) {
        var accounts = office.administration().accounts(session);
        var active =
                accounts.stream()
                        .map(Administration.Account::member)
                        .filter(one -> one.ended().isEmpty())
                        .toList();
        int departures = office.health().departures();
        return new SetUpState(
                office.operators().active().size(),
                administrators(accounts),
                office.register().offered().stream().map(one -> under(one, active)).toList(),
                office.health().isWitnessed(),
                backup(),
                departures,
                // With a second departure nobody asks any more, and the list grows with the years.
                departures == 1 && !office.erasureLog().all().isEmpty());
    }

    private static int administrators(List<Administration.Account> accounts) {
        return (int)
                accounts.stream()
                        .filter(one -> one.member().role() == AccountRole.ADMINISTRATOR)
                        .filter(one -> one.member().ended().isEmpty() && one.factor())
                        .map(one -> one.member().id())
                        .distinct()
                        .count();
    }

    /** The office does not restore the backup of a database that is not its own. */
    private SetUpState.BackupProof backup() {
        if (LastBackup.of(settings.data()).isEmpty()) {
            return SetUpState.BackupProof.NONE;
        }
        if (settings.jdbcUrl().isPresent()) {
            return SetUpState.BackupProof.RESTORED;
        }
        return TestRestore.last(settings.data())
                .map(last ->
                        last.passed()
                                ? SetUpState.BackupProof.RESTORED
                                : SetUpState.BackupProof.FAILED)
                .orElse(SetUpState.BackupProof.UNTESTED);
    }

    private SetUpState.Under under(Directive directive, List<Member> active) {
        var tree = office.register().tree(directive);
        var id = directive.ref().id();
        var mine = active.stream().filter(one -> one.directive().equals(id)).toList();
        var officers = mine.stream().filter(one -> one.role() == AccountRole.OFFICER).toList();
        var readers = officers.stream().filter(Member::briefed).toList();
        return new SetUpState.Under(
                id,
                !office.register().tenure(id).versions().isEmpty(),
                (int) mine.stream().filter(one -> one.role() == AccountRole.LAWYER).count(),
                officers.stream().anyMatch(one -> one.unit().equals(tree.root().id())),
                without(directive, officers),
                deciders(tree, officers),
                deciders(tree, readers),
                without(directive, readers),
                silent(tree, officers));
    }

    private static SortedSet<UnitFunction> without(Directive directive, List<Member> officers) {
        var without = new TreeSet<UnitFunction>(directive.division().functions());
        officers.forEach(one -> without.remove(one.function()));
        return without;
    }

    /** The units without an officer above those with officers who have not read it. */
    private static SortedSet<AuthorityId> silent(AuthorityTree tree, List<Member> officers) {
        var readers = officers.stream().filter(Member::briefed).map(Member::unit).toList();
        var staffed = officers.stream().map(Member::unit).collect(Collectors.toSet());
        var silent = new TreeSet<AuthorityId>();
        staffed.stream()
                .filter(unit -> !readers.contains(unit))
                .forEach(unit -> silent.addAll(HandingDown.way(tree, unit)));
        silent.removeAll(staffed);
        return silent;
    }

    /**
     * Most officers of a unit that decides and of those above it, who agree to what it proposes;
     * none where the unit itself has nobody.
     */
    private static int deciders(AuthorityTree tree, List<Member> officers) {
        Predicate<Member> decides =
                one ->
                        tree.find(one.unit())
                                .filter(unit -> unit.plays(Role.HOLDS_FILES))
                                .isPresent();
        return officers.stream()
                .filter(decides)
                .map(Member::unit)
                .distinct()
                .mapToInt(unit ->
                        (int)
                                officers.stream()
                                        .filter(other -> Mandate.mayAct(tree, other.unit(), unit))
                                        .count())
                .max()
                .orElse(0);
    }
}
