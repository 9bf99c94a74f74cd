package exeat.desk;

import at.favre.lib.crypto.bcrypt.BCrypt;
import exeat.casework.Mandate;
import exeat.casework.OfficerId;
import exeat.rules.AuthorityId;
import exeat.store.ClerkStore;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.Vault;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Officers' accounts. */
public final class Staff {

    /** Two to the tenth rounds: about a twentieth of a second. */
    static final int COST = 10;

    /** The least there is: a password that the sign-in page shows is worth no work. */
    private static final int SHOWN_COST = 4;

    private final ClerkStore store;
    private final Register register;
    private final Vault vault;

    Staff(ClerkStore store, Register register, Vault vault) {
        this.store = store;
        this.register = register;
        this.vault = vault;
    }

    /**
     * Makes an account.
     *
     * @throws OfficeException {@link Code#ALREADY_EXISTS} when the id or the login is taken, {@link
     *     Code#BAD_INPUT} when no directive knows the unit or the password is empty or longer than
     *     72 bytes
     */
    public void create(OfficerId id, String login, String password, String name, AuthorityId unit) {
        create(new OfficerAccount(id, login, password, name, unit), null);
    }

    /** Makes an account whose password the sign-in page shows; only the demonstration does. */
    public void createDemo(OfficerAccount account) {
        create(account, account.password());
    }

    private void create(OfficerAccount account, @Nullable String shown) {
        var directive =
                register.covering(account.unit())
                        .orElseThrow(() ->
                                new OfficeException(
                                        Code.BAD_INPUT,
                                        "no directive knows the unit " + account.unit()));
        var tree = directive.authorities();
        var id = account.id().text();
        var row =
                new ClerkStore.Account(
                        id,
                        account.login().strip().toLowerCase(Locale.ROOT),
                        hash(account.password(), shown == null ? COST : SHOWN_COST),
                        vault.sealText(about(id), account.name()),
                        account.unit().text(),
                        tree.get(account.unit()).function().name(),
                        directive.ref().id(),
                        shown);
        var scope = Mandate.scope(tree, account.unit());
        if (!Calls.get(() -> store.create(row, scope))) {
            throw new OfficeException(Code.ALREADY_EXISTS, "the id or the login is taken: " + id);
        }
    }

    private static String hash(String password, int cost) {
        if (password.isEmpty()
                || password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 72) {
            throw new OfficeException(
                    Code.BAD_INPUT, "a password is empty or longer than 72 bytes");
        }
        return BCrypt.withDefaults().hashToString(cost, password.toCharArray());
    }

    static String about(String account) {
        return "name of " + account;
    }

    /** Only what {@link #createDemo} made. */
    public List<OfficerAccount> demoAccounts() {
        return Calls.get(() -> store.accounts(Optional.empty())).stream()
                .filter(listed -> listed.demoPassword().isPresent())
                .map(listed ->
                        new OfficerAccount(
                                new OfficerId(listed.id()),
                                listed.login(),
                                listed.demoPassword().orElseThrow(),
                                vault.openText(about(listed.id()), listed.name()),
                                new AuthorityId(listed.unit())))
                .toList();
    }
}
