package exeat.casework;

import static exeat.casework.World.CASE;
import static exeat.casework.World.HUNCHUN_CU;
import static exeat.casework.World.ONE;
import static exeat.casework.World.ROOT;
import static exeat.casework.World.TUMEN_BD;
import static exeat.casework.World.TUMEN_CU;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.World.YANJI_PS;
import static exeat.casework.World.adult;
import static exeat.casework.World.fact;
import static exeat.casework.World.officer;
import static exeat.casework.World.person;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Rejection;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.Document;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.Traveller;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.authority.AuthorityId;
import exeat.rules.fact.Facts;
import exeat.rules.fact.Value;
import exeat.rules.finding.Outcome;
import exeat.rules.finding.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The main road, step by step. */
class RoadTest {

    @Test
    void a_return_goes_from_application_to_a_recorded_crossing() {
        var world = World.returning().cleared().authorised().crossed(CrossingDirection.DEPARTURE);

        assertThat(world.stage()).isEqualTo(Stage.CLOSED);
        assertThat(world.traveller().finding().orElseThrow().outcome())
                .isEqualTo(Outcome.APPROVE_ALWAYS);
    }

    @Test
    void a_trip_closes_when_the_return_is_recorded() {
        var world = World.visiting().cleared().authorised().crossed(CrossingDirection.DEPARTURE);
        assertThat(world.stage()).isEqualTo(Stage.DEPARTED);

        world.pass(5);
        world.crossed(CrossingDirection.RETURN);

        assertThat(world.stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void a_trip_closes_when_its_paper_ends() {
        var world = World.visiting().cleared().authorised().crossed(CrossingDirection.DEPARTURE);

        world.pass(90);
        assertThat(world.stage()).isEqualTo(Stage.DEPARTED);
        world.pass(1);

        assertThat(world.stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void a_paper_that_ends_before_departure_is_issued_again_and_closes_nothing() {
        var world = World.returning().cleared().authorised();

        world.pass(181);

        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        assertThat(world.authorised().crossed(CrossingDirection.DEPARTURE).stage())
                .isEqualTo(Stage.CLOSED);
    }

    @Test
    void clearances_open_at_once_each_with_its_unit_and_limit() {
        var world =
                new World()
                        .enteredAndConfirmed(
                                adult(ONE, "CN", new Purpose("settle"), World.routeA()));

        assertThat(world.traveller().openClearances())
                .extracting(c -> c.name() + " " + c.unit() + " " + c.due())
                .startsWith(
                        "identity jl-yanji-ps 1963-09-12",
                        "exit-formalities jl-yanji-fa 1963-09-17");
        assertThat(world.rejected(officer(YANJI_FA), new TravellerCommand.Authorise(CASE, ONE)))
                .isEqualTo(Code.CLEARANCE_OPEN);
    }

    @Test
    void a_late_clearance_goes_up_once_for_each_limit_with_the_delay_booked_below() {
        var world = World.settling();

        world.pass(11);
        world.pass(0);
        var identity = world.traveller().openClearances().getFirst();

        assertThat(identity.unit()).isEqualTo(World.JILIN_PS);
        assertThat(identity.bookedTo()).contains(YANJI_PS);
        assertThat(world.events.get(CASE))
                .filteredOn(e -> e.event() instanceof TravellerEvent.ClearanceEscalated)
                .hasSize(1);
    }

    @Test
    void a_referred_case_left_undecided_goes_up_once_for_each_limit() {
        var world = World.referred();
        var days = world.traveller().finding().orElseThrow().burden().decisionDays();
        var last = World.DIRECTIVE.limits().decisionBy(YANJI_FA, world.today(), days);
        world.pass((int) java.time.temporal.ChronoUnit.DAYS.between(world.today(), last));
        assertThat(world.state().holder()).isEqualTo(YANJI_FA);

        world.pass(1);
        world.pass(7);

        assertThat(world.state().holder()).isEqualTo(World.JILIN_FA);
        assertThat(world.state().bookedTo()).containsExactly(YANJI_FA);
        world.pass(1);
        assertThat(world.state().holder()).isEqualTo(new AuthorityId("ne-fa"));
        world.pass(400);
        assertThat(world.stage()).isEqualTo(Stage.REFERRED);
        assertThat(exeat.oversight.WorkItem.of(world.state(), World.DIRECTIVE.limits()))
                .isNotEmpty();
    }

    @Test
    void an_appeal_left_undecided_goes_to_the_committee_above() {
        var world = World.referred();
        world.byTwo(YANJI_FA, new TwoOfficerAct.Refuse());
        world.accepted(
                person(),
                new TravellerCommand.Appeal(CASE, ONE, new AppealSubject.Refusal(), "it is wrong"));
        assertThat(world.traveller().appeal(1).orElseThrow().reviewer()).isEqualTo(World.JILIN);

        world.pass(31);

        var appeal = world.traveller().appeal(1).orElseThrow();
        assertThat(appeal.reviewer()).isEqualTo(new AuthorityId("ne"));
        assertThat(appeal.due()).isEqualTo(world.today().plusDays(7));
        world.pass(400);
        var last = world.traveller().appeal(1).orElseThrow();
        assertThat(last.reviewer()).isEqualTo(ROOT);
        world.accepted(
                officer(last.reviewer()),
                new TravellerCommand.DecideAppeal(CASE, ONE, 1, true, "so"));
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void facts_that_are_missing_are_asked_for_and_the_answer_decides() {
        var world =
                new World()
                        .applied(adult(ONE, "CN", new Purpose("settle"), Facts.NONE))
                        .confirmed();
        assertThat(world.stage()).isEqualTo(Stage.UNANSWERED);

        world.accepted(
                person(),
                new TravellerCommand.AnswerQuestions(CASE, ONE, World.routeA(), List.of()));

        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void a_protected_fact_may_be_withheld_and_no_other() {
        var world =
                new World()
                        .applied(adult(ONE, "CN", new Purpose("settle"), Facts.NONE))
                        .confirmed();
        var plain = Facts.NONE.with(fact("applied to build"), Value.WITHHELD);
        var guarded = Facts.NONE.with(fact("ethnicity"), Value.WITHHELD);

        assertThat(
                        world.rejected(
                                person(),
                                new TravellerCommand.AnswerQuestions(CASE, ONE, plain, List.of())))
                .isEqualTo(Code.BAD_VALUE);
        world.accepted(
                person(), new TravellerCommand.AnswerQuestions(CASE, ONE, guarded, List.of()));

        assertThat(world.stage()).isNotEqualTo(Stage.REFUSED);
    }

    @Test
    void an_answer_does_not_move_an_approval() {
        var world = World.referred();
        var fact = fact("applied to build");
        world.accepted(
                officer(YANJI_FA),
                new TravellerCommand.Ask(CASE, ONE, new RequestedItem.OfFact(fact)));
        world.accepted(
                officer(YANJI_FA), new TravellerCommand.ApproveReferred(CASE, ONE, "humane"));
        var other = Facts.NONE.with(fact, Value.of(true));

        assertThat(
                        world.rejected(
                                person(),
                                new TravellerCommand.AnswerQuestions(CASE, ONE, other, List.of())))
                .isEqualTo(Code.NOT_ALLOWED);
    }

    @Test
    void an_answer_to_what_was_referred_makes_the_rules_decide_again() {
        var world = World.referred();
        for (var fact : World.routeA().values().keySet()) {
            world.accepted(
                    officer(YANJI_FA),
                    new TravellerCommand.Ask(CASE, ONE, new RequestedItem.OfFact(fact)));
        }

        world.accepted(
                person(),
                new TravellerCommand.AnswerQuestions(CASE, ONE, World.routeA(), List.of()));

        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void a_fact_that_cannot_change_the_finding_is_not_asked() {
        var kinship =
                new TravellerCommand.Ask(
                        CASE, ONE, new RequestedItem.OfFact(fact("officer kinship")));

        assertThat(World.returning().rejected(officer(YANJI_FA), kinship))
                .isEqualTo(Code.NOT_IN_DIRECTIVE);
    }

    @Test
    void nobody_asks_twice_or_for_what_the_directive_does_not_name() {
        var world = World.settling();
        var photograph =
                new TravellerCommand.Ask(CASE, ONE, new RequestedItem.OfDocument("photograph"));
        var employer =
                new TravellerCommand.Ask(
                        CASE, ONE, new RequestedItem.OfDocument("letter-of-employer"));
        var religion =
                new TravellerCommand.Ask(CASE, ONE, new RequestedItem.OfFact(fact("religion")));

        world.accepted(officer(YANJI_PS), photograph);

        assertThat(world.rejected(officer(YANJI_FA), photograph)).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(world.rejected(officer(YANJI_FA), employer)).isEqualTo(Code.NOT_IN_DIRECTIVE);
        assertThat(world.rejected(officer(YANJI_FA), religion)).isEqualTo(Code.NOT_IN_DIRECTIVE);
    }

    @Test
    void an_answered_document_is_kept_and_closes_its_question() {
        var world = World.settling();
        world.accepted(
                officer(YANJI_PS),
                new TravellerCommand.Ask(CASE, ONE, new RequestedItem.OfDocument("photograph")));

        world.accepted(
                person(),
                new TravellerCommand.AnswerQuestions(
                        CASE, ONE, Facts.NONE, List.of(new Document("photograph", "at counter"))));

        assertThat(world.traveller().documents()).hasSize(1);
        assertThat(world.traveller().questions()).noneMatch(TravellerState.Question::isOpen);
    }

    @Test
    void people_outside_the_addressees_areas_are_referred_to_the_issuer() {
        var t = adult(ONE, "KP", new Purpose("return"), Facts.NONE);
        var beijing =
                new Traveller(
                        t.no(),
                        t.names(),
                        t.birthDate(),
                        t.nationality(),
                        new AuthorityId("bj"),
                        t.purpose(),
                        t.declared(),
                        t.documents(),
                        t.guardians(),
                        t.language(),
                        t.contact());

        var world = new World().applied(beijing).confirmed();

        assertThat(world.state().holder()).isEqualTo(new AuthorityId("cn-fa"));
        assertThat(world.stage()).isEqualTo(Stage.REFERRED);
    }

    @Test
    void a_file_goes_up_past_units_that_have_not_acknowledged() {
        var world = new World();
        world.briefed.removeAll(Set.of(YANJI_FA, World.JILIN_FA));

        world.enteredAndConfirmed(adult(ONE, "KP", new Purpose("return"), Facts.NONE));

        assertThat(world.state().holder()).isEqualTo(new AuthorityId("ne-fa"));
        assertThat(world.state().bookedTo()).containsExactly(YANJI_FA, World.JILIN_FA);
        assertThat(world.traveller().openClearances())
                .anyMatch(c -> c.bookedTo().equals(Optional.of(YANJI_FA)));
    }

    @Test
    void a_file_goes_up_at_once_when_the_holder_is_found_unbriefed() {
        var world = World.referred();
        world.briefed.remove(YANJI_FA);

        world.pass(0);

        assertThat(world.state().holder()).isEqualTo(World.JILIN_FA);
        assertThat(world.state().bookedTo()).containsExactly(YANJI_FA);
    }

    @Test
    void nothing_is_taken_in_before_the_directive_is_in_force() {
        var world = new World();
        world.briefed.remove(ROOT);
        var apply =
                new CaseCommand.Apply(
                        CASE,
                        World.application(adult(ONE, "KP", new Purpose("return"), Facts.NONE)),
                        Map.of());

        assertThat(world.rejected(new Actor.Stranger(), apply)).isEqualTo(Code.NOT_BRIEFED);
    }

    @Test
    void a_bad_field_is_named_and_its_value_is_not() {
        var said = Facts.NONE.with(fact("ethnicity"), Value.of("martian"));
        var apply =
                new CaseCommand.Apply(
                        CASE,
                        World.application(
                                adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                                adult(World.TWO, "KP", new Purpose("return"), said)),
                        Map.of());

        assertThat(new World().rejection(new Actor.Stranger(), apply))
                .isEqualTo(new Rejection(Code.BAD_VALUE, "travellers[2].facts.ethnicity"));
    }

    @Test
    void both_parts_of_a_crossing_are_recorded_at_one_post_and_each_once() {
        var world = World.returning().cleared().authorised();
        var depart = new TravellerCommand.RecordCrossing(CASE, ONE, CrossingDirection.DEPARTURE);
        world.accepted(officer(TUMEN_BD), depart);

        assertThat(world.rejected(officer(TUMEN_BD), depart)).isEqualTo(Code.ALREADY_EXISTS);
        assertThat(world.rejected(officer(HUNCHUN_CU), depart)).isEqualTo(Code.NOT_ALLOWED);
        assertThat(world.rejected(officer(YANJI_FA), depart)).isEqualTo(Code.NOT_ALLOWED);
        world.accepted(officer(TUMEN_CU), depart);

        assertThat(world.stage()).isEqualTo(Stage.CLOSED);
    }

    @Test
    void a_stop_at_the_border_goes_with_the_paper_that_failed() {
        var world = World.returning().cleared().authorised();
        world.accepted(officer(TUMEN_BD), new TravellerCommand.StopAtBorder(CASE, ONE, "torn"));

        world.pass(181);

        assertThat(world.authorised().crossed(CrossingDirection.DEPARTURE).stage())
                .isEqualTo(Stage.CLOSED);
    }

    @Test
    void a_paper_number_and_its_days_come_from_the_context_and_the_procedure() {
        var paper = World.returning().cleared().authorised().traveller().paper().orElseThrow();

        assertThat(paper.number()).startsWith("P-");
        assertThat(paper.from().plusDays(180)).isEqualTo(paper.until());
        assertThat(paper.reentry()).isFalse();
    }

    @Test
    void an_officer_who_has_not_read_the_directive_does_nothing() {
        var read = officer(YANJI_FA);
        var unread = new Actor.Officer(read.id(), read.unit(), read.function(), false);

        assertThat(
                        World.referred()
                                .rejected(
                                        unread,
                                        new TravellerCommand.ApproveReferred(CASE, ONE, "yes")))
                .isEqualTo(Code.NOT_BRIEFED);
    }
}
