package exeat.casework.evolve;

import exeat.casework.event.ActingOfficers;
import exeat.casework.event.AppearanceEvent;
import exeat.casework.event.ArchiveEvent;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.FeeEvent;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.SecretEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.AdverseHearing;
import exeat.casework.state.CaseState;
import exeat.casework.state.DecisionNotice;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.state.TravellerState.AppealState;
import exeat.casework.state.TravellerState.Clearance;
import exeat.casework.state.TravellerState.CrossingPart;
import exeat.casework.state.TravellerState.Hold;
import exeat.casework.state.TravellerState.Paper;
import exeat.casework.state.TravellerState.Proposal;
import exeat.casework.state.TravellerState.Question;
import exeat.casework.value.PaperSeal;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;
import exeat.rules.finding.ClearanceDemand;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What each event changes. Stages change by the table of the {@link StageTransitions} alone. */
public final class CaseFold {

    private CaseFold() {}

    public static CaseState evolve(
            Optional<CaseState> before, RecordedEvent recorded, CaseEvent event) {
        return switch (event) {
            case CaseEvent.Applied applied -> applied(recorded, applied);
            case SecretEvent e -> {
                var folded = SecretFold.evolve(existing(before), e, recorded.at());
                var traveller = folded.travellers().get(e.to());
                yield traveller == null
                        ? folded
                        : folded.with(
                                LastView.ofSecret(
                                        ProtectionFold.noted(traveller, recorded.sequence()),
                                        recorded.sequence()));
            }
            case CaseEvent.SentUp sent ->
                    existing(before).sentUp(sent.from(), sent.to(), recorded.at());
            case CaseEvent.Moved moved -> existing(before).moved(moved.to());
            case CaseEvent.Erased erased -> ArchiveFold.evolve(erased);
            case ArchiveEvent e -> ArchiveFold.evolve(existing(before), e, recorded.at());
            case CaseEvent.HandedOver over ->
                    CaseHandlingFold.handedOver(existing(before), over, recorded.at());
            case TravellerEvent e -> {
                var state = existing(before);
                var traveller = state.travellers().get(e.traveller());
                if (traveller == null) {
                    throw new IllegalStateException("no traveller " + e.traveller());
                }
                boolean unproved =
                        traveller.secretIssued()
                                && !state.handling().isProved(traveller.no(), recorded.at());
                var now = fold(traveller, e, recorded, unproved);
                var folded = state.with(unproved ? LastView.of(now, e, recorded) : now);
                yield e instanceof TravellerEvent.Handling h
                        ? CaseHandlingFold.handled(folded, h, recorded.at())
                        : folded;
            }
        };
    }

    private static CaseState existing(Optional<CaseState> before) {
        return before.orElseThrow(
                () -> new IllegalStateException("an event before the application was filed"));
    }

    private static CaseState applied(RecordedEvent recorded, CaseEvent.Applied applied) {
        var travellers = new TreeMap<TravellerNo, TravellerState>();
        for (var traveller : applied.application().travellers()) {
            travellers.put(traveller.no(), TravellerDraft.applied(traveller, recorded.at()));
        }
        return new CaseState(
                (StreamId.CaseId) recorded.stream(),
                applied.directive(),
                applied.application(),
                recorded.at(),
                applied.holder(),
                recorded.at(),
                List.of(),
                false,
                applied.notInForce(),
                travellers,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * One event in a traveller's life.
     *
     * @param unproved whether their secret is not proved to be theirs
     */
    static TravellerState fold(
            TravellerState before, TravellerEvent event, RecordedEvent recorded, boolean unproved) {
        var at = recorded.at();
        var d = new TravellerDraft(before);
        EventTransitions.of(before, event)
                .ifPresent(turn -> {
                    var next = EventTransitions.next(before, turn);
                    d.since = next == before.stage() ? before.since() : at;
                    d.stage = next;
                });
        if (event instanceof ProtectionEvent protection) {
            ProtectionFold.evolve(d, protection, recorded, unproved);
            return HearingFold.resumed(before, d, at);
        }
        d.tookPart(ActingOfficers.of(event));
        change(d, event, at);
        if (StageTransitions.ENDS.contains(d.stage)) {
            end(d, at);
        }
        return ProtectionFold.noted(d.build(), recorded.sequence());
    }

    private static void change(TravellerDraft d, TravellerEvent event, Instant at) {
        switch (event) {
            case TravellerEvent.ConfirmedOfAge _ -> d.confirmedOfAge = Optional.of(at);
            case TravellerEvent.NoticesChosen e -> NoticesFold.chosen(d, e, at);
            case TravellerEvent.SafeguardMet met -> d.safeguards.add(met.safeguard());
            case TravellerEvent.Found found -> found(d, found, at);
            case TravellerEvent.Asked asked ->
                    d.questions.add(new Question(asked.item(), asked.by(), at, Optional.empty()));
            case TravellerEvent.Answered answered -> answered(d, answered, at);
            case TravellerEvent.ClearanceOpened opened -> d.clearances.add(opened(opened, at));
            case TravellerEvent.ClearanceDone done -> clearanceDone(d, done, at);
            case TravellerEvent.ClearanceEscalated up -> clearanceEscalated(d, up, at);
            case TravellerEvent.Proposed proposed -> proposed(d, proposed, at);
            case TravellerEvent.Seconded seconded -> seconded(d, seconded, at);
            case TravellerEvent.Served e -> HearingFold.served(d, e);
            case TravellerEvent.ServiceDisputed e -> HearingFold.disputed(d, e, at);
            case TravellerEvent.HearingAnswered e -> HearingFold.answered(d, e, at);
            case TravellerEvent.HearingReplied e -> HearingFold.replied(d, e, at);
            case TravellerEvent.Declined declined -> declined(d, declined);
            case TravellerEvent.Refused _, TravellerEvent.WasSetAside _ ->
                    d.clearances.removeIf(Clearance::isOpen);
            case TravellerEvent.HoldPlaced placed -> d.holds.add(HoldFold.placed(placed, at));
            case TravellerEvent.HoldEscalated up ->
                    hold(d, up.hold(), h -> HoldFold.at(h, up.to(), up.limit(), true));
            case TravellerEvent.HoldSentToReview up ->
                    hold(d, up.hold(), h -> HoldFold.reviewedBy(h, up.to()));
            case TravellerEvent.HoldExtended longer ->
                    hold(d, longer.hold(), h -> HoldFold.at(h, h.owner(), longer.limit(), false));
            case TravellerEvent.HoldReleased released ->
                    hold(d, released.hold(), h -> HoldFold.released(h, at));
            case TravellerEvent.FactCorrected c ->
                    d.facts = d.facts.with(c.correction().fact(), c.correction().value());
            case TravellerEvent.Authorised paper -> authorised(d, paper);
            case TravellerEvent.Revoked _ -> paperLost(d, true);
            case TravellerEvent.PartRecorded part -> partRecorded(d, part, at);
            case TravellerEvent.StoppedAtBorder stop ->
                    d.stop = Optional.of(HoldFold.stopped(stop, at));
            case TravellerEvent.StopEscalated up ->
                    d.stop = d.stop.map(stop -> HoldFold.raised(stop, up));
            // Who was stopped at one post and let out at another is not waiting there any more.
            case TravellerEvent.Departed _ -> d.stop = Optional.empty();
            case TravellerEvent.StopLifted _ -> d.stop = Optional.empty();
            case TravellerEvent.PaperEnded _ -> paperLost(d, false);
            case TravellerEvent.Appealed appealed -> d.appeals.add(appealed(appealed, at));
            case TravellerEvent.AppealEscalated up -> appealEscalated(d, up);
            case TravellerEvent.AppealDecided decided -> appealDecided(d, decided);
            case AppearanceEvent e -> AppearanceFold.evolve(d, e, at);
            case TravellerEvent.WithdrawalUndone _ -> UndoneFold.resume(d, at);
            case FeeEvent e -> FeeFold.evolve(d, e, at);
            case TravellerEvent.Confirmed _,
                    TravellerEvent.ReferredApproved _,
                    TravellerEvent.Returned _,
                    TravellerEvent.Closed _,
                    TravellerEvent.Withdrawn _,
                    ProtectionEvent _,
                    TravellerEvent.Handling _,
                    TravellerEvent.Note _ -> {}
        }
    }

    /** Once a traveller's case has ended, nobody has anything left to do for them. */
    private static void end(TravellerDraft d, Instant at) {
        d.clearances.removeIf(Clearance::isOpen);
        d.holds.replaceAll(hold -> hold.isOpen() ? HoldFold.released(hold, at) : hold);
        d.proposals.replaceAll(proposal -> proposal.opened(false));
        d.questions.replaceAll(question -> question.isOpen() ? answered(question, at) : question);
        d.stop = Optional.empty();
    }

    private static void found(TravellerDraft d, TravellerEvent.Found found, Instant at) {
        var finding = found.finding();
        d.finding = Optional.of(finding);
        d.found = Optional.of(at);
        d.facts = finding.facts().withAll(d.facts);
        var demanded =
                finding.burden().clearances().stream()
                        .map(ClearanceDemand::name)
                        .collect(Collectors.toSet());
        d.clearances.removeIf(
                c -> c.isOpen() && !(finding.outcome().approves() && demanded.contains(c.name())));
    }

    private static void answered(TravellerDraft d, TravellerEvent.Answered answered, Instant at) {
        d.facts = d.facts.withAll(answered.facts());
        d.documents.addAll(answered.documents());
        d.questions.replaceAll(question ->
                question.isOpen() && answers(answered, question.item())
                        ? answered(question, at)
                        : question);
    }

    private static boolean answers(TravellerEvent.Answered answered, RequestedItem item) {
        return switch (item) {
            case RequestedItem.OfFact(var fact) -> answered.facts().knows(fact);
            case RequestedItem.OfDocument(var kind) ->
                    answered.documents().stream().anyMatch(d -> d.kind().equals(kind));
        };
    }

    private static Question answered(Question q, Instant at) {
        return new Question(q.item(), q.by(), q.asked(), Optional.of(at));
    }

    private static Clearance opened(TravellerEvent.ClearanceOpened opened, Instant at) {
        return new Clearance(
                opened.clearance(),
                opened.unit(),
                at,
                opened.due(),
                opened.bookedTo(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static void clearanceDone(
            TravellerDraft d, TravellerEvent.ClearanceDone done, Instant at) {
        TravellerDraft.change(
                d.clearances,
                c -> c.isOpen() && c.name().equals(done.clearance()),
                c -> c.done(done.by(), at));
    }

    private static void clearanceEscalated(
            TravellerDraft d, TravellerEvent.ClearanceEscalated up, Instant at) {
        TravellerDraft.change(
                d.clearances,
                c -> c.isOpen() && c.name().equals(up.clearance()),
                c -> c.up(up.from(), up.to(), up.due(), at));
    }

    private static void proposed(TravellerDraft d, TravellerEvent.Proposed proposed, Instant at) {
        d.proposals.add(
                new Proposal(
                        proposed.proposal(),
                        proposed.act(),
                        proposed.by(),
                        proposed.unit(),
                        proposed.reason(),
                        at,
                        true,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        proposed.hearingDays()
                                .map(days ->
                                        AdverseHearing.opened(
                                                        at,
                                                        days,
                                                        proposed.weighed().orElse(List.of()))
                                                .goingOn(proposed.act(), d.proposals))));
    }

    private static void seconded(TravellerDraft d, TravellerEvent.Seconded seconded, Instant at) {
        var notice =
                seconded.reviewer()
                        .map(to -> new DecisionNotice(at, to, seconded.appealDays(), List.of()));
        TravellerDraft.change(
                d.proposals,
                p -> p.number() == seconded.proposal(),
                p -> p.agreed(seconded.by(), seconded.unit(), notice));
    }

    private static void declined(TravellerDraft d, TravellerEvent.Declined declined) {
        TravellerDraft.change(
                d.proposals, p -> p.number() == declined.proposal(), p -> p.opened(false));
    }

    private static void hold(TravellerDraft d, int number, UnaryOperator<Hold> change) {
        TravellerDraft.change(d.holds, h -> h.number() == number, change);
    }

    /** A new paper needs a whole new crossing: parts recorded under an old one do not count. */
    private static void authorised(TravellerDraft d, TravellerEvent.Authorised a) {
        d.paper =
                Optional.of(
                        new Paper(
                                a.number(),
                                a.from(),
                                a.until(),
                                a.reentry(),
                                false,
                                false,
                                a.seal(),
                                d.paper.flatMap(p -> PaperSeal.Places.of(p.before(), p.seal()))));
        d.parts.clear();
    }

    /** A stop at the border concerns one paper and ends with it. */
    private static void paperLost(TravellerDraft d, boolean revoked) {
        d.paper = d.paper.map(p -> marked(p, p.revoked() || revoked, p.ended() || !revoked));
        d.stop = Optional.empty();
    }

    private static Paper marked(Paper p, boolean revoked, boolean ended) {
        return new Paper(
                p.number(), p.from(), p.until(), p.reentry(), revoked, ended, p.seal(), p.before());
    }

    private static void partRecorded(
            TravellerDraft d, TravellerEvent.PartRecorded part, Instant at) {
        d.parts.add(
                new CrossingPart(part.direction(), part.function(), part.post(), part.by(), at));
    }

    private static AppealState appealed(TravellerEvent.Appealed a, Instant at) {
        return new AppealState(
                a.appeal(), a.against(), a.grounds(), a.reviewer(), a.due(), at, Optional.empty());
    }

    private static void appealEscalated(TravellerDraft d, TravellerEvent.AppealEscalated up) {
        TravellerDraft.change(
                d.appeals,
                a -> a.number() == up.appeal(),
                a ->
                        new AppealState(
                                a.number(),
                                a.against(),
                                a.grounds(),
                                up.to(),
                                up.due(),
                                a.filed(),
                                a.upheld()));
    }

    private static void appealDecided(TravellerDraft d, TravellerEvent.AppealDecided decided) {
        TravellerDraft.change(
                d.appeals,
                a -> a.number() == decided.appeal(),
                a ->
                        new AppealState(
                                a.number(),
                                a.against(),
                                a.grounds(),
                                a.reviewer(),
                                a.due(),
                                a.filed(),
                                Optional.of(decided.upheld())));
        if (EventTransitions.of(d.before, decided)
                .equals(Optional.of(StageTransitions.Transition.REVOCATION_UNDONE))) {
            d.paper = d.paper.map(p -> marked(p, false, p.ended()));
        }
    }
}
