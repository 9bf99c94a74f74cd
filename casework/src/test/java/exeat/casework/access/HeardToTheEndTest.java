package exeat.casework.access;

import static exeat.casework.World.CASE;
import static exeat.casework.World.ONE;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.officer;
import static exeat.casework.World.person;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.Hearings;
import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.AdverseHearing;
import exeat.casework.state.DecisionNotice.NoticeKind;
import exeat.casework.state.Stage;
import exeat.casework.value.HoldGround;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.fact.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Ways round a hearing, and ways to make it last for ever. */
class HeardToTheEndTest {

    private static final Optional<NoticeKind> PROPOSAL = Optional.of(NoticeKind.PROPOSAL);
    private static final TwoOfficerAct UNTRUE = correct("relations in Korea", Value.of(false));
    private static final String REPLY = "The register was asked again and knows of none.";
    private static final String ON_ANSWERS = "Their letter is no proof of kinship by itself.";

    private static TwoOfficerAct correct(String fact, Value value) {
        return new TwoOfficerAct.CorrectFact(World.fact(fact), value, "a register");
    }

    private static void propose(World world, TwoOfficerAct act) {
        world.accepted(
                officer(YANJI_FA), new TravellerCommand.ProposeAct(CASE, ONE, act, "a reason"));
    }

    private static AdverseHearing hearing(World world, int number) {
        return world.traveller().proposal(number).flatMap(p -> p.hearing()).orElseThrow();
    }

    private static TravellerCommand answer(int number, String words) {
        return new TravellerCommand.AnswerProposal(CASE, ONE, number, words);
    }

    private static TravellerCommand reply(int number) {
        return new TravellerCommand.ReplyToAnswers(CASE, ONE, number, REPLY);
    }

    private static TravellerCommand agree(int number) {
        return new TravellerCommand.SecondProposal(
                CASE, ONE, number, World.AGREED, Optional.of(ON_ANSWERS));
    }

    private static Rejection open(String what) {
        return new Rejection(Code.HEARING_OPEN, what);
    }

    private static Rejection second(World world, int number) {
        return world.rejection(officer(YANJI_FA, 2), agree(number));
    }

    private static World refusal() {
        var world = World.referred();
        propose(world, new TwoOfficerAct.Refuse());
        Hearings.serve(world, 1);
        return world;
    }

    @Test
    void a_correction_that_takes_an_approval_back_is_heard() {
        var world = World.settling();
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        propose(world, UNTRUE);
        assertThat(second(world, 1)).isEqualTo(open("service"));
        Hearings.serve(world, 1);
        assertThat(second(world, 1)).isEqualTo(open("days"));
        world.accepted(person(), answer(1, "my aunt lives in Hamhung"));
        Hearings.days(world, 15);
        assertThat(second(world, 1)).isEqualTo(open("reply"));
        world.accepted(officer(YANJI_FA), reply(1));
        world.accepted(officer(YANJI_FA, 2), agree(1));
        assertThat(world.stage()).isEqualTo(Stage.REFERRED);
    }

    @Test
    void so_is_one_that_takes_back_what_a_person_approved() {
        var world = World.referred();
        world.accepted(
                officer(YANJI_FA), new TravellerCommand.ApproveReferred(CASE, ONE, "a reason"));
        // The rules find *refer* as before: it is the approval that would be lost.
        propose(world, correct("ethnicity", Value.of("korean")));
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        assertThat(hearing(world, 1).days()).isEqualTo(14);
        assertThat(second(world, 1)).isEqualTo(open("service"));
    }

    @Test
    void so_is_one_to_a_route_that_can_be_set_aside() {
        var world = World.returning();
        var before = world.traveller().finding().orElseThrow();
        propose(world, correct("nationality", Value.of("CN")));
        assertThat(second(world, 1)).isEqualTo(open("service"));
        Hearings.pass(world, 1);
        world.accepted(officer(YANJI_FA, 2), agree(1));
        assertThat(world.traveller().finding().orElseThrow().atLeastAsGoodAs(before)).isFalse();
    }

    @Test
    void one_that_takes_nothing_or_gives_an_approval_is_not() {
        var world = World.settling();
        world.byTwo(YANJI_FA, UNTRUE);
        propose(world, correct("relations in Korea", Value.of(true)));
        assertThat(world.traveller().proposal(2).orElseThrow().hearing()).isEmpty();
        world.accepted(officer(YANJI_FA, 2), agree(2));
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void a_proposal_that_turned_against_the_person_is_made_anew() {
        var world = World.referred();
        propose(world, correct("ethnicity", Value.of("korean")));
        assertThat(world.traveller().proposal(1).orElseThrow().hearing()).isEmpty();
        world.accepted(
                officer(YANJI_FA, 3), new TravellerCommand.ApproveReferred(CASE, ONE, "a reason"));
        assertThat(second(world, 1)).isEqualTo(open("proposal"));
    }

    @Test
    void one_letter_or_word_again_and_again_is_no_reply() {
        var world = refusal();
        world.accepted(person(), answer(1, "my aunt lives in Hamhung"));
        for (var words : List.of("a".repeat(60), "no ".repeat(20), "\u540c\u610f".repeat(9))) {
            assertThat(
                            world.rejected(
                                    officer(YANJI_FA),
                                    new TravellerCommand.ReplyToAnswers(CASE, ONE, 1, words)))
                    .as(words)
                    .isEqualTo(Code.REASON_SHORT);
        }
    }

    @Test
    void an_unproved_secret_uses_up_no_dispute_of_the_person() {
        var world = refusal();
        var dispute = new TravellerCommand.DisputeService(CASE, ONE, 1, "I was away", PROPOSAL);
        world.accepted(person(), dispute);
        world.accepted(officer(YANJI_FA, 3), serve(world));
        assertThat(world.rejection(person(), dispute))
                .isEqualTo(new Rejection(Code.ALREADY_EXISTS, "dispute"));
        world.secret(YANJI_FA, ONE);
        Hearings.days(world, 8);
        world.accepted(person(), dispute);
        assertThat(second(world, 1)).isEqualTo(open("service"));
        // A unit may have two officers: whoever recorded the first can hand it over once more.
        assertThat(world.rejected(officer(YANJI_FA, 3), serve(world)))
                .isEqualTo(Code.SECOND_OFFICER);
        world.accepted(officer(YANJI_FA, 1), serve(world));
        assertThat(world.rejected(person(), dispute)).isEqualTo(Code.ALREADY_EXISTS);
        Hearings.days(world, 15);
        world.accepted(officer(YANJI_FA, 2), agree(1));
    }

    private static TravellerCommand serve(World world) {
        return new TravellerCommand.RecordService(CASE, ONE, 1, world.today(), PROPOSAL);
    }

    @Test
    void whoever_goes_on_answering_when_the_days_are_over_stops_nobody_for_ever() {
        var world = refusal();
        Hearings.days(world, 15);
        world.accepted(person(), answer(1, "my aunt lives in Hamhung"));
        // It is read and answered all the same.
        assertThat(
                        world.rejection(
                                officer(YANJI_FA, 2),
                                new TravellerCommand.SecondProposal(CASE, ONE, 1, World.AGREED)))
                .isEqualTo(new Rejection(Code.REASON_MISSING, "onAnswers"));
        world.accepted(officer(YANJI_FA, 2), agree(1));
        assertThat(world.stage()).isEqualTo(Stage.REFUSED);
    }

    @Test
    void what_was_said_is_not_lost_when_the_same_is_proposed_again() {
        var world = refusal();
        world.accepted(person(), answer(1, "my aunt lives in Hamhung"));
        world.accepted(
                officer(YANJI_FA), new TravellerCommand.DeclineProposal(CASE, ONE, 1, "an error"));
        propose(world, new TwoOfficerAct.Refuse());
        assertThat(hearing(world, 2).answers()).hasSize(1);
        Hearings.pass(world, 2);
        assertThat(second(world, 2)).isEqualTo(open("reply"));
        world.accepted(officer(YANJI_FA), reply(2));
        world.accepted(officer(YANJI_FA, 2), agree(2));
    }

    @Test
    void what_was_said_to_something_else_is_not_said_to_it() {
        var world = World.settling();
        propose(world, new TwoOfficerAct.SetAside("relations-not-found"));
        world.accepted(person(), answer(1, "my aunt lives in Hamhung"));
        world.accepted(
                officer(YANJI_FA), new TravellerCommand.DeclineProposal(CASE, ONE, 1, "an error"));
        propose(world, UNTRUE);
        assertThat(hearing(world, 2).answers()).isEmpty();
    }

    @Test
    void ten_answers_to_an_earlier_proposal_use_up_none_to_this() {
        var world = refusal();
        for (int n = 0; n < 10; n++) {
            world.accepted(person(), answer(1, "not so"));
        }
        Hearings.days(world, 1);
        world.accepted(
                officer(YANJI_FA), new TravellerCommand.DeclineProposal(CASE, ONE, 1, "an error"));
        propose(world, new TwoOfficerAct.Refuse());
        assertThat(hearing(world, 2).answers()).hasSize(10);
        world.accepted(person(), answer(2, "nor this"));
    }

    @Test
    void what_officers_read_is_what_was_written() {
        var world = refusal();
        world.accepted(person(), answer(1, "\u202emy aunt\u2066 is\u0007 ill\u2069\nin Hamhung"));
        world.accepted(
                officer(YANJI_FA, 3),
                new TravellerCommand.RecordAnswer(CASE, ONE, 1, "\u05e9\u05dc\u05d5\u05dd\u202c"));
        assertThat(hearing(world, 1).answers())
                .extracting(AdverseHearing.Answer::words)
                .containsExactly("my aunt is ill\nin Hamhung", "\u05e9\u05dc\u05d5\u05dd");
        var hidden = answer(1, "\u202e\u2066");
        assertThat(world.rejected(person(), hidden)).isEqualTo(Code.REASON_MISSING);
        assertThat(
                        world.rejected(
                                officer(YANJI_FA),
                                new TravellerCommand.ProposeAct(
                                        CASE, ONE, new TwoOfficerAct.Refuse(), "\u200b")))
                .isEqualTo(Code.REASON_MISSING);
    }

    @Test
    void a_hold_that_is_disputed_for_ever_can_still_be_prolonged_by_those_who_handed_it_over() {
        var world = World.returning();
        world.byTwo(
                YANJI_FA,
                new TwoOfficerAct.PlaceHold(
                        new HoldGround.IdentityNotEstablished(),
                        "two birth dates",
                        world.today().plusDays(10),
                        Optional.empty(),
                        Optional.empty()));
        var dispute = new TravellerCommand.DisputeService(CASE, ONE, 1, "nobody came");
        for (int officer : new int[] {1, 3}) {
            world.accepted(
                    officer(YANJI_FA, officer),
                    new TravellerCommand.RecordService(CASE, ONE, 1, world.today()));
            world.accepted(person(), dispute);
        }
        world.pass(12);
        var owner = world.traveller().openHolds().getFirst().owner();
        Actor.Officer above = officer(owner);
        var longer = new TwoOfficerAct.ExtendHold(1, "a letter is due", world.today().plusDays(29));
        world.accepted(above, new TravellerCommand.ProposeAct(CASE, ONE, longer, "a reason"));
        Hearings.pass(world, 2);
        world.accepted(officer(owner, 2), agree(2));
    }
}
