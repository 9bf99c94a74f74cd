package exeat.web.town;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Command;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.BriefingId;
import exeat.desk.Office;
import exeat.desk.auth.OfficerAccount;
import exeat.desk.auth.OfficerAccounts;
import exeat.desk.base.Session;
import exeat.desk.write.Reply;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.web.kit.SecureTokens;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The office that every test of a run shares: the directive has come down, and officers are there.
 */
@Singleton
public final class Town {

    /** Why a second officer agrees, in their own words. */
    public static final String AGREED = "I read the whole file, and it bears this out.";

    private final Office office;
    private final Map<String, Session> sessions = new HashMap<>();
    private boolean briefed;

    public Town(Office office) {
        this.office = office;
    }

    /** Everybody from the centre down to Yanji and Tumen has read the directive. */
    public synchronized void open() {
        if (briefed) {
            return;
        }
        briefed = true;
        var briefing = new BriefingId("prc-1963");
        var directive = office.register().directive("prc-1963").orElseThrow();
        Signing.sign(office, directive);
        act("cn", 1, new BriefingCommand.PutInForce(briefing, directive.ref().hash()));
        act("cn", 1, new BriefingCommand.HandDown(briefing));
        var tree = directive.authorities();
        for (var unit :
                List.of(
                        "cn-fa",
                        "ne",
                        "ne-fa",
                        "jl",
                        "jl-fa",
                        "jl-ps",
                        "jl-yanji",
                        "jl-tumen",
                        "jl-yanji-fa",
                        "jl-yanji-ps",
                        "jl-tumen-bd",
                        "jl-tumen-cu")) {
            act(unit, 1, BriefingCommand.Acknowledge.asRead(directive));
            if (tree.get(new AuthorityId(unit)).supervises()) {
                act(unit, 1, new BriefingCommand.HandDown(briefing));
            }
        }
        for (var unit : List.of("jl-yanji-fa", "jl-yanji-ps", "cn-fa", "jl-fa")) {
            act(unit, 2, BriefingCommand.Acknowledge.asRead(directive));
        }
    }

    /** The directive that is in force. */
    public Directive directive() {
        return office.register().directive("prc-1963").orElseThrow();
    }

    public static String login(String unit, int n) {
        return unit + "." + n;
    }

    public static String password(String unit, int n) {
        return "right " + login(unit, n);
    }

    /** An officer does something at the desk. */
    public void act(String unit, int n, Command command) {
        done(office.desk().handle(session(unit, n), SecureTokens.fresh(), command), command);
    }

    public void done(Reply reply, Object what) {
        assertThat(reply).as(String.valueOf(what)).isInstanceOf(Reply.Done.class);
    }

    /** The n-th officer of a unit, signed in. */
    public synchronized Session session(String unit, int n) {
        var login = login(unit, n);
        return sessions.computeIfAbsent(
                login,
                _ -> {
                    office.officerAccounts()
                            .create(
                                    new OfficerAccount(
                                            OfficerAccounts.freshId(new AuthorityId(unit)),
                                            login,
                                            password(unit, n),
                                            "Officer " + login,
                                            new AuthorityId(unit)));
                    return office.authentication()
                            .signInOfficer(login, password(unit, n))
                            .orElseThrow();
                });
    }

    /** An administrator, signed in; each login is one of its own. */
    public synchronized Session administrator(String login) {
        return sessions.computeIfAbsent(
                login,
                _ -> {
                    var unit = new AuthorityId("cn");
                    var id = OfficerAccounts.freshId(unit);
                    var password = "right " + login;
                    office.officerAccounts()
                            .createAdministrator(id, login, password, "Officer " + login, unit);
                    return office.authentication().signInOfficer(login, password).orElseThrow();
                });
    }

    /** An auditor, signed in; each login is one of its own. */
    public synchronized Session auditor(String login) {
        return sessions.computeIfAbsent(
                login,
                _ -> {
                    var password = "right " + login;
                    office.officerAccounts()
                            .createAuditor(
                                    new OfficerId(login),
                                    password,
                                    "An auditor",
                                    new AuthorityId("cn"));
                    return office.authentication().signInOfficer(login, password).orElseThrow();
                });
    }

    public Office office() {
        return office;
    }
}
