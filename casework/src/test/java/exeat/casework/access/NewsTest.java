package exeat.casework.access;

import static exeat.casework.World.CASE;
import static exeat.casework.World.ONE;
import static exeat.casework.World.TWO;
import static exeat.casework.World.YANJI;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.YANJI_PS;
import static exeat.casework.World.adult;
import static exeat.casework.World.officer;
import static exeat.casework.World.party;
import static exeat.casework.World.person;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.AppearanceCommand;
import exeat.casework.command.Command;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.SecretCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.notice.News;
import exeat.casework.value.Guardian;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.appearance.AppearanceKind;
import exeat.casework.value.appearance.AppearancePurpose;
import exeat.casework.value.appearance.AppearanceRequest;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is told that there is something to read, how soon, and when nobody is. */
class NewsTest {

    private static final Purpose RETURN = new Purpose("return");

    private static TravellerCommand.ChooseNotices on(TravellerNo no) {
        return new TravellerCommand.ChooseNotices(CASE, no, true);
    }

    private static TravellerCommand.ChooseNotices off(TravellerNo no) {
        return new TravellerCommand.ChooseNotices(CASE, no, false);
    }

    private static TravellerCommand.Ask question() {
        return new TravellerCommand.Ask(
                CASE, ONE, new RequestedItem.OfFact(World.fact("ethnicity")));
    }

    private static TravellerCommand.ClaimForAnother claim() {
        return new TravellerCommand.ClaimForAnother(CASE, ONE, "danger");
    }

    private static SecretCommand.AskForSecret secret() {
        return new SecretCommand.AskForSecret(CASE, ONE, "first part", "a card");
    }

    private static boolean isOn(World world) {
        return News.isOn(world.state(), world.traveller(), world.now);
    }

    private static Map<TravellerNo, News> told(World world, Actor actor, Command command) {
        var events = world.accepted(actor, command);
        return News.of(world.state(), events, actor, world.now);
    }

    /** Two people in one application; whoever filed has the secret of the first. */
    private static World filed() {
        return UnprovedPowerTest.filed(true, false);
    }

    /** The first has a secret that two officers handed over, and it works. */
    private static World proved() {
        var world = filed();
        world.secret(YANJI_FA, ONE);
        world.now = world.now.plus(Duration.ofDays(8));
        return world;
    }

    @Test
    void nobody_is_told_anything_before_they_want_it() {
        var world = World.referred();
        assertThat(isOn(world)).isFalse();
        assertThat(told(world, officer(YANJI_FA), question())).isEmpty();
    }

    @Test
    void what_waits_for_the_person_is_told_at_once_and_what_happened_with_the_rest_of_the_day() {
        var world = World.referred();
        world.accepted(person(), on(ONE));
        assertThat(told(world, officer(YANJI_FA), question())).isEqualTo(Map.of(ONE, News.AT_ONCE));
        var returning = World.returning();
        returning.accepted(person(), on(ONE));
        assertThat(
                        told(
                                returning,
                                officer(YANJI_PS),
                                new TravellerCommand.CompleteClearance(CASE, ONE, "identity")))
                .isEqualTo(Map.of(ONE, News.DAILY));
    }

    @Test
    void an_appointment_and_its_cancelling_are_told_at_once_and_how_it_went_is_not() {
        var world = World.referred();
        world.accepted(person(), on(ONE));
        var request =
                new AppearanceRequest(
                        AppearanceKind.AT_OFFICE, AppearancePurpose.IDENTITY, "a card", YANJI_FA);
        var at = world.now.plus(Duration.ofDays(5));
        var ask = new AppearanceCommand.AskToAppear(CASE, ONE, request, at);
        assertThat(told(world, officer(YANJI_FA), ask)).isEqualTo(Map.of(ONE, News.AT_ONCE));
        var cancel = new AppearanceCommand.CancelAppearance(CASE, ONE, 1, "the officer is ill");
        assertThat(told(world, officer(YANJI_FA), cancel)).isEqualTo(Map.of(ONE, News.AT_ONCE));
        world.accepted(officer(YANJI_FA), ask);
        world.now = at;
        var missed = new AppearanceCommand.RecordAppearance(CASE, ONE, 2, false);
        assertThat(told(world, officer(YANJI_FA), missed)).isEqualTo(Map.of(ONE, News.DAILY));
    }

    @Test
    void nobody_is_told_what_they_did_themselves_but_that_they_left() {
        var world = World.referred();
        world.accepted(person(), on(ONE));
        assertThat(told(world, person(), on(ONE))).isEmpty();
        assertThat(told(world, person(), new TravellerCommand.Withdraw(CASE, ONE)))
                .isEqualTo(Map.of(ONE, News.SECURITY));
    }

    @Test
    void neither_an_officer_nor_anybody_else_switches_them_on_or_off_for_somebody() {
        var world = filed();
        for (var who : List.of(party(TWO), officer(YANJI_FA), officer(YANJI))) {
            for (var command : List.of(on(ONE), off(ONE))) {
                assertThat(world.rejected(who, command)).isEqualTo(Code.NOT_ALLOWED);
            }
        }
        assertThat(world.rejected(new Actor.Stranger(), on(ONE))).isEqualTo(Code.NOT_ALLOWED);
    }

    @Test
    void a_guardian_does_not_switch_them_on_for_a_child_nor_the_child_for_itself() {
        var world =
                new World()
                        .applied(
                                adult(ONE, "KP", RETURN, Facts.NONE),
                                World.child(
                                        TWO,
                                        RETURN,
                                        List.of(new Guardian("mother", Optional.of(ONE)))));
        assertThat(world.rejection(person(), on(TWO)))
                .isEqualTo(new Rejection(Code.NOT_ALLOWED, "actor"));
        assertThat(world.rejection(party(TWO), on(TWO)))
                .isEqualTo(new Rejection(Code.NOT_ALLOWED, "minor"));
        world.accepted(party(TWO), off(TWO));
    }

    @Test
    void the_persons_own_claim_ends_all_of_them_and_its_end_brings_none_back() {
        var world = proved();
        world.accepted(person(), on(ONE));
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        assertThat(isOn(world)).isFalse();
        assertThat(told(world, officer(YANJI), secret())).isEmpty();
        assertThat(world.rejected(person(), on(ONE))).isEqualTo(Code.SUSPENDED);
        world.accepted(person(), off(ONE));
        world.accepted(person(), new TravellerCommand.EndProtectionClaim(CASE, ONE));
        assertThat(isOn(world)).isFalse();
        world.accepted(person(), on(ONE));
        assertThat(isOn(world)).isTrue();
    }

    @Test
    void a_claim_by_somebody_else_stops_no_notice_about_a_secret_and_is_none_itself() {
        for (var world : List.of(filed(), proved())) {
            world.accepted(person(), on(ONE));
            assertThat(told(world, new Actor.Stranger(), claim())).isEmpty();
            assertThat(isOn(world)).isTrue();
            assertThat(told(world, officer(YANJI), secret())).isEqualTo(Map.of(ONE, News.SECURITY));
        }
    }

    @Test
    void once_two_officers_heard_the_person_alone_all_of_them_end() {
        for (var world : List.of(filed(), proved())) {
            world.accepted(person(), on(ONE));
            UnprovedPowerTest.claimed(world, true);
            assertThat(isOn(world)).isFalse();
            assertThat(told(world, officer(YANJI), secret())).isEmpty();
        }
    }

    /** Whoever filed is told nothing else of the person, and a mail would say that there is. */
    @Test
    void whose_secret_nobody_proved_gets_none_while_their_last_view_goes_on() {
        var world = filed();
        world.accepted(person(), on(ONE));
        UnprovedPowerTest.claimed(world, false);
        world.now = world.now.plus(Duration.ofDays(4));
        world.accepted(
                new Actor.Clock(), new exeat.casework.command.CaseCommand.CheckDeadlines(CASE));
        var clear = new TravellerCommand.CompleteClearance(CASE, ONE, "identity");
        assertThat(told(world, officer(YANJI_PS), clear)).isEmpty();
        assertThat(isOn(world)).isTrue();
    }

    /** And goes on to see that they are on, as without a claim. */
    @Test
    void whose_secret_nobody_proved_sees_them_on_after_the_person_was_heard() {
        var world = filed();
        world.accepted(person(), on(ONE));
        UnprovedPowerTest.claimed(world, true);
        assertThat(shown(world).noticesSince()).isPresent();
        world.accepted(person(), off(ONE));
        assertThat(shown(world).noticesSince()).isEmpty();
        world.accepted(person(), on(ONE));
        assertThat(shown(world).noticesSince()).isPresent();
        assertThat(isOn(world)).isFalse();
    }

    private static exeat.casework.state.TravellerState shown(World world) {
        return world.seen(person()).orElseThrow().travellers().get(ONE)
                        instanceof Disclosure.Whole(var state)
                ? state
                : world.traveller(TWO);
    }

    /** Whoever had the old secret is told until then that another one is made, and not after. */
    @Test
    void another_secret_ends_what_was_switched_on_with_the_one_before() {
        var world = filed();
        world.accepted(person(), on(ONE));
        assertThat(told(world, officer(YANJI_FA, 1), secret()))
                .isEqualTo(Map.of(ONE, News.SECURITY));
        assertThat(
                        told(
                                world,
                                officer(YANJI_FA, 2),
                                new SecretCommand.IssueSecret(
                                        CASE, ONE, 1, "other part", "the face")))
                .isEqualTo(Map.of(ONE, News.SECURITY));
        assertThat(isOn(world)).isTrue();
        world.now = world.now.plus(Duration.ofDays(8));
        assertThat(isOn(world)).isFalse();
        world.accepted(person(), on(ONE));
        assertThat(isOn(world)).isTrue();
    }

    @Test
    void they_can_be_switched_off_after_the_end_and_on_no_more() {
        var world = World.referred();
        world.accepted(person(), on(ONE));
        world.accepted(person(), new TravellerCommand.Withdraw(CASE, ONE));
        assertThat(world.rejected(person(), on(ONE))).isEqualTo(Code.WRONG_STAGE);
        world.accepted(person(), off(ONE));
        assertThat(isOn(world)).isFalse();
    }

    @Test
    void of_one_travellers_news_no_other_is_told() {
        var world = filed();
        world.secret(YANJI_FA, TWO);
        world.now = world.now.plus(Duration.ofDays(8));
        world.accepted(party(TWO), on(TWO));
        assertThat(told(world, officer(YANJI_FA), secret())).isEmpty();
        world.accepted(person(), on(ONE));
        assertThat(told(world, person(), new TravellerCommand.Withdraw(CASE, ONE)))
                .containsOnlyKeys(ONE);
    }
}
