package exeat.casework.access;

import static exeat.casework.World.CASE;
import static exeat.casework.World.ONE;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.officer;
import static exeat.casework.World.person;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.Hearings;
import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.AdverseHearing;
import exeat.casework.state.AdverseHearing.Weighed;
import exeat.casework.state.DecisionNotice.NoticeKind;
import exeat.casework.state.DueDays;
import exeat.casework.state.Stage;
import exeat.casework.value.HoldGround;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.fact.Value;
import exeat.rules.finding.Purpose;
import exeat.rules.source.PackException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Nobody is decided against before they were heard, and both officers reply to what they said. */
class AdverseHearingTest {

    private static final Optional<NoticeKind> PROPOSAL = Optional.of(NoticeKind.PROPOSAL);
    private static final String REPLY = "The register was asked again and knows of none.";
    private static final String ON_ANSWERS = "Their letter is no proof of kinship by itself.";

    private static final TravellerCommand ANSWER =
            new TravellerCommand.AnswerProposal(CASE, ONE, 1, "my aunt lives in Hamhung");
    private static final TravellerCommand REPLIED =
            new TravellerCommand.ReplyToAnswers(CASE, ONE, 1, REPLY);
    private static final TravellerCommand AGREE =
            new TravellerCommand.SecondProposal(CASE, ONE, 1, World.AGREED);
    private static final TravellerCommand AGREE_WITH_WORDS =
            new TravellerCommand.SecondProposal(
                    CASE, ONE, 1, World.AGREED, Optional.of(ON_ANSWERS));

    private static World proposed(World world, TwoOfficerAct act) {
        world.accepted(
                officer(YANJI_FA), new TravellerCommand.ProposeAct(CASE, ONE, act, "a reason"));
        return world;
    }

    private static World refusal() {
        return proposed(World.referred(), new TwoOfficerAct.Refuse());
    }

    private static TravellerCommand serve(LocalDate on) {
        return new TravellerCommand.RecordService(CASE, ONE, 1, on, PROPOSAL);
    }

    private static AdverseHearing hearing(World world) {
        return world.traveller().proposal(1).flatMap(p -> p.hearing()).orElseThrow();
    }

    private static Rejection second(World world, TravellerCommand agree) {
        return world.rejection(officer(YANJI_FA, 2), agree);
    }

    @Test
    void nobody_agrees_to_a_proposal_that_was_not_served_however_long_it_lies() {
        var world = refusal();
        Hearings.days(world, 5000);
        assertThat(second(world, AGREE)).isEqualTo(new Rejection(Code.HEARING_OPEN, "service"));
        assertThat(hearing(world).shownUntil()).isEmpty();
    }

    @Test
    void the_days_run_from_the_day_of_service_and_nobody_agrees_on_the_last() {
        var world = refusal();
        Hearings.days(world, 30);
        world.accepted(officer(YANJI_FA), serve(world.today()));
        assertThat(hearing(world).shownUntil()).contains(world.today().plusDays(14));
        Hearings.days(world, 14);
        assertThat(second(world, AGREE).code()).isEqualTo(Code.HEARING_OPEN);
        Hearings.days(world, 1);
        world.accepted(officer(YANJI_FA, 2), AGREE);
        assertThat(world.stage()).isEqualTo(Stage.REFUSED);
    }

    @Test
    void a_set_aside_a_revocation_and_a_longer_hold_are_heard_before() {
        var approved =
                proposed(World.settling(), new TwoOfficerAct.SetAside("relations-not-found"));
        assertThat(second(approved, AGREE).code()).isEqualTo(Code.HEARING_OPEN);

        var paper = World.returning().cleared().authorised();
        proposed(paper, new TwoOfficerAct.Revoke(new HoldGround.IdentityNotEstablished(), "two"));
        assertThat(second(paper, AGREE).code()).isEqualTo(Code.HEARING_OPEN);
    }

    @Test
    void a_correction_is_no_other_way_to_take_back_a_paper() {
        var world = World.settling().cleared().authorised();
        var untrue =
                new TwoOfficerAct.CorrectFact(
                        World.fact("relations in Korea"), Value.of(false), "a register");
        proposed(world, untrue);
        assertThat(second(world, AGREE).code()).isEqualTo(Code.HEARING_OPEN);
        Hearings.pass(world, 1);
        world.accepted(officer(YANJI_FA, 2), AGREE);
        assertThat(world.traveller().paper().orElseThrow().revoked()).isTrue();
    }

    @Test
    void a_hold_acts_at_once_and_is_answered_as_long_as_it_stands() {
        var world = World.returning();
        world.byTwo(YANJI_FA, world.identityHold());
        assertThat(world.traveller().openHolds()).hasSize(1);

        world.accepted(person(), ANSWER);
        assertThat(hearing(world).isUnanswered()).isTrue();
        world.accepted(officer(YANJI_FA), REPLIED);
        world.accepted(
                officer(YANJI_FA), new TravellerCommand.ReleaseHold(CASE, ONE, 1, "settled"));
        assertThat(world.rejected(person(), ANSWER)).isEqualTo(Code.NOT_FOUND);
    }

    @Test
    void an_unserved_hold_goes_up_when_the_person_should_have_been_heard() {
        for (boolean served : new boolean[] {true, false}) {
            var world = World.returning();
            var hold =
                    new TwoOfficerAct.PlaceHold(
                            new HoldGround.IdentityNotEstablished(),
                            "two birth dates",
                            world.today().plusDays(30),
                            Optional.empty(),
                            Optional.empty());
            world.byTwo(YANJI_FA, hold);
            if (served) {
                world.accepted(
                        officer(YANJI_FA),
                        new TravellerCommand.RecordService(CASE, ONE, 1, world.today()));
            }
            world.pass(15);
            assertThat(world.traveller().openHolds().getFirst().escalated()).isEqualTo(!served);
        }
    }

    @Test
    void both_officers_reply_to_what_was_said() {
        var world = refusal();
        Hearings.serve(world, 1);
        world.accepted(person(), ANSWER);
        Hearings.days(world, 15);
        assertThat(second(world, AGREE_WITH_WORDS))
                .isEqualTo(new Rejection(Code.HEARING_OPEN, "reply"));
        assertThat(world.rejected(officer(YANJI_FA, 2), REPLIED)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(YANJI_FA), REPLIED);
        assertThat(second(world, AGREE)).isEqualTo(new Rejection(Code.REASON_MISSING, "onAnswers"));
        var copied =
                new TravellerCommand.SecondProposal(CASE, ONE, 1, World.AGREED, Optional.of(REPLY));
        assertThat(second(world, copied)).isEqualTo(new Rejection(Code.REASON_COPIED, "onAnswers"));
        world.accepted(officer(YANJI_FA, 2), AGREE_WITH_WORDS);
    }

    @Test
    void what_is_said_after_the_reply_needs_another_one() {
        var world = refusal();
        Hearings.serve(world, 1);
        world.accepted(person(), ANSWER);
        world.accepted(officer(YANJI_FA), REPLIED);
        Hearings.days(world, 14);
        world.accepted(person(), new TravellerCommand.AnswerProposal(CASE, ONE, 1, "here it is"));
        Hearings.days(world, 1);
        assertThat(second(world, AGREE_WITH_WORDS).about()).isEqualTo("reply");
    }

    @Test
    void a_reply_is_not_the_reason_again_and_no_answer_can_make_it_one() {
        var world = refusal();
        world.accepted(person(), ANSWER);
        for (var words : List.of("a reason", "no")) {
            var again = new TravellerCommand.ReplyToAnswers(CASE, ONE, 1, words);
            assertThat(world.rejected(officer(YANJI_FA), again))
                    .isIn(Code.REASON_COPIED, Code.REASON_SHORT);
        }
        // Whoever answers with all that could be written stops nobody from replying.
        world.accepted(
                person(),
                new TravellerCommand.AnswerProposal(CASE, ONE, 1, REPLY + ON_ANSWERS.repeat(3)));
        world.accepted(officer(YANJI_FA), REPLIED);
        Hearings.pass(world, 1);
        world.accepted(officer(YANJI_FA, 2), AGREE_WITH_WORDS);
    }

    @Test
    void silence_is_neither_agreement_nor_a_need_for_words() {
        var world = refusal();
        Hearings.pass(world, 1);
        assertThat(hearing(world).answers()).isEmpty();
        world.accepted(officer(YANJI_FA, 2), AGREE);
    }

    @Test
    void an_officer_records_what_was_said_at_the_counter_and_then_it_is_the_persons() {
        var world = refusal();
        world.accepted(
                officer(YANJI_FA, 3), new TravellerCommand.RecordAnswer(CASE, ONE, 1, "it is so"));
        assertThat(hearing(world).answers().getFirst().proved()).isTrue();
        assertThat(world.traveller().officers()).contains(officer(YANJI_FA, 3).id());
        // Whoever proposes writes down no answer, nor anybody one that nobody can read.
        var own = new TravellerCommand.RecordAnswer(CASE, ONE, 1, "it is so");
        assertThat(world.rejected(officer(YANJI_FA), own)).isEqualTo(Code.SECOND_OFFICER);
        var unseen = new TravellerCommand.AnswerProposal(CASE, ONE, 1, " \u3000\u200b\u2060");
        assertThat(world.rejected(person(), unseen)).isEqualTo(Code.REASON_MISSING);
        assertThat(
                        world.rejected(
                                officer(World.TUMEN_FA),
                                new TravellerCommand.RecordAnswer(CASE, ONE, 1, "it is so")))
                .isEqualTo(Code.NOT_ALLOWED);
    }

    @Test
    void a_secret_that_is_not_proved_answers_and_serves_nothing() {
        var world = refusal();
        assertThat(
                        world.rejected(
                                person(),
                                new TravellerCommand.ConfirmReceipt(CASE, ONE, 1, PROPOSAL)))
                .isEqualTo(Code.SECRET_UNPROVED);
        for (int n = 0; n < 10; n++) {
            world.accepted(person(), ANSWER);
        }
        assertThat(hearing(world).answers()).noneMatch(AdverseHearing.Answer::proved);
        assertThat(world.rejected(person(), ANSWER)).isEqualTo(Code.ALREADY_EXISTS);
        world.accepted(
                officer(YANJI_FA, 3), new TravellerCommand.RecordAnswer(CASE, ONE, 1, "not mine"));
    }

    @Test
    void whoever_has_a_secret_of_their_own_confirms_that_they_have_the_proposal() {
        var world = World.referred();
        world.secret(YANJI_FA, ONE);
        Hearings.days(world, 8);
        proposed(world, new TwoOfficerAct.Refuse());
        world.accepted(person(), new TravellerCommand.ConfirmReceipt(CASE, ONE, 1, PROPOSAL));
        assertThat(hearing(world).shownUntil()).contains(world.today().plusDays(14));
        // The decision has the same number, and is not confirmed by what is left of this page.
        Hearings.days(world, 15);
        world.accepted(officer(YANJI_FA, 2), AGREE);
        assertThat(
                        world.rejected(
                                person(),
                                new TravellerCommand.ConfirmReceipt(CASE, ONE, 1, PROPOSAL)))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(world.rejected(officer(YANJI_FA), serve(world.today())))
                .isEqualTo(Code.NOT_FOUND);
        assertThat(world.traveller().proposal(1).orElseThrow().notice().orElseThrow().services())
                .isEmpty();
    }

    @Test
    void a_dispute_stops_the_days_once_and_another_officer_hands_it_over() {
        var world = refusal();
        Hearings.serve(world, 1);
        var dispute =
                new TravellerCommand.DisputeService(CASE, ONE, 1, "I was in Harbin", PROPOSAL);
        world.accepted(person(), dispute);
        Hearings.days(world, 30);
        assertThat(second(world, AGREE).code()).isEqualTo(Code.HEARING_OPEN);
        assertThat(world.rejected(officer(YANJI_FA), serve(world.today())))
                .isEqualTo(Code.SECOND_OFFICER);
        world.accepted(officer(YANJI_FA, 3), serve(world.today()));
        assertThat(world.rejected(person(), dispute)).isEqualTo(Code.ALREADY_EXISTS);
        Hearings.days(world, 15);
        world.accepted(officer(YANJI_FA, 2), AGREE);
    }

    @Test
    void a_claim_to_protection_stops_it_and_gives_all_days_again() {
        var world = refusal();
        Hearings.serve(world, 1);
        var shown = hearing(world).shownUntil();
        Hearings.days(world, 10);
        world.accepted(person(), new TravellerCommand.ClaimProtection(CASE, ONE));
        Hearings.days(world, 30);
        assertThat(world.rejected(officer(YANJI_FA), serve(world.today())))
                .isEqualTo(Code.SUSPENDED);
        assertThat(second(world, AGREE).code()).isEqualTo(Code.SUSPENDED);
        assertThat(world.rejected(officer(YANJI_FA), REPLIED)).isEqualTo(Code.SUSPENDED);

        world.accepted(person(), new TravellerCommand.EndProtectionClaim(CASE, ONE));
        Hearings.days(world, 14);
        assertThat(second(world, AGREE).code()).isEqualTo(Code.HEARING_OPEN);
        // Whoever reads the page learns nothing of it.
        assertThat(hearing(world).shownUntil()).isEqualTo(shown);
        Hearings.days(world, 1);
        world.accepted(officer(YANJI_FA, 2), AGREE);
    }

    @Test
    void whoever_filed_is_answered_as_if_nobody_else_had_claimed() {
        var world = refusal();
        Hearings.serve(world, 1);
        world.accepted(
                new Actor.Stranger(), new TravellerCommand.ClaimForAnother(CASE, ONE, "help her"));
        assertThat(world.traveller().isSuspended()).isTrue();
        world.accepted(person(), ANSWER);
        assertThat(hearing(world).answers()).hasSize(1);
        var last = world.traveller().lastView().orElseThrow();
        assertThat(last.proposal(1).flatMap(p -> p.hearing()).orElseThrow().answers()).hasSize(1);
    }

    @Test
    void the_days_of_a_hearing_are_not_the_units_delay_and_unserved_it_stops_no_clock() {
        var limits = World.DIRECTIVE.limits();
        var world = refusal();
        var due = new DueDays(world.state(), world.traveller(), limits).decide();
        Hearings.serve(world, 1);
        var heard = new DueDays(world.state(), world.traveller(), limits).decide();
        assertThat(heard).isAfterOrEqualTo(due.plusDays(14));
        world.accepted(officer(YANJI_FA), new TravellerCommand.DeclineProposal(CASE, ONE, 1, "no"));
        assertThat(new DueDays(world.state(), world.traveller(), limits).decide()).isEqualTo(due);
    }

    private static Directive weighing() {
        try {
            var files = new HashMap<>(Pack.files(World.folder("directives/prc-1963")));
            var record = new String(files.get("record.yaml"), UTF_8);
            var weigh = "\nweigh:\n  - {id: family, paragraph: \"0\"}\n";
            files.put("record.yaml", (record + weigh).getBytes(UTF_8));
            files.replaceAll((name, bytes) ->
                    name.startsWith("messages_")
                            ? (new String(bytes, UTF_8) + "\nweigh.family=Family\n").getBytes(UTF_8)
                            : bytes);
            return Pack.read("prc-1963", files);
        } catch (PackException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static TravellerCommand refuse(Weighed... weighed) {
        return new TravellerCommand.ProposeAct(
                CASE, ONE, new TwoOfficerAct.Refuse(), "a reason", Optional.of(List.of(weighed)));
    }

    @Test
    void a_proposal_that_leaves_out_what_must_be_weighed_is_not_complete() {
        var world =
                World.under(weighing())
                        .applied(World.adult(ONE, "CN", new Purpose("settle"), World.noRoute()))
                        .confirmed();
        var words = new Weighed("family", "two children at school here");
        for (var left : List.of(refuse(), refuse(new Weighed("family", " ")))) {
            assertThat(world.rejection(officer(YANJI_FA), left))
                    .isEqualTo(new Rejection(Code.REASON_MISSING, "weighed.family"));
        }
        for (var other : List.of(words, new Weighed("weather", "it rains"))) {
            assertThat(world.rejected(officer(YANJI_FA), refuse(words, other)))
                    .isEqualTo(Code.NOT_IN_DIRECTIVE);
        }
        world.accepted(officer(YANJI_FA), refuse(words));
        assertThat(hearing(world).weighed()).containsExactly(words);
        Hearings.pass(world, 1);
        world.accepted(officer(YANJI_FA, 2), AGREE);
    }

    @Test
    void a_hold_weighs_nothing() {
        var world =
                World.under(weighing())
                        .applied(World.adult(ONE, "KP", new Purpose("return"), World.routeA()))
                        .confirmed();
        world.byTwo(YANJI_FA, world.identityHold());
    }

    /** Whenever it is served and answered, nobody agrees before the last day and the last reply. */
    @Test
    void no_order_of_service_answers_and_days_lets_anybody_agree_too_soon() {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var world = refusal();
            Optional<LocalDate> served = Optional.empty();
            boolean open = false;
            boolean inTime = false;
            boolean said = false;
            for (int step = 0; step < 30 && world.stage() == Stage.REFERRED; step++) {
                switch (random.nextInt(5)) {
                    case 0 -> Hearings.days(world, random.nextInt(6));
                    case 1 -> {
                        if (served.isEmpty()) {
                            Hearings.serve(world, 1);
                            served = Optional.of(world.today());
                        }
                    }
                    case 2 -> {
                        if (random.nextInt(4) == 0) {
                            world.accepted(officer(YANJI_FA, 3), recorded(step));
                            open = true;
                            // What is said when the days are over waits for no reply.
                            inTime =
                                    inTime
                                            || served.filter(on ->
                                                            world.today().isAfter(on.plusDays(14)))
                                                    .isEmpty();
                            said = true;
                        }
                    }
                    case 3 -> {
                        if (open) {
                            world.accepted(officer(YANJI_FA), REPLIED);
                            open = false;
                            inTime = false;
                        }
                    }
                    default -> {
                        boolean may =
                                !inTime
                                        && served.filter(on ->
                                                        world.today().isAfter(on.plusDays(14)))
                                                .isPresent();
                        var agree = said ? AGREE_WITH_WORDS : AGREE;
                        if (may) {
                            world.accepted(officer(YANJI_FA, 2), agree);
                        } else {
                            assertThat(second(world, agree).code())
                                    .as("seed %s", seed)
                                    .isEqualTo(Code.HEARING_OPEN);
                        }
                    }
                }
            }
        }
    }

    private static TravellerCommand recorded(int step) {
        return new TravellerCommand.RecordAnswer(CASE, ONE, 1, "what was said in step " + step);
    }
}
