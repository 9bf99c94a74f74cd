package exeat.desk;

import exeat.casework.OfficerId;
import exeat.rules.AuthorityId;

/** A demonstration account, with the password that its sign-in page shows. */
public record OfficerAccount(
        OfficerId id, String login, String password, String name, AuthorityId unit) {}
