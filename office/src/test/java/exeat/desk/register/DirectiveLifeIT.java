package exeat.desk.register;

import static exeat.desk.Town.JILIN;
import static exeat.desk.Town.ONE;
import static exeat.desk.Town.ROOT;
import static exeat.desk.Town.YANJI;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Command;
import exeat.casework.command.Rejection;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.RecordedEvent;
import exeat.casework.state.Stage;
import exeat.casework.state.Undoing;
import exeat.casework.value.DirectiveChange;
import exeat.casework.value.DirectiveStatus;
import exeat.casework.value.RulePair;
import exeat.casework.value.StreamId.BriefingId;
import exeat.desk.Town;
import exeat.desk.Versions;
import exeat.desk.base.Session;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Consequence;
import exeat.rules.finding.FindingDifference;
import exeat.rules.finding.Purpose;
import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One directive through its whole life: gate, signatures, a newer version, suspension, repeal. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DirectiveLifeIT {

    private static final BriefingId BRIEFING = new BriefingId("prc-1963");

    private final Town town = Town.alone();
    private final Directive first = town.office.register().directive("prc-1963").orElseThrow();
    private Directive second = first;

    @BeforeAll
    void nothing_is_due_yet() {
        town.office.passTime();
    }

    @AfterAll
    void closes() {
        town.office.close();
    }

    private DirectiveRef current() {
        return town.office.register().directive("prc-1963").orElseThrow().ref();
    }

    private Session lawyer(int n) {
        var id = "law." + n;
        return town.office.authentication().signInOfficer(id, "right " + id).orElseThrow();
    }

    private Stream<Event> history(Town.Filing filing) {
        return town.office.cases().history(town.party(filing), filing.id()).stream()
                .map(RecordedEvent::event);
    }

    private DirectiveRef version(Town.Filing filing) {
        return town.office.cases().find(town.party(filing), filing.id()).orElseThrow().directive();
    }

    @Test
    @Order(1)
    void a_version_that_is_only_stored_changes_nothing() throws Exception {
        second =
                Versions.load(
                        town.office,
                        "2",
                        rules ->
                                Versions.validity("return", 365)
                                        .andThen(Versions.validity("settle", 90))
                                        .apply(rules));

        assertThat(current()).isEqualTo(first.ref());
        assertThat(version(town.file(Town.returning()))).isEqualTo(first.ref());
    }

    @Test
    @Order(2)
    void signatures_stand_for_the_pairs_that_did_not_change() {
        var force = new BriefingCommand.PutInForce(BRIEFING, second.ref().hash());
        var signed = town.office.register().signatures("prc-1963");

        assertThat(signed).hasSize(2 * RulePair.of(first).size());
        assertThat(signed.getFirst().name()).isEqualTo("Lawyer 1");
        assertThat(town.rejected(lawyer(1), force)).isEqualTo(Rejection.Code.NOT_ALLOWED);
        // Only assumed rules changed: only they are signed again, as procedure without a paragraph.
        var stand = RulePair.of(first).stream().map(RulePair::hash).toList();
        var changed =
                RulePair.of(second).stream().filter(pair -> !stand.contains(pair.hash())).toList();
        assertThat(changed)
                .isNotEmpty()
                .allSatisfy(pair -> assertThat(pair.number()).isEqualTo(RulePair.ASSUMED));
        assertThat(town.rejected(town.officer(ROOT), force)).isEqualTo(Rejection.Code.NOT_SIGNED);
        var hashes =
                changed.stream().map(RulePair::hash).collect(java.util.stream.Collectors.toSet());
        for (int lawyer = 1; lawyer <= 2; lawyer++) {
            town.done(
                    lawyer(lawyer),
                    new BriefingCommand.SignRules(BRIEFING, second.ref().hash(), hashes));
        }
    }

    @Test
    @Order(3)
    void a_version_that_is_not_proved_is_not_put_in_force() throws Exception {
        // Route A for everybody but those whom the text names: the shielded value works against
        // them.
        var broken =
                Versions.load(
                        town.office,
                        "3",
                        rules ->
                                rules.replace(
                                        "<inputEntry><text>\"korean\"</text></inputEntry>",
                                        "<inputEntry><text>\"other\"</text></inputEntry>"));
        var force = new BriefingCommand.PutInForce(BRIEFING, broken.ref().hash());

        assertThat(town.office.register().proofs(broken).proved()).isFalse();
        assertThat(town.rejected(town.officer(ROOT), force)).isEqualTo(Rejection.Code.NOT_PROVED);
        assertThat(current()).isEqualTo(first.ref());
    }

    @Test
    @Order(4)
    void a_changed_rule_must_be_signed_again() throws Exception {
        var changed = Versions.load(town.office, "4", DirectiveLifeIT::reworded);
        var force = new BriefingCommand.PutInForce(BRIEFING, changed.ref().hash());
        assertThat(town.office.register().proofs(changed).proved()).isTrue();
        assertThat(town.rejected(town.officer(ROOT), force)).isEqualTo(Rejection.Code.NOT_SIGNED);
        assertThat(town.rejected(town.officer(ROOT), sign(changed)))
                .isEqualTo(Rejection.Code.NOT_ALLOWED);
    }

    /** The trip's paper, which cites a paragraph, is valid for longer. */
    private static String reworded(String rules) {
        int at =
                rules.indexOf(
                        "<inputEntry><text>\"trip\"</text></inputEntry>",
                        rules.indexOf("paper-out-validity-days"));
        int value = rules.indexOf("<text>90</text>", at);
        return rules.substring(0, value)
                + "<text>91</text>"
                + rules.substring(value + "<text>90</text>".length());
    }

    private static Command sign(Directive version) {
        var pairs =
                RulePair.of(version).stream()
                        .map(RulePair::hash)
                        .collect(java.util.stream.Collectors.toSet());
        return new BriefingCommand.SignRules(BRIEFING, version.ref().hash(), pairs);
    }

    @Test
    @Order(5)
    void the_impact_of_a_version_is_counted_before_it_is_in_force_and_changes_nothing() {
        for (int i = 0; i < 5; i++) {
            town.confirmed(Town.returning());
        }
        var one = town.confirmed(Town.settling());

        var impact = town.office.impactAnalysis().count(second);

        assertThat(impact.total(FindingDifference.Direction.BETTER).text()).isEqualTo("5");
        assertThat(impact.total(FindingDifference.Direction.WORSE).text()).isEqualTo("<5");
        assertThat(impact.lines()).allMatch(line -> line.unit().equals(Town.YANJI_FA));
        var listed = town.office.impactAnalysis().list(town.officer(Town.YANJI_FA), second, 100);
        assertThat(listed).hasSize(6).anyMatch(l -> l.id().equals(one.id()));
        var party = town.office.impactAnalysis().list(town.party(one), second, 100);
        assertThat(party).hasSize(1);
        assertThat(version(one)).isEqualTo(first.ref());
    }

    @Test
    @Order(6)
    void open_cases_move_if_nobody_is_worse_off_and_others_stay() {
        var returning = town.confirmed(Town.returning());
        var settling = town.confirmed(Town.settling());
        var unconfirmed = town.file(Town.returning());
        var away = leftInPerson();
        town.done(
                town.officer(ROOT), new BriefingCommand.PutInForce(BRIEFING, second.ref().hash()));

        assertThat(current()).isEqualTo(second.ref());
        assertThat(version(returning)).isEqualTo(first.ref());
        assertThat(version(town.file(Town.settling()))).isEqualTo(second.ref());
        assertThat(town.office.passTime()).isGreaterThanOrEqualTo(2);

        assertThat(version(returning)).isEqualTo(second.ref());
        assertThat(version(unconfirmed)).isEqualTo(second.ref());
        assertThat(version(settling)).isEqualTo(first.ref());
        assertThat(version(away)).as("they may come back").isEqualTo(first.ref());
        inPerson(
                away,
                JILIN,
                new TravellerCommand.DisownInPerson(away.id(), ONE, true, "so"),
                Undoing.NUMBERED_AFTER + 1);
        assertThat(stage(away)).isEqualTo(Stage.APPROVED);
        assertThat(history(returning)).contains(new CaseEvent.Moved(first.ref(), second.ref()));
        assertThat(town.state(returning, ONE).finding().orElseThrow().burden().validityDays())
                .isEqualTo(365);
        assertThat(town.state(returning, ONE).stage()).isEqualTo(Stage.APPROVED);
        assertThat(town.office.passTime()).isZero();
        asOf(settling);
    }

    /** Of two, one is said to have left before two officers; the other is still there. */
    private Town.Filing leftInPerson() {
        var other = Town.adult(Town.TWO, "KP", new Purpose("return"), Facts.NONE);
        var filing = town.file(Town.returning(), other);
        var told = EnumSet.allOf(Consequence.class);
        town.done(town.party(filing), new TravellerCommand.Confirm(filing.id(), ONE, told));
        inPerson(filing, YANJI, new TravellerCommand.WithdrawInPerson(filing.id(), ONE, "so"), 1);
        return filing;
    }

    private void inPerson(
            Town.Filing filing, AuthorityId unit, TravellerCommand asked, int request) {
        town.done(town.officer(unit), asked);
        var second = new TravellerCommand.SecondInPerson(filing.id(), ONE, request, "so");
        town.done(town.officer(unit, 2), second);
    }

    /** On the day both versions were in force, the last one decides; before, there was none. */
    private void asOf(Town.Filing settling) {
        var cases = town.office.cases();
        var today = town.today();
        var again = cases.asOf(town.party(settling), settling.id(), today).orElseThrow();
        var came = java.util.Objects.requireNonNull(again.travellers().get(ONE));
        assertThat(again.version()).isEqualTo(second.ref());
        assertThat(again.factsOf()).isEqualTo(today);
        assertThat(again.filed()).isTrue();
        assertThat(came.stands().burden().validityDays()).isEqualTo(180);
        assertThat(came.then().burden().validityDays()).isEqualTo(90);
        assertThat(cases.asOf(town.party(settling), settling.id(), today.minusDays(1))).isEmpty();
        assertThat(version(settling)).isEqualTo(first.ref());
    }

    @Test
    @Order(7)
    void under_a_suspended_directive_nothing_is_refused_and_running_cases_go_on() {
        var running = town.confirmed(Town.returning());
        change(new DirectiveChange.Suspend(), 1);
        assertThat(town.office.register().standing(second)).isEqualTo(DirectiveStatus.SUSPENDED);

        var filed = town.confirmed(Town.returning());
        assertThat(history(filed))
                .anyMatch(e ->
                        e instanceof CaseEvent.Applied a
                                && a.notInForce()
                                        .equals(java.util.Optional.of(DirectiveStatus.SUSPENDED))
                                && a.holder().equals(ROOT));
        assertThat(stage(filed)).isEqualTo(Stage.REFERRED);
        town.clear(running, ONE);
        town.authorise(running, ONE);
        town.office.passTime();
        assertThat(stage(filed)).isEqualTo(Stage.REFERRED);

        change(new DirectiveChange.Resume(), 2);
        town.office.passTime();
        assertThat(stage(filed)).isEqualTo(Stage.APPROVED);
    }

    private Stage stage(Town.Filing filing) {
        var seen = town.office.cases().find(town.party(filing), filing.id()).orElseThrow().seen();
        return java.util.Objects.requireNonNull(seen.travellers().get(ONE))
                        instanceof exeat.casework.access.Disclosure.Whole(var state)
                ? state.stage()
                : Stage.CLOSED;
    }

    private void change(DirectiveChange change, int number) {
        town.done(
                town.officer(ROOT),
                new BriefingCommand.ProposeChange(BRIEFING, change, "a reason"));
        town.done(town.officer(ROOT, 2), new BriefingCommand.SecondChange(BRIEFING, number));
    }

    @Test
    @Order(8)
    void a_repealed_directive_takes_applications_for_a_person_from_its_day_on() {
        change(new DirectiveChange.Repeal(town.today().plusDays(2)), 3);
        assertThat(stage(town.confirmed(Town.returning()))).isEqualTo(Stage.APPROVED);
        town.pass(Duration.ofDays(2));
        assertThat(stage(town.confirmed(Town.returning()))).isEqualTo(Stage.REFERRED);
        assertThat(town.office.register().standing(second)).isEqualTo(DirectiveStatus.REPEALED);
    }
}
