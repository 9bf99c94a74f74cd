package exeat.casework;

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

import exeat.casework.access.Disclosure;
import exeat.casework.access.Disclosure.CaseSeen;
import exeat.casework.access.OwnSecret;
import exeat.casework.command.Actor;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Rejection.Code;
import exeat.casework.command.SecretCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.state.Protection;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.value.Admission;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Somebody filed for a victim as traveller 1, and was handed that secret: they read and act as the
 * victim, who has no secret of their own yet. Over what others did it has no power.
 */
class UnprovedSecretTest {

    private static final Actor FRIEND = new Actor.Stranger();
    private static final TravellerCommand END = new TravellerCommand.EndProtectionClaim(CASE, ONE);
    private static final TravellerCommand LEAVE = new TravellerCommand.Withdraw(CASE, ONE);
    private static final TravellerCommand ADMIT =
            new TravellerCommand.Admit(CASE, ONE, new Admission.ToTraveller(TWO));
    private static final TravellerCommand OWN = new TravellerCommand.ClaimProtection(CASE, ONE);

    private static World filed() {
        return new World()
                .applied(
                        adult(ONE, "KP", new Purpose("return"), Facts.NONE),
                        adult(TWO, "KP", new Purpose("return"), Facts.NONE))
                .confirmed();
    }

    private static void claim(World world) {
        world.accepted(
                FRIEND, new TravellerCommand.ClaimForAnother(CASE, ONE, "He filed for her."));
    }

    private static void hear(World world, boolean confirmed) {
        heardByOne(world, 1, confirmed);
        heardByOne(world, 2, confirmed);
    }

    private static void heardByOne(World world, int officer, boolean confirmed) {
        world.accepted(
                officer(world.traveller().hearingUnit().orElseThrow(), officer),
                new TravellerCommand.HearProtection(CASE, ONE, confirmed, "a passport", "Hers."));
    }

    /** Both protection officers have the person before them. */
    private static void inPerson(World world, TravellerCommand asked) {
        world.accepted(officer(YANJI, 8), asked);
        int request = world.traveller().protection().flatMap(Protection::requests).orElseThrow();
        world.accepted(
                officer(YANJI, 9),
                new TravellerCommand.SecondInPerson(CASE, ONE, request, "a passport"));
    }

    private static CaseSeen view(World world) {
        return world.seen(person()).orElseThrow();
    }

    private static TravellerState seen(World world) {
        return ((Disclosure.Whole) Objects.requireNonNull(view(world).travellers().get(ONE)))
                .state();
    }

    private static void identified(World world) {
        world.accepted(
                officer(YANJI_PS), new TravellerCommand.CompleteClearance(CASE, ONE, "identity"));
    }

    @Test
    void whoever_filed_sees_nothing_of_a_claim_by_others_and_of_what_comes_after() {
        var world = filed();
        var before = view(world);
        long version = before.past().version(world.sequence());

        claim(world);
        hear(world, true);

        assertThat(view(world).travellers()).isEqualTo(before.travellers());
        assertThat(view(world).past().version(world.sequence())).isEqualTo(version);
        assertThat(seen(world).protectionClaimed()).isFalse();
        assertThat(seen(world).protection()).isEmpty();
        assertThat(seen(world).lastView()).isEmpty();
    }

    @Test
    void whoever_filed_ends_no_claim_by_others_and_admits_nobody() {
        for (boolean confirmed : new boolean[] {false, true}) {
            var none = filed();
            var world = filed();
            claim(world);
            if (confirmed) {
                hear(world, true);
            }
            for (var act : List.of(END, ADMIT)) {
                assertThat(world.rejection(person(), act)).isEqualTo(none.rejection(person(), act));
            }
            assertThat(world.traveller().protectionClaimed()).isTrue();
            assertThat(world.traveller().isAdmitted(new Admission.ToTraveller(TWO))).isFalse();
        }
    }

    @Test
    void whoever_filed_ends_nothing_by_leaving_and_is_shown_that_they_left() {
        var world = filed();
        claim(world);
        hear(world, true);

        world.accepted(person(), LEAVE);

        assertThat(seen(world).stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        assertThat(world.rejected(person(), LEAVE)).isEqualTo(Code.WRONG_STAGE);
        inPerson(world, new TravellerCommand.EndClaimInPerson(CASE, ONE, "a passport"));
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
        assertThat(world.traveller().isSuspended()).isFalse();
        identified(world);
    }

    @Test
    void somebody_who_asked_to_leave_is_taken_no_step_further_before_they_were_heard() {
        var world = filed();
        claim(world);
        world.accepted(person(), LEAVE);

        world.pass(10);

        assertThat(world.traveller().isSuspended()).isTrue();
        hear(world, false);
        assertThat(world.traveller().isSuspended()).isTrue();
        inPerson(world, new TravellerCommand.WithdrawInPerson(CASE, ONE, "a passport"));
        assertThat(world.stage()).isEqualTo(Stage.WITHDRAWN);
    }

    @Test
    void what_whoever_filed_says_shows_to_them_and_counts() {
        var world = World.settling();
        claim(world);
        world.pass(3);
        var grounds = new TravellerCommand.RespondToCorrection(CASE, ONE, "a word");
        long version = view(world).past().version(world.sequence());
        world.give(person(), grounds);
        var asked =
                new TravellerCommand.AnswerQuestions(
                        CASE, ONE, new Facts(java.util.Map.of()), List.of());
        world.give(person(), asked);
        assertThat(view(world).past().version(world.sequence())).isGreaterThanOrEqualTo(version);

        var fresh = new World().applied(adult(ONE, "KP", new Purpose("return"), Facts.NONE));
        claim(fresh);
        fresh.confirmed();
        assertThat(fresh.stage()).isEqualTo(Stage.APPROVED);
        assertThat(seen(fresh).stage()).isEqualTo(Stage.APPROVED);
        assertThat(seen(fresh).openClearances()).hasSize(1);
        assertThat(fresh.rejected(officer(YANJI_PS), clear())).isEqualTo(Code.NOT_ALLOWED);
    }

    private static TravellerCommand clear() {
        return new TravellerCommand.CompleteClearance(CASE, ONE, "identity");
    }

    @Test
    void a_claim_by_whoever_filed_adds_and_they_end_their_own_alone() {
        var world = filed();
        world.accepted(person(), OWN);
        assertThat(seen(world).isSuspended()).isTrue();
        world.accepted(person(), END);
        assertThat(world.traveller().protectionClaimed()).isFalse();

        claim(world);
        world.accepted(person(), OWN);
        assertThat(seen(world).isSuspended()).isTrue();
        world.accepted(person(), ADMIT);
        world.accepted(person(), END);

        assertThat(seen(world).protectionClaimed()).isFalse();
        assertThat(world.traveller().isSuspended()).isTrue();
        assertThat(world.traveller().isAdmitted(new Admission.ToTraveller(TWO))).isFalse();
    }

    @Test
    void what_a_person_ended_before_an_officer_is_not_claimed_for_them_again_and_again() {
        var world = filed();
        world.accepted(person(), OWN);
        inPerson(world, new TravellerCommand.EndClaimInPerson(CASE, ONE, "a passport"));

        world.accepted(person(), OWN);

        assertThat(world.traveller().isSuspended()).isFalse();
        assertThat(world.traveller().protectionClaimed()).isTrue();
    }

    @Test
    void a_person_who_is_seen_before_officers_is_not_told_of_to_whoever_filed() {
        var world = filed();
        world.accepted(person(), OWN);
        var before = view(world);
        hear(world, true);
        assertThat(view(world).travellers()).isEqualTo(before.travellers());
        world.accepted(person(), LEAVE);
        assertThat(seen(world).stage()).isEqualTo(Stage.WITHDRAWN);
        assertThat(world.stage()).isEqualTo(Stage.APPROVED);
    }

    @Test
    void whoever_filed_erases_nothing_and_objects_to_no_secret_of_the_persons_own() {
        var world = filed();
        world.secret(YANJI_FA, ONE);
        var object = new SecretCommand.StopSecret(CASE, ONE, 1, "");
        assertThat(world.rejected(person(), object)).isEqualTo(Code.SECRET_UNPROVED);
        assertThat(view(world).secrets()).hasSize(1);
        assertThat(view(world).own()).isEqualTo(new OwnSecret(false, Set.of()));
        world.accepted(person(), LEAVE);
        assertThat(world.rejected(person(), new ArchiveCommand.EraseOwn(CASE, ONE)))
                .isEqualTo(Code.SECRET_UNPROVED);
    }

    @Test
    void once_the_person_was_identified_a_counter_makes_no_secret_against_an_objection() {
        var world = filed();
        identified(world);
        world.secret(YANJI_FA, ONE);
        assertThat(view(world).own())
                .isEqualTo(new OwnSecret(false, Set.copyOf(view(world).secrets())));
        world.accepted(person(), new SecretCommand.StopSecret(CASE, ONE, 1, ""));
        world.now = world.now.plus(Duration.ofDays(1));

        world.secret(YANJI, ONE);

        assertThat(view(world).own().objectable()).doesNotContain(view(world).secrets().getLast());
        assertThat(world.rejected(person(), new SecretCommand.StopSecret(CASE, ONE, 2, "")))
                .isEqualTo(Code.SECRET_UNPROVED);
    }

    @Test
    void with_a_secret_from_two_officers_the_person_sees_and_does_everything() {
        var world = filed();
        claim(world);
        hear(world, true);
        world.accepted(person(), LEAVE);
        world.secret(YANJI, ONE);
        // Until it works, whoever filed is told nothing of it: the person was heard alone.
        assertThat(view(world).secrets()).isEmpty();
        assertThat(world.rejected(person(), END)).isEqualTo(Code.NOT_FOUND);

        world.now = world.now.plus(Duration.ofDays(7));

        assertThat(seen(world).protectionClaimed()).isTrue();
        assertThat(view(world).secrets()).hasSize(1);
        assertThat(view(world).own().isProved()).isTrue();
        assertThat(seen(world).stage()).isEqualTo(Stage.APPROVED);
        world.accepted(person(), ADMIT);
        world.accepted(person(), END);
        assertThat(world.traveller().protectionClaimed()).isFalse();
        assertThat(world.traveller().isSuspended()).isFalse();
        world.accepted(person(), LEAVE);
        assertThat(world.stage()).isEqualTo(Stage.WITHDRAWN);
        world.accepted(
                officer(YANJI_FA, 1), new SecretCommand.AskForSecret(CASE, TWO, "part", "a card"));
    }

    @Test
    void a_notice_of_a_new_secret_is_stopped_by_no_claim_of_others() {
        var world = filed();
        claim(world);
        world.secret(YANJI, ONE);
        assertThat(view(world).secrets()).hasSize(1);
        assertThat(view(world).past().hides(ONE, world.sequence())).isFalse();
    }

    @Test
    void what_officers_do_after_a_claim_lapsed_is_not_told_to_whoever_filed() {
        var world = World.referred();
        claim(world);
        world.pass(3);
        var before = view(world);
        world.byTwo(YANJI_FA, new TwoOfficerAct.Refuse());
        assertThat(view(world).travellers()).isEqualTo(before.travellers());
        var appeal = new TravellerCommand.Appeal(CASE, ONE, new AppealSubject.Refusal(), "grounds");
        assertThat(world.rejected(person(), appeal)).isEqualTo(Code.WRONG_STAGE);
        assertThat(world.rejected(person(), new CaseCommand.CheckDeadlines(CASE)))
                .isEqualTo(Code.NOT_ALLOWED);
    }

    @Test
    void who_entered_it_at_a_counter_has_a_proved_secret_once_two_officers_handed_it_over() {
        var world = new World();
        var entered =
                World.entered(
                        World.application(adult(ONE, "KP", new Purpose("return"), Facts.NONE)),
                        YANJI_FA);
        world.accepted(officer(YANJI_FA), new CaseCommand.Apply(CASE, entered, java.util.Map.of()));
        world.secret(YANJI_FA, ONE).confirmed();
        claim(world);
        assertThat(seen(world).protectionClaimed()).isTrue();
        world.accepted(person(), END);
        world.accepted(person(), LEAVE);
        world.accepted(person(), new ArchiveCommand.EraseOwn(CASE, ONE));
        assertThat(world.state().erasure(ONE)).isNotEqualTo(Optional.empty());
        assertThat(world.seen(party(ONE))).isPresent();
    }

    @Test
    void a_request_that_showed_before_others_claimed_still_shows() {
        var world = filed();
        world.accepted(
                officer(YANJI, 8), new TravellerCommand.WithdrawInPerson(CASE, ONE, "a passport"));
        var before = view(world);
        assertThat(seen(world).askedInPerson()).hasSize(1);

        claim(world);

        assertThat(view(world).travellers()).isEqualTo(before.travellers());
        world.accepted(person(), new TravellerCommand.StopInPerson(CASE, ONE, 1, ""));
        assertThat(world.traveller().askedInPerson()).isEmpty();
    }
}
