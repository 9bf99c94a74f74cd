package exeat.bench.cases;

import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Command;
import exeat.casework.value.OfficerId;
import exeat.casework.value.RulePair;
import exeat.casework.value.StreamId.BriefingId;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.write.Reply;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** An officer in each unit involved, with the directive of 1963 in force and acknowledged. */
final class BriefedOfficers {

    static final String HOLDER = "jl-yanji-fa";
    static final String POLICE = "jl-yanji-ps";
    static final String BORDER = "jl-tumen-bd";
    static final String CUSTOMS = "jl-tumen-cu";

    private static final BriefingId BRIEFING = new BriefingId("prc-1963");

    /** Superior units first, in the order in which they are briefed. */
    private static final List<String> UNITS =
            List.of("cn", "ne", "jl", "jl-yanji", "jl-tumen", HOLDER, POLICE, BORDER, CUSTOMS);

    private final Office office;
    private final Map<String, Session> sessions = new HashMap<>();

    private BriefedOfficers(Office office) {
        this.office = office;
    }

    /** Sets all of this up in a new office. */
    static Map<String, Session> of(Office office) {
        var staffed = new BriefedOfficers(office);
        var directive = office.register().directive("prc-1963").orElseThrow();
        staffed.hire();
        staffed.enact(directive);
        staffed.teach(directive);
        return Map.copyOf(staffed.sessions);
    }

    static String password(String unit) {
        return "bench password of " + unit;
    }

    /** What the API takes to sign in. */
    static String credentials(String unit) {
        return "{\"type\": \"officer\", \"login\": \"%s\", \"password\": \"%s\"}"
                .formatted(unit, password(unit));
    }

    private void hire() {
        for (var unit : UNITS) {
            var at = new AuthorityId(unit);
            office.officerAccounts()
                    .create(new OfficerId(unit), unit, password(unit), "Made Up", at);
            sessions.put(
                    unit,
                    office.authentication().signInOfficer(unit, password(unit)).orElseThrow());
        }
    }

    private void enact(Directive directive) {
        var pairs = RulePair.of(directive).stream().map(RulePair::hash);
        var sign =
                new BriefingCommand.SignRules(
                        BRIEFING, directive.ref().hash(), pairs.collect(Collectors.toSet()));
        for (int n = 1; n <= 2; n++) {
            var lawyer = new OfficerId("lawyer." + n);
            var word = password(lawyer.text());
            office.officerAccounts()
                    .createLawyer(lawyer, word, "Made Up", directive.authorities().root().id());
            done(office.authentication().signInOfficer(lawyer.text(), word).orElseThrow(), sign);
        }
        give("cn", new BriefingCommand.PutInForce(BRIEFING, directive.ref().hash()));
    }

    private void teach(Directive directive) {
        for (var unit : UNITS) {
            if (!unit.equals("cn")) {
                give(unit, BriefingCommand.Acknowledge.asRead(directive));
            }
            if (directive.authorities().get(new AuthorityId(unit)).supervises()) {
                give(unit, new BriefingCommand.HandDown(BRIEFING));
            }
        }
    }

    private void give(String unit, Command command) {
        done(java.util.Objects.requireNonNull(sessions.get(unit)), command);
    }

    private void done(Session session, Command command) {
        var reply = office.desk().handle(session, UUID.randomUUID().toString(), command);
        if (!(reply instanceof Reply.Done)) {
            throw new IllegalStateException(command.getClass().getSimpleName() + ": " + reply);
        }
    }
}
