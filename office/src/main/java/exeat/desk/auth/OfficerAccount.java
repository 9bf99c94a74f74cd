package exeat.desk.auth;

import exeat.casework.value.OfficerId;
import exeat.rules.authority.AuthorityId;

/**
 * A demonstration account, with the password that its sign-in page shows.
 *
 * @param lawyer whether they sign rules for the issuer
 * @param auditor whether this is an auditor, who reads cases with replacement names and changes
 *     nothing
 */
public record OfficerAccount(
        OfficerId id,
        String login,
        String password,
        String name,
        AuthorityId unit,
        boolean lawyer,
        boolean auditor) {

    /** An officer who signs no rules. */
    public OfficerAccount(
            OfficerId id, String login, String password, String name, AuthorityId unit) {
        this(id, login, password, name, unit, false, false);
    }
}
