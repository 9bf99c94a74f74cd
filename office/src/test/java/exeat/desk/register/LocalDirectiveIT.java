package exeat.desk.register;

import static exeat.desk.Town.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.Disclosure;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Rejection;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.DirectiveStatus;
import exeat.casework.value.RulePair;
import exeat.casework.value.StreamId.BriefingId;
import exeat.desk.Town;
import exeat.desk.Versions;
import exeat.desk.base.Session;
import exeat.desk.cases.CaseView;
import exeat.oversight.Alarm;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import exeat.rules.finding.Outcome;
import exeat.rules.prove.ProofReport;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** A county's directive below the one of 1963, and what happens to it when that one changes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LocalDirectiveIT {

    private final Town town = Town.alone();
    private final DirectiveRegister register = town.office.register();
    private final Directive above = register.directive("prc-1963").orElseThrow();
    private Directive county = above;

    /** Two of the issuer, from before two directives have its unit. */
    @BeforeAll
    void opens() {
        town.officer(ROOT, 2);
    }

    @AfterAll
    void closes() {
        town.office.close();
    }

    /** The pack of 1963 as its own local pack. */
    private Directive load(String naming) throws IOException, PackException {
        return load(naming, "");
    }

    /**
     * As {@link #load(String)}, another version.
     *
     * @param title what its title says besides
     */
    private Directive load(String naming, String title) throws IOException, PackException {
        var parent = Town.packs().resolve("prc-1963");
        var folder = Town.emptyFolder();
        copy(parent, folder.resolve("prc-1963"));
        var local = copy(parent, folder.resolve("county"));
        var record = Files.readString(local.resolve("record.yaml"));
        Files.writeString(
                local.resolve("record.yaml"),
                record.replace("version: \"1\"\n", "version: \"1\"\nextends: " + naming + "\n")
                        .replace("\ndate:", title + "\ndate:"));
        Files.writeString(local.resolve("vocabulary.yaml"), "{}\n");
        return register.directive(register.load(local));
    }

    private static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
            }
        }
        return to;
    }

    /** Somebody who has a mandate under a directive, and acts under it. */
    private Session under(DirectiveRef directive, String login, AuthorityId unit) {
        var office = town.office;
        office.officerAccounts().grant(login, directive.id(), unit, "test");
        var session = office.authentication().signInOfficer(login, "right " + login).orElseThrow();
        assertThat(office.authentication().mandates().actUnder(session, directive.id())).isTrue();
        return office.authentication().resume(session.token()).orElseThrow();
    }

    private Session issuer(Directive directive) {
        return under(directive.ref(), ROOT.text() + ".1", ROOT);
    }

    private void sign(Directive version) {
        for (int n = 1; n <= 2; n++) {
            var lawyer = "law." + n;
            var signed =
                    register.signatures(version.ref().id()).stream()
                            .filter(s -> s.by().text().equals(lawyer))
                            .map(DirectiveRegister.Signature::pair)
                            .collect(Collectors.toSet());
            var pairs = new HashSet<>(RulePair.of(version).stream().map(RulePair::hash).toList());
            pairs.removeAll(signed);
            if (!pairs.isEmpty()) {
                var id = new BriefingId(version.ref().id());
                town.done(
                        under(version.ref(), lawyer, ROOT),
                        new BriefingCommand.SignRules(id, version.ref().hash(), pairs));
            }
        }
    }

    private static BriefingCommand force(Directive version) {
        return new BriefingCommand.PutInForce(
                new BriefingId(version.ref().id()), version.ref().hash());
    }

    @Test
    @Order(1)
    void one_that_does_not_name_its_parent_exactly_is_not_put_in_force() throws Exception {
        var draft = load("prc-1963");
        sign(draft);
        assertThat(town.rejected(issuer(draft), force(draft)))
                .isEqualTo(Rejection.Code.PARENT_NOT_NAMED);
    }

    @Test
    @Order(2)
    void one_that_names_the_version_in_force_is_put_in_force() throws Exception {
        county = load(naming(above.ref()));
        assertThat(county.parent().orElseThrow().ref()).isEqualTo(above.ref());
        sign(county);
        town.done(issuer(county), force(county));
        assertThat(register.standing(county)).isEqualTo(DirectiveStatus.IN_FORCE);
        assertThat(register.layers().above(county).inForce()).containsExactly(above.ref());
        assertThat(register.layers().above(county).unproved()).isEmpty();
    }

    private static String naming(DirectiveRef ref) {
        return "{pack: prc-1963, version: \"%s\", hash: %s}".formatted(ref.version(), ref.hash());
    }

    @Test
    @Order(3)
    void a_better_version_above_is_told_to_the_issuer_and_nobody_gets_less_by_machine()
            throws Exception {
        var better = Versions.load(town.office, "2", Versions.validity("settle", 365));
        sign(better);
        town.done(town.officer(ROOT), force(better));

        assertThat(register.layers().above(county).unproved())
                .extracting(Directive::ref)
                .containsExactly(better.ref());
        assertThat(register.layers().prove(county).map(ProofReport::proved)).contains(false);
        assertThat(town.office.reports().overview(issuer(county), ROOT).alarms())
                .extracting(Alarm::kind)
                .contains(Alarm.Kind.PARENT_CHANGED);
    }

    @Test
    @Order(4)
    void one_that_names_a_version_no_longer_in_force_is_not_put_in_force() throws Exception {
        var late = load(naming(above.ref()), ", again");
        sign(late);
        assertThat(town.rejected(issuer(late), force(late)))
                .isEqualTo(Rejection.Code.PARENT_NOT_IN_FORCE);
    }

    @Test
    @Order(5)
    void a_worse_version_above_is_proved_again_and_the_county_goes_on() throws Exception {
        var worse = Versions.load(town.office, "3", Versions.validity("settle", 90));
        sign(worse);
        town.done(town.officer(ROOT), force(worse));
        assertThat(register.layers().prove(county).map(ProofReport::proved)).contains(true);
        assertThat(register.layers().above(county).unproved()).isEmpty();
        assertThat(register.standing(county)).isEqualTo(DirectiveStatus.IN_FORCE);
    }

    @Test
    @Order(6)
    void below_a_suspended_directive_a_person_decides_until_it_is_resumed() throws Exception {
        change(new DirectiveChange.Suspend(), 1);
        assertThat(register.standing(county)).isEqualTo(DirectiveStatus.OUTSIDE_ITS_DAYS);
        var filed = filed();
        assertThat(outcome(filed)).isEqualTo(Outcome.REFER);
        assertThat(seen(filed).directive()).isEqualTo(county.ref());

        change(new DirectiveChange.Resume(), 2);
        assertThat(register.standing(county)).isEqualTo(DirectiveStatus.IN_FORCE);
        town.office.passTime();
        assertThat(outcome(filed)).isEqualTo(Outcome.APPROVE_IN_GENERAL);
    }

    @Test
    @Order(7)
    void where_each_finding_is_better_in_some_way_the_person_chooses_and_nobody_else()
            throws Exception {
        var mixed =
                Versions.load(
                        town.office,
                        "4",
                        rules ->
                                Versions.validity("settle", 365)
                                        .apply(rules)
                                        .replace(ONE_VISIT, ONE_VISIT.replace('1', '2')));
        sign(mixed);
        town.done(town.officer(ROOT), force(mixed));
        var filed = filed();
        assertThat(outcome(filed)).isEqualTo(Outcome.REFER);

        var person = town.party(filed);
        var unit = seen(filed).seen().holder();
        var holder = under(county.ref(), unit.text() + ".1", unit);
        for (var reader : List.of(person, holder)) {
            var choices = town.office.cases().choices(reader, filed.id());
            assertThat(choices).containsOnlyKeys(Town.ONE);
            var open = choices.firstEntry().getValue();
            assertThat(open.findings())
                    .extracting(finding -> finding.directive())
                    .containsExactly(county.ref(), mixed.ref());
            assertThat(open.decidableFrom()).isPresent();
        }
        var stranger = town.party(filed());
        assertThat(town.office.cases().choices(stranger, filed.id())).isEmpty();

        var approve = new TravellerCommand.ApproveReferred(filed.id(), Town.ONE, "it is clear");
        assertThat(town.office.cases().outlook(holder, filed.id()).orElseThrow().rejection(approve))
                .map(Rejection::code)
                .contains(Rejection.Code.CHOICE_OPEN);
        var choose = new TravellerCommand.ChooseFinding(filed.id(), Town.ONE, mixed.ref());
        assertThat(town.rejected(holder, approve)).isEqualTo(Rejection.Code.CHOICE_OPEN);
        assertThat(town.rejected(holder, choose)).isEqualTo(Rejection.Code.NOT_ALLOWED);

        town.done(person, choose);
        assertThat(outcome(filed)).isEqualTo(Outcome.APPROVE_IN_GENERAL);
        assertThat(town.office.cases().choices(person, filed.id())).isEmpty();
        var events = town.office.cases().history(holder, filed.id());
        assertThat(events)
                .extracting(RecordedEvent::event)
                .filteredOn(TravellerEvent.Found.class::isInstance)
                .last()
                .isInstanceOfSatisfying(
                        TravellerEvent.Found.class,
                        found -> {
                            assertThat(found.finding().directive()).isEqualTo(mixed.ref());
                            assertThat(found.finding().burden().validityDays()).isEqualTo(365);
                            assertThat(found.finding().burden().appearances()).isEqualTo(2);
                        });
    }

    private static final String ONE_VISIT = "<outputEntry><text>1</text></outputEntry>";

    private void change(DirectiveChange change, int number) {
        var stream = new BriefingId("prc-1963");
        town.done(
                town.officer(ROOT, 1),
                new BriefingCommand.ProposeChange(stream, change, "a reason"));
        town.done(town.officer(ROOT, 2), new BriefingCommand.SecondChange(stream, number));
    }

    private Town.Filing filed() {
        return town.confirmed(Town.settling(), Optional.of(county.ref().id()));
    }

    private CaseView seen(Town.Filing filing) {
        return town.office.cases().find(town.party(filing), filing.id()).orElseThrow();
    }

    private Outcome outcome(Town.Filing filing) {
        return seen(filing).seen().travellers().get(Town.ONE) instanceof Disclosure.Whole(var state)
                ? state.finding().orElseThrow().outcome()
                : Outcome.REFER;
    }
}
