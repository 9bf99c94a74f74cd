package exeat.casework.access;

import static exeat.casework.World.CASE;
import static exeat.casework.World.ONE;
import static exeat.casework.World.TWO;
import static exeat.casework.World.YANJI_FA;
import static exeat.casework.access.UnprovedPower.ADDS;
import static exeat.casework.access.UnprovedPower.NONE;
import static exeat.casework.access.UnprovedPower.NOT_A_PERSONS;
import static exeat.casework.access.UnprovedPower.OWN_ACTS;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.AppearanceCommand;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.FeeCommand;
import exeat.casework.command.Rejection;
import exeat.casework.command.Response;
import exeat.casework.command.SecretCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.state.CaseHandling.ConflictOfInterest;
import exeat.casework.state.CaseHandling.OutOfOrderReason;
import exeat.casework.state.Stage;
import exeat.casework.value.Admission;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.Safeguard;
import exeat.casework.value.TwoOfficerAct;
import exeat.casework.value.appearance.AppearanceKind;
import exeat.casework.value.appearance.AppearancePurpose;
import exeat.casework.value.appearance.AppearanceRequest;
import exeat.rules.fact.Facts;
import exeat.rules.finding.Purpose;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every command that there is, given with a secret that whoever filed was handed. A new command
 * needs a line here and an answer in {@link UnprovedPower}.
 */
class UnprovedPowerTest {

    record Example(CaseCommand command, UnprovedPower power) {}

    private static final TravellerCommand.TakeOutOfOrder JUMP =
            new TravellerCommand.TakeOutOfOrder(
                    CASE, ONE, "identity", OutOfOrderReason.URGENT_NEED, "ill");

    static List<Example> examples(World world) {
        var withdraw = new TravellerCommand.Withdraw(CASE, ONE);
        return Stream.of(
                        persons(world),
                        officers(world),
                        List.of(
                                new Example(withdraw, OWN_ACTS),
                                new Example(
                                        new CaseCommand.ActOutOfOrder(JUMP, withdraw), OWN_ACTS)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Example> persons(World world) {
        var to = new Admission.ToTraveller(TWO);
        var officer = World.officer(YANJI_FA).id();
        return List.of(
                new Example(
                        new TravellerCommand.Confirm(
                                CASE, ONE, World.DIRECTIVE.purposes().givesUp(RETURN)),
                        ADDS),
                new Example(
                        new TravellerCommand.MeetSafeguard(
                                CASE, ONE, new Safeguard.Consent(0, "signed")),
                        ADDS),
                new Example(
                        new TravellerCommand.AnswerQuestions(
                                CASE,
                                ONE,
                                new Facts(
                                        Map.of(
                                                World.fact("asked to return"),
                                                exeat.rules.fact.Value.of(true))),
                                List.of()),
                        ADDS),
                new Example(
                        new TravellerCommand.ChooseFinding(CASE, ONE, World.DIRECTIVE.ref()), ADDS),
                new Example(new TravellerCommand.RespondToCorrection(CASE, ONE, "a word"), ADDS),
                new Example(
                        new TravellerCommand.Appeal(
                                CASE, ONE, new AppealSubject.Refusal(), "grounds"),
                        ADDS),
                new Example(new TravellerCommand.DisputeService(CASE, ONE, 1, "nobody came"), ADDS),
                new Example(
                        new TravellerCommand.AskForAnotherTime(CASE, ONE, 1, "in the evening"),
                        ADDS),
                new Example(new TravellerCommand.ConfirmReceipt(CASE, ONE, 1), NONE),
                new Example(new TravellerCommand.AnswerProposal(CASE, ONE, 1, "not so"), ADDS),
                new Example(
                        new TravellerCommand.Recuse(
                                CASE, ONE, officer, ConflictOfInterest.FRIEND, "his cousin"),
                        ADDS),
                new Example(new TravellerCommand.ChooseNotices(CASE, ONE, true), ADDS),
                new Example(new TravellerCommand.ChooseNotices(CASE, ONE, false), ADDS),
                new Example(new TravellerCommand.ClaimProtection(CASE, ONE), ADDS),
                new Example(new TravellerCommand.ClaimForAnother(CASE, ONE, "danger"), ADDS),
                new Example(new TravellerCommand.StopInPerson(CASE, ONE, 1, ""), ADDS),
                new Example(new TravellerCommand.Admit(CASE, ONE, to), OWN_ACTS),
                new Example(new TravellerCommand.EndProtectionClaim(CASE, ONE), OWN_ACTS),
                new Example(
                        new SecretCommand.StopSecret(
                                CASE, ONE, world.state().handling().secrets().size(), ""),
                        NONE),
                new Example(new TravellerCommand.Disown(CASE, ONE, 1), NONE),
                new Example(new ArchiveCommand.EraseOwn(CASE, ONE), NONE));
    }

    private static final Purpose RETURN = new Purpose("return");

    private static List<Example> officers(World world) {
        var officer = World.officer(YANJI_FA).id();
        return Stream.<CaseCommand>of(
                        new CaseCommand.Apply(
                                CASE,
                                World.application(World.adult(ONE, "KP", RETURN, Facts.NONE)),
                                Map.of()),
                        new CaseCommand.HandOver(CASE, YANJI_FA, World.TUMEN_FA, "a reason"),
                        new CaseCommand.CheckDeadlines(CASE),
                        new SecretCommand.AskForSecret(CASE, ONE, "part", "a card"),
                        new SecretCommand.IssueSecret(CASE, ONE, 1, "part", "a card"),
                        new ArchiveCommand.ProposeErasure(CASE, "a law", "a reason"),
                        new ArchiveCommand.SecondErasure(CASE, "a law", "a reason"),
                        new ArchiveCommand.PlaceLegalHold(CASE, "an order"),
                        new ArchiveCommand.LiftLegalHold(CASE, "a reason"),
                        new ArchiveCommand.EraseByRetention(CASE, 1, "a law"),
                        new ArchiveCommand.EraseAgain(CASE, Set.of(ONE), "was"),
                        new TravellerCommand.Ask(
                                CASE, ONE, new RequestedItem.OfFact(World.fact("ethnicity"))),
                        new AppearanceCommand.AskToAppear(
                                CASE,
                                ONE,
                                new AppearanceRequest(
                                        AppearanceKind.AT_HOME,
                                        AppearancePurpose.OTHER,
                                        "a talk",
                                        YANJI_FA),
                                world.now),
                        new AppearanceCommand.MoveAppearance(CASE, ONE, 1, world.now),
                        new AppearanceCommand.CancelAppearance(CASE, ONE, 1, "ill"),
                        new AppearanceCommand.RecordAppearance(CASE, ONE, 1, true),
                        new TravellerCommand.CompleteClearance(CASE, ONE, "identity"),
                        new TravellerCommand.ApproveReferred(CASE, ONE, "a reason"),
                        new TravellerCommand.ProposeAct(
                                CASE, ONE, world.identityHold(), "a reason"),
                        new TravellerCommand.ProposeAct(
                                CASE, ONE, new TwoOfficerAct.Refuse(), "a reason"),
                        new TravellerCommand.SecondProposal(CASE, ONE, 1, World.AGREED),
                        new TravellerCommand.DeclineProposal(CASE, ONE, 1, "a reason"),
                        new TravellerCommand.ReleaseHold(CASE, ONE, 1, "a reason"),
                        new TravellerCommand.RecordService(CASE, ONE, 1, world.today()),
                        new TravellerCommand.RecordAnswer(CASE, ONE, 1, "not so"),
                        new TravellerCommand.ReplyToAnswers(CASE, ONE, 1, World.AGREED),
                        new TravellerCommand.Authorise(CASE, ONE),
                        new TravellerCommand.RecordCrossing(CASE, ONE, CrossingDirection.DEPARTURE),
                        new TravellerCommand.StopAtBorder(CASE, ONE, "a reason"),
                        new TravellerCommand.LiftStop(CASE, ONE, "a reason"),
                        new TravellerCommand.HearProtection(CASE, ONE, false, "a card", "no"),
                        new TravellerCommand.WithdrawInPerson(CASE, ONE, "a card"),
                        new TravellerCommand.EndClaimInPerson(CASE, ONE, "a card"),
                        new TravellerCommand.DisownInPerson(CASE, ONE, true, "a card"),
                        new TravellerCommand.SecondInPerson(CASE, ONE, 1, "a card"),
                        new TravellerCommand.DecideAppeal(CASE, ONE, 1, true, "a reason"),
                        new FeeCommand.RecordPayment(CASE, ONE, 1, "R-1"),
                        new FeeCommand.WaiveFee(CASE, ONE, "a reason"),
                        new FeeCommand.RefundFee(CASE, ONE, "B-1"),
                        JUMP,
                        new TravellerCommand.LiftRecusal(CASE, ONE, officer, "a reason"))
                .map(command -> new Example(command, NOT_A_PERSONS))
                .toList();
    }

    private static Set<String> leaves(Class<?> type) {
        var names = new TreeSet<String>();
        if (type.isSealed()) {
            for (var sub : type.getPermittedSubclasses()) {
                names.addAll(leaves(sub));
            }
        } else {
            names.add(type.getSimpleName());
        }
        return names;
    }

    /** Filed by a stranger for somebody else; how far it went is the same with and without. */
    static World filed(boolean confirmed, boolean left) {
        var world =
                new World()
                        .applied(
                                World.adult(ONE, "KP", RETURN, Facts.NONE),
                                World.adult(TWO, "KP", RETURN, Facts.NONE));
        if (confirmed) {
            world.confirmed();
        }
        if (left) {
            world.accepted(World.person(), new TravellerCommand.Withdraw(CASE, ONE));
        }
        return world;
    }

    static World claimed(World world, boolean heard) {
        world.accepted(
                new Actor.Stranger(), new TravellerCommand.ClaimForAnother(CASE, ONE, "danger"));
        if (heard) {
            for (int officer : new int[] {1, 2}) {
                world.accepted(
                        World.officer(World.YANJI, officer),
                        new TravellerCommand.HearProtection(CASE, ONE, true, "a card", "hers"));
            }
        }
        return world;
    }

    @Test
    void for_every_command_somebody_has_decided() {
        var world = filed(true, false);
        var decided = new TreeSet<String>();
        for (var example : examples(world)) {
            decided.add(example.command().getClass().getSimpleName());
            assertThat(UnprovedPower.of(example.command()))
                    .as(example.toString())
                    .isEqualTo(example.power());
        }
        assertThat(decided).isEqualTo(leaves(CaseCommand.class));
    }

    @Test
    void what_officers_alone_give_is_refused_to_every_secret_before_anything_else() {
        var refused =
                List.of(new Response.Rejected(new Rejection(Rejection.Code.NOT_ALLOWED, "actor")));
        int tried = 0;
        for (boolean confirmed : new boolean[] {false, true}) {
            for (var example : examples(filed(confirmed, false))) {
                if (example.command() instanceof TravellerCommand.ByOfficer) {
                    assertThat(example.power()).isEqualTo(NOT_A_PERSONS);
                    for (var world :
                            List.of(
                                    filed(confirmed, false),
                                    filed(confirmed, true),
                                    claimed(filed(confirmed, false), true))) {
                        assertThat(List.of(world.give(World.person(), example.command())))
                                .as(example.toString())
                                .isEqualTo(refused);
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(100);
    }

    @Test
    void no_answer_tells_of_a_claim_by_others_and_none_undoes_it() {
        int tried = 0;
        for (boolean confirmed : new boolean[] {false, true}) {
            for (boolean left : new boolean[] {false, true}) {
                for (boolean heard : new boolean[] {false, true}) {
                    for (var example : examples(filed(confirmed, left))) {
                        check(
                                example,
                                filed(confirmed, left),
                                claimed(filed(confirmed, left), heard),
                                heard);
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(300);
    }

    private static void check(Example example, World without, World with, boolean heard) {
        var stage = with.stage();
        var plain = without.give(World.person(), example.command());
        var answer = with.give(World.person(), example.command());
        var of = "%s, heard %s".formatted(example, heard);

        assertThat(said(answer)).as(of).isEqualTo(said(plain));
        assertThat(with.traveller().protectionClaimed()).as(of).isTrue();
        assertThat(with.traveller().isAdmitted(new Admission.ToTraveller(TWO))).as(of).isFalse();
        assertThat(with.state().archive()).as(of).isEmpty();
        assertThat(with.stage() == Stage.WITHDRAWN).as(of).isEqualTo(stage == Stage.WITHDRAWN);
        assertThat(seen(with)).as(of).isEqualTo(seen(without));
        if (example.power() == NONE || example.power() == NOT_A_PERSONS) {
            assertThat(answer).as(of).isInstanceOf(Response.Rejected.class);
        }
    }

    /** The events as they are told, or why not. */
    private static List<String> said(Response answer) {
        return switch (answer) {
            case Response.Rejected(var why) -> List.of(why.toString());
            case Response.Accepted(var events) ->
                    events.stream()
                            .map(e ->
                                    e instanceof ProtectionEvent.UnprovedAct act ? act.shown() : e)
                            .map(Object::toString)
                            .toList();
        };
    }

    /** All that whoever filed is given of the case, and the version. */
    private static List<Object> seen(World world) {
        var seen = world.seen(World.person()).orElseThrow();
        return List.of(
                seen.travellers()
                        .toString()
                        .replaceAll("from=\\d+|past=\\[[^]]*], since=\\[[^]]*]", ""),
                seen.secrets(),
                Optional.of(seen.past().version(world.sequence())));
    }
}
