package exeat.tool.office;

import exeat.casework.value.OfficerId;
import exeat.desk.auth.AccountRole;
import exeat.desk.auth.OfficerAccount;
import exeat.desk.auth.OfficerAccounts;
import exeat.desk.auth.SecondFactor;
import exeat.rules.authority.AuthorityId;
import exeat.store.rows.StaffStore;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** What the commands on officers ask the office for. */
public final class OfficerClient {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT);

    private OfficerClient() {}

    /**
     * What an account is for. Apart from the office's own: the command line looks at the types of
     * its commands, and some start without an office on their class path.
     */
    public enum AccountKind {
        OFFICER,
        LAWYER,
        AUDITOR,
        ADMINISTRATOR
    }

    /**
     * An account to make.
     *
     * @param unit an id of a unit, in form
     * @param directive of its first mandate; empty where the unit says enough
     * @param login in the form of an officer's id
     */
    public record Request(
            String unit,
            Optional<String> directive,
            String login,
            String name,
            String password,
            AccountKind role) {}

    /** Makes an account; returns why not, or empty. */
    public static String add(DataOptions options, Request request) {
        var at = new AuthorityId(request.unit());
        var role = request.role();
        var under = request.directive().map(id -> " under " + id).orElse("");
        var act = "officer add " + request.login() + " " + at + " " + role + under;
        var account =
                new OfficerAccount(
                        OfficerAccounts.freshId(at),
                        new OfficerId(request.login()).text(),
                        request.password(),
                        request.name(),
                        at,
                        request.directive(),
                        AccountRole.valueOf(role.name()));
        return OperatorSession.in(
                options,
                office ->
                        switch (office.officerAccounts()
                                .add(account, OperatorActs.acting(options, office, act))) {
                            case MADE -> "";
                            case TAKEN ->
                                    "there is, or was, an officer "
                                            + account.login()
                                            + "; choose another";
                            case NO_SUCH_UNIT -> "no directive here has a unit " + account.unit();
                            case WHICH_DIRECTIVE ->
                                    "several directives have the unit "
                                            + account.unit()
                                            + "; name one with --directive";
                            case NOT_THE_ISSUER ->
                                    "lawyers, auditors and administrators must belong to the unit"
                                            + " that issues the directive, and "
                                            + account.unit()
                                            + " is another";
                            case WEAK_PASSWORD ->
                                    "the password is too weak: it needs at least 12 characters, 6"
                                            + " of them different, and at most 256 bytes; it must"
                                            + " not contain the login or be made of common words only";
                        });
    }

    /** Gives a mandate; returns why not, or empty. */
    public static String grant(DataOptions options, String login, String directive, String unit) {
        var act = "officer grant " + login + " " + directive + " " + unit;
        return OperatorSession.in(
                options,
                office -> {
                    var at = new AuthorityId(unit);
                    if (office.register()
                            .directive(directive)
                            .filter(d -> d.authorities().find(at).isPresent())
                            .isEmpty()) {
                        return "no directive " + directive + " here has a unit " + unit;
                    }
                    var by = OperatorActs.acting(options, office, act);
                    return said(office.officerAccounts().grant(login, directive, at, by), login);
                });
    }

    /** Ends a mandate; returns why not, or empty. */
    public static String revoke(DataOptions options, String login, String directive) {
        var act = "officer revoke " + login + " " + directive;
        return OperatorSession.in(
                options,
                office -> {
                    var by = OperatorActs.acting(options, office, act);
                    return said(office.officerAccounts().endMandate(login, directive, by), login);
                });
    }

    private static String said(OfficerAccounts.Granted granted, String login) {
        return switch (granted) {
            case DONE -> "";
            case UNKNOWN -> "there is no officer " + login;
            case ENDED -> "the officer " + login + " is deactivated";
            case HELD -> login + " has a mandate under this directive already";
            case NONE -> login + " has no mandate under this directive";
            case LAST -> "it is the only mandate of " + login + "; deactivate the account instead";
        };
    }

    /** Ends an account; returns why not, or empty. */
    public static String deactivate(DataOptions options, String login) {
        return OperatorSession.in(
                options,
                office ->
                        switch (office.officerAccounts()
                                .end(
                                        login,
                                        OperatorActs.acting(
                                                options, office, "officer deactivate " + login))) {
                            case ENDED -> "";
                            case ENDED_BEFORE ->
                                    "the officer " + login + " is already" + " deactivated";
                            case UNKNOWN -> "there is no officer " + login;
                        });
    }

    /** Gives a second factor, or takes it away; returns what to hand over, or empty. */
    public static Optional<String> factor(DataOptions options, String login, boolean remove) {
        return OperatorSession.in(
                options,
                office -> {
                    var factors = office.authentication().secondFactor();
                    var what =
                            remove ? "officer second-factor --remove " : "officer second-factor ";
                    var by = OperatorActs.acting(options, office, what + login);
                    if (remove) {
                        return factors.remove(login, by) ? Optional.of("") : Optional.empty();
                    }
                    return factors.enrol(login, by).map(OfficerClient::handed);
                });
    }

    private static String handed(SecondFactor.Enrolment handed) {
        return "secret    %s%naddress   %s%nrecovery  %s%n"
                .formatted(
                        handed.secret(),
                        handed.address(),
                        String.join(System.lineSeparator() + "          ", handed.recovery()));
    }

    /** Every account on a line. */
    public static String list(DataOptions options) {
        return OperatorSession.in(
                options,
                office -> {
                    var text = new StringBuilder();
                    office.officerAccounts().members().forEach(member -> text.append(line(member)));
                    return text.toString();
                });
    }

    private static String line(OfficerAccounts.Member member) {
        var state =
                member.ended()
                        .map(done -> "deactivated " + said(done))
                        .orElse(
                                member.briefed()
                                        ? "has read the directive"
                                        : "has not read the directive");
        return "%-24s %-12s %-20s %-16s %s%s; made %s%n"
                .formatted(
                        member.login(),
                        member.directive(),
                        member.unit().text(),
                        member.function().word(),
                        member.role() == AccountRole.OFFICER ? "" : member.role().word() + ", ",
                        state,
                        member.made().map(OfficerClient::said).orElse("before this was recorded"));
    }

    private static String said(StaffStore.Done done) {
        return MINUTE.format(done.at().atOffset(ZoneOffset.UTC)) + " by " + done.by();
    }
}
