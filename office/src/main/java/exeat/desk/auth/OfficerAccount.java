package exeat.desk.auth;

import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;

/**
 * A new account.
 *
 * @param id under which everything that they do is recorded
 * @param password the one that they begin with; the demonstration shows it at its sign-in
 */
public record OfficerAccount(
        OfficerId id,
        String login,
        String password,
        String name,
        AuthorityId unit,
        AccountRole role) {

    /** An officer who signs no rules. */
    public OfficerAccount(
            OfficerId id, String login, String password, String name, AuthorityId unit) {
        this(id, login, password, name, unit, AccountRole.OFFICER);
    }
}
