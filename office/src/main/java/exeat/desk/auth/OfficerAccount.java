package exeat.desk.auth;

import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;
import java.util.Optional;

/**
 * A new account.
 *
 * @param id under which everything that they do is recorded
 * @param password the one that they begin with; the demonstration shows it at its sign-in
 * @param directive the directive of their first mandate; empty where the unit says enough
 */
public record OfficerAccount(
        OfficerId id,
        String login,
        String password,
        String name,
        AuthorityId unit,
        Optional<String> directive,
        AccountRole role) {

    /** One whose unit says the directive. */
    public OfficerAccount(
            OfficerId id,
            String login,
            String password,
            String name,
            AuthorityId unit,
            AccountRole role) {
        this(id, login, password, name, unit, Optional.empty(), role);
    }

    /** An officer who signs no rules. */
    public OfficerAccount(
            OfficerId id, String login, String password, String name, AuthorityId unit) {
        this(id, login, password, name, unit, AccountRole.OFFICER);
    }
}
