package exeat.casework.simulator;

import static exeat.casework.World.CASE;

import exeat.casework.World;
import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.simulator.RandomCommands.Move;
import exeat.casework.state.CaseState;
import exeat.casework.state.Stage;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.AppealState;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.value.AppealSubject;
import exeat.casework.value.CrossingDirection;
import exeat.casework.value.HoldGround;
import exeat.casework.value.Safeguard;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.TwoOfficerAct;
import exeat.rules.fact.Value;
import exeat.rules.finding.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The next command that helps a traveller on, or removes an obstacle, by somebody who may give it.
 */
final class HelpfulCommands {

    private static final String ON_ANSWERS = "Nothing of it changes what the papers show.";

    private final RandomCommands random;
    private final InPersonCommands inPerson;

    private final ServiceCommands service;
    private final FeeCommands fees;

    HelpfulCommands(RandomCommands random) {
        this.random = random;
        inPerson = new InPersonCommands(random);
        service = new ServiceCommands(random);
        fees = new FeeCommands(random);
    }

    Move move(CaseState state, LocalDate today) {
        var no = random.one(List.copyOf(state.travellers().keySet()));
        var t = Objects.requireNonNull(state.travellers().get(no));
        var proposal = t.proposals().stream().filter(Proposal::open).findFirst();
        // Whoever has a paper would be gone before they were heard about losing it.
        boolean waits =
                proposal.filter(p ->
                                p.act() instanceof TwoOfficerAct.Revoke
                                        || p.act() instanceof TwoOfficerAct.CorrectFact)
                        .isPresent();
        if (proposal.isPresent() && random.chance(waits ? 95 : 60)) {
            return service.hear(state, t, proposal.get(), today)
                    .orElseGet(() -> second(no, proposal.get()));
        }
        var asked =
                state.handling().recusals().stream()
                        .filter(one -> one.asked() && !one.lifted())
                        .findFirst();
        if (asked.isPresent() && random.chance(8)) {
            return new Move(
                    Kind.LIFT_RECUSAL,
                    World.officer(World.JILIN_FA, 2),
                    new TravellerCommand.LiftRecusal(CASE, no, asked.get().officer(), "a reason"));
        }
        var appeal = t.appeals().stream().filter(AppealState::isOpen).findFirst();
        if (appeal.isPresent() && random.chance(50)) {
            return new Move(
                    Kind.DECIDE_APPEAL,
                    World.officer(appeal.get().reviewer(), 3),
                    new TravellerCommand.DecideAppeal(
                            CASE, no, appeal.get().number(), random.chance(70), "a reason"));
        }
        if (!t.corrections().isEmpty() && random.chance(20)) {
            return new Move(
                    Kind.RESPOND,
                    World.party(t.no()),
                    new TravellerCommand.RespondToCorrection(CASE, no, "it is as I said"));
        }
        return inPerson.next(state, t)
                .or(() -> service.next(state, t, today))
                .or(() -> fees.next(state, t))
                .or(() -> new AppearanceCommands(random).next(state, t, today))
                .orElseGet(() ->
                        t.traveller().guardians().isEmpty()
                                ? onward(state, t)
                                : protect(state, t, today));
    }

    private Move second(TravellerNo no, Proposal proposal) {
        return new Move(
                Kind.SECOND,
                World.officer(proposal.unit(), 1 + (random.chance(50) ? 1 : 2)),
                new TravellerCommand.SecondProposal(
                        CASE, no, proposal.number(), World.AGREED, Optional.of(ON_ANSWERS)));
    }

    private static Move confirm(TravellerState t) {
        return new Move(
                Kind.CONFIRM,
                World.party(t.no()),
                new TravellerCommand.Confirm(
                        CASE, t.no(), World.DIRECTIVE.purposes().givesUp(t.traveller().purpose())));
    }

    private Move onward(CaseState state, TravellerState t) {
        var holder = World.officer(state.holder());
        return switch (t.stage()) {
            case UNCONFIRMED -> confirm(t);
            case UNANSWERED -> new Move(Kind.ANSWER, World.party(t.no()), random.answer(t));
            case REFERRED ->
                    random.chance(20)
                            ? new Move(
                                    Kind.PROPOSE,
                                    holder,
                                    new TravellerCommand.ProposeAct(
                                            CASE, t.no(), new TwoOfficerAct.Refuse(), "a reason"))
                            : new Move(
                                    Kind.APPROVE_REFERRED,
                                    holder,
                                    new TravellerCommand.ApproveReferred(CASE, t.no(), "a reason"));
            case APPROVED, REVOKED -> approved(state, t);
            case AUTHORISED, DEPARTED -> crossing(state, t);
            case SET_ASIDE -> appeal(t, new AppealSubject.BeingSetAside());
            case REFUSED -> appeal(t, new AppealSubject.Refusal());
            case WITHDRAWN, CLOSED ->
                    new Move(
                            Kind.PASS_TIME,
                            new Actor.Clock(),
                            new CaseCommand.CheckDeadlines(CASE));
        };
    }

    private Move approved(CaseState state, TravellerState t) {
        var grounds = t.finding().map(Finding::setAsideGrounds).orElse(List.of());
        if (t.stage() == Stage.APPROVED && !grounds.isEmpty() && random.chance(15)) {
            return new Move(
                    Kind.PROPOSE,
                    World.officer(state.holder()),
                    new TravellerCommand.ProposeAct(
                            CASE,
                            t.no(),
                            new TwoOfficerAct.SetAside(grounds.getFirst()),
                            "a reason"));
        }
        if (t.stage() == Stage.APPROVED && random.chance(8)) {
            return new Move(
                    Kind.PROPOSE,
                    World.officer(state.holder()),
                    new TravellerCommand.ProposeAct(
                            CASE,
                            t.no(),
                            new TwoOfficerAct.CorrectFact(
                                    World.fact("applied to build"), Value.of(false), "a letter"),
                            "a reason"));
        }
        if (!t.openClearances().isEmpty()) {
            var clearance = t.openClearances().getFirst();
            return new Move(
                    Kind.CLEAR,
                    World.officer(clearance.unit()),
                    new TravellerCommand.CompleteClearance(CASE, t.no(), clearance.name()));
        }
        if (!t.openHolds().isEmpty()) {
            var hold = t.openHolds().getFirst();
            return random.chance(40)
                    ? appeal(t, new AppealSubject.AHold(hold.number()))
                    : new Move(
                            Kind.RELEASE_HOLD,
                            World.officer(hold.reviewer().orElse(hold.owner()), 3),
                            new TravellerCommand.ReleaseHold(
                                    CASE, t.no(), hold.number(), "a reason"));
        }
        if (t.stage() == Stage.REVOKED && random.chance(50)) {
            return appeal(t, new AppealSubject.Revocation());
        }
        return new Move(
                Kind.AUTHORISE,
                World.officer(state.holder()),
                new TravellerCommand.Authorise(CASE, t.no()));
    }

    private Move appeal(TravellerState t, AppealSubject against) {
        return new Move(
                Kind.APPEAL,
                World.party(t.no()),
                new TravellerCommand.Appeal(CASE, t.no(), against, "grounds"));
    }

    private Move crossing(CaseState state, TravellerState t) {
        if (t.stop().isPresent()) {
            return new Move(
                    Kind.LIFT_STOP,
                    World.officer(t.stop().get().unit()),
                    new TravellerCommand.LiftStop(CASE, t.no(), "a reason"));
        }
        if (t.stage() == Stage.AUTHORISED && random.chance(10)) {
            return new Move(
                    Kind.PROPOSE,
                    World.officer(state.holder()),
                    new TravellerCommand.ProposeAct(
                            CASE,
                            t.no(),
                            new TwoOfficerAct.Revoke(
                                    new HoldGround.IdentityNotEstablished(),
                                    "evidence " + random.number(5)),
                            "a reason"));
        }
        if (random.chance(10)) {
            return new Move(
                    Kind.STOP_AT_BORDER,
                    World.officer(World.TUMEN_BD),
                    new TravellerCommand.StopAtBorder(CASE, t.no(), "the paper is torn"));
        }
        var direction =
                t.stage() == Stage.DEPARTED
                        ? CrossingDirection.RETURN
                        : CrossingDirection.DEPARTURE;
        var post = random.chance(50) ? World.TUMEN_BD : World.TUMEN_CU;
        return new Move(
                Kind.RECORD_CROSSING,
                World.officer(post),
                new TravellerCommand.RecordCrossing(CASE, t.no(), direction));
    }

    /** For a minor: consents first, then everything that an adult needs, by the guardian. */
    private Move protect(CaseState state, TravellerState t, LocalDate today) {
        if (!t.traveller().isMinorOn(today)) {
            return t.confirmedOfAge().isEmpty() ? confirm(t) : onward(state, t);
        }
        if (t.stage() != Stage.UNCONFIRMED && random.chance(70)) {
            return t.stage() == Stage.UNANSWERED
                    ? new Move(Kind.ANSWER, World.person(), random.answer(t))
                    : onward(state, t);
        }
        var holder = World.officer(state.holder());
        var safeguards =
                List.of(
                        new Safeguard.Consent(0, "own secret"),
                        new Safeguard.Consent(0, "a letter"),
                        new Safeguard.Consent(1, "a letter"),
                        new Safeguard.Heard("a note"),
                        new Safeguard.GuardianNamed("somebody", "a letter"),
                        new Safeguard.BestInterests("a note"));
        var safeguard = random.one(safeguards);
        boolean own =
                safeguard instanceof Safeguard.Consent(var _, var evidence)
                        && evidence.equals("own secret");
        return new Move(
                Kind.MEET_SAFEGUARD,
                own ? World.person() : holder,
                new TravellerCommand.MeetSafeguard(CASE, t.no(), safeguard));
    }
}
