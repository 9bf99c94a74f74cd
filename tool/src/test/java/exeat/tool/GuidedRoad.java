package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Command;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Stage;
import exeat.casework.value.Application.Channel;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.PersonName;
import exeat.casework.value.RulePair;
import exeat.casework.value.StreamId.BriefingId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.Traveller;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.birth.BirthDate;
import exeat.desk.Office;
import exeat.desk.base.ApplicationDraft;
import exeat.desk.base.Session;
import exeat.desk.write.Reply;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.SampleAnswers;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.Purpose;
import exeat.rules.source.PackException;
import exeat.tool.cli.PackLocator;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The steps of the guide, by the officers whom it names. */
record GuidedRoad(Office office) {

    private static final TravellerNo ONE = new TravellerNo(1);
    private static final BriefingId ID = new BriefingId("prc-1963");

    /** One for each, without the login in it. */
    static String word(String login) {
        return "the word " + new StringBuilder(login).reverse();
    }

    private Directive version() {
        return office.register().directive("prc-1963").orElseThrow();
    }

    void putInForce() {
        var version = version();
        var pairs =
                RulePair.of(version).stream()
                        .map(RulePair::hash)
                        .collect(java.util.stream.Collectors.toSet());
        for (var lawyer : List.of("lawyer.1", "lawyer.2")) {
            done(lawyer, new BriefingCommand.SignRules(ID, version.ref().hash(), pairs));
        }
        done("central.1", new BriefingCommand.PutInForce(ID, version.ref().hash()));
    }

    void handDown() {
        var version = version();
        done("central.1", new BriefingCommand.HandDown(ID));
        for (var login : List.of("northeast.1", "jilin.1", "yanji.1", "tumen.1")) {
            done(login, BriefingCommand.Acknowledge.asRead(version));
            done(login, new BriefingCommand.HandDown(ID));
        }
        var units =
                List.of("yanji-affairs.1", "yanji-security.1", "tumen-border.1", "tumen-customs.1");
        units.forEach(login -> done(login, BriefingCommand.Acknowledge.asRead(version)));
    }

    Stage walk() {
        var draft = new ApplicationDraft(Channel.WEB, Optional.empty(), List.of(traveller()));
        var filed = office.desk().apply(office.authentication().anonymousSession(), "k", draft);
        var id = (CaseId) ((Reply.Done) filed.reply()).stream();
        var person =
                office.authentication()
                        .signInTraveller(filed.number().orElseThrow(), filed.secret().orElseThrow())
                        .orElseThrow();
        done(person, new TravellerCommand.Confirm(id, ONE, EnumSet.allOf(Consequence.class)));
        done("yanji-security.1", new TravellerCommand.CompleteClearance(id, ONE, "identity"));
        done(
                "yanji-affairs.1",
                new TravellerCommand.CompleteClearance(id, ONE, "exit-formalities"));
        done("yanji-affairs.1", new TravellerCommand.Authorise(id, ONE));
        var paper = state(person, id).paper().orElseThrow().number();
        for (var login : List.of("tumen-border.1", "tumen-customs.1")) {
            assertThat(office.cases().byPaper(session(login), paper)).isPresent();
            done(login, new TravellerCommand.RecordCrossing(id, ONE, CrossingDirection.DEPARTURE));
        }
        assertThat(office.cases().history(person, id).toString())
                .contains("jl-yanji-ps-")
                .doesNotContain("yanji-security.1", "yanji-affairs.1", "tumen-border.1");
        return state(person, id).stage();
    }

    private exeat.casework.state.TravellerState state(Session person, CaseId id) {
        var seen = office.cases().find(person, id).orElseThrow().seen().travellers().get(ONE);
        return ((exeat.casework.access.Disclosure.Whole) java.util.Objects.requireNonNull(seen))
                .state();
    }

    private Session session(String login) {
        return office.authentication().signInOfficer(login, word(login)).orElseThrow();
    }

    private void done(String login, Command command) {
        done(session(login), command);
    }

    private void done(Session session, Command command) {
        assertThat(office.desk().handle(session, UUID.randomUUID().toString(), command))
                .as("%s", command)
                .isInstanceOf(Reply.Done.class);
    }

    private static Facts said() {
        var pack = PackLocator.folder().resolve("prc-1963");
        try {
            return SampleAnswers.read(pack, Pack.read(pack)).beside(Facts.NONE);
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Traveller traveller() {
        return new Traveller(
                ONE,
                List.of(new PersonName("Latn", "Test", "Person")),
                BirthDate.of(LocalDate.of(1980, 5, 1)),
                "KP",
                new AuthorityId("jl-yanji"),
                new Purpose("return"),
                said(),
                List.of(),
                List.of(),
                "ko",
                Optional.empty());
    }
}
