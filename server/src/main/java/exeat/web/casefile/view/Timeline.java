package exeat.web.casefile.view;

import exeat.casework.event.AppearanceEvent;
import exeat.casework.event.ArchiveEvent;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.EventKind;
import exeat.casework.event.FeeEvent;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.SecretEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.value.TravellerNo;
import exeat.web.component.list.TimelineEntry;
import exeat.web.component.list.TimelineList;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import exeat.web.kit.StoredKeys;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The history of a case, as far as its reader may see it, newest first. */
public final class Timeline {

    private final PageTexts words;
    private final PackTexts terms;
    private final ZoneId zone;
    private final Function<TravellerNo, String> names;

    public Timeline(PackTexts terms, PageTexts words) {
        this(terms, words, _ -> "");
    }

    /**
     * Creates the timeline of a case of several people.
     *
     * @param names the people's names, as the reader may see them; empty to leave a person out
     */
    public Timeline(PackTexts terms, PageTexts words, Function<TravellerNo, String> names) {
        this.names = names;
        this.words = words;
        this.terms = terms;
        this.zone = terms.directive().vocabulary().zone();
    }

    public TimelineList steps(List<RecordedEvent> history) {
        return steps(history, history);
    }

    /**
     * Some of the steps.
     *
     * @param history all of them: what a step was about may stand in one that is left out
     */
    public TimelineList steps(List<RecordedEvent> shown, List<RecordedEvent> history) {
        var steps = new ArrayList<TimelineEntry>();
        for (var recorded : shown.reversed()) {
            if (!(recorded.event() instanceof CaseEvent event)) {
                throw new IllegalArgumentException(recorded.event() + " is in no case");
            }
            var kind = EventKind.of(event);
            var title =
                    event instanceof TravellerEvent.Answered answered && answered.isChoice()
                            ? words.say("event.Answered.choice")
                            : words.say(StoredKeys.of("event.", kind.stored()));
            var whom = whom(event).map(names).filter(name -> !name.isEmpty());
            steps.add(
                    new TimelineEntry(
                            whom.map(name -> title + " · " + name).orElse(title),
                            new Timeline(on(recorded), words, names).detail(event, history),
                            recorded.at().toString(),
                            words.time(recorded.at(), zone)));
        }
        return new TimelineList(steps);
    }

    /** Units have the names that they had then. */
    private PackTexts on(RecordedEvent recorded) {
        return terms.on(recorded.at().atZone(zone).toLocalDate());
    }

    private static Optional<TravellerNo> whom(CaseEvent event) {
        return switch (event) {
            case TravellerEvent one -> Optional.of(one.traveller());
            case SecretEvent one -> Optional.of(one.to());
            case ArchiveEvent _,
                    CaseEvent.Applied _,
                    CaseEvent.Erased _,
                    CaseEvent.HandedOver _,
                    CaseEvent.Moved _,
                    CaseEvent.SentUp _ ->
                    Optional.empty();
        };
    }

    /**
     * What the event was about, if that tells the reader more. The compiler names a new event here,
     * so that somebody decides whether the words written with it are shown.
     */
    private String detail(CaseEvent event, List<RecordedEvent> history) {
        return switch (event) {
            case TravellerEvent.Found(_, var finding) -> terms.outcome(finding.outcome());
            case CaseEvent.Applied applied ->
                    applied.notInForce()
                            .map(standing -> words.say("without." + standing))
                            .orElse("");
            case CaseEvent.SentUp(_, var to) -> terms.unit(to);
            case CaseEvent.HandedOver over -> detail(over);
            case TravellerEvent.Handling handling -> detail(handling);
            case TravellerEvent.ClearanceOpened opened ->
                    terms.clearance(opened.clearance()) + " · " + terms.unit(opened.unit());
            case TravellerEvent.ClearanceDone done -> terms.clearance(done.clearance());
            case TravellerEvent.ClearanceEscalated up ->
                    terms.clearance(up.clearance()) + " · " + terms.unit(up.to());
            case TravellerEvent.Authorised paper ->
                    words.say("paper.until", words.day(paper.until()));
            case TravellerEvent.WasSetAside aside -> terms.setAsideGround(aside.ground());
            case TravellerEvent.HoldPlaced hold ->
                    words.say("hold.until", words.day(hold.placed().limit()));
            case TravellerEvent.HoldReleased released -> released.reason();
            case TravellerEvent.ReferredApproved approved -> approved.reason();
            case TravellerEvent.Seconded seconded -> reasons(seconded, history);
            case TravellerEvent.Served served -> served(served, history);
            case TravellerEvent.ServiceDisputed disputed -> disputed.words();
            case TravellerEvent.HearingAnswered answer -> answer.words();
            case TravellerEvent.HearingReplied reply -> reply.words();
            case AppearanceEvent appearance -> detail(appearance);
            case TravellerEvent.FactCorrected corrected -> correction(corrected.correction());
            case TravellerEvent.Asked asked -> terms.item(asked.item());
            case TravellerEvent.AppealDecided decided ->
                    words.say(decided.upheld() ? "appeal.won" : "appeal.lost")
                            + " · "
                            + decided.reason();
            case TravellerEvent.PartRecorded part -> terms.unit(part.post());
            case TravellerEvent.StoppedAtBorder stop ->
                    terms.unit(stop.post()) + " · " + stop.reason();
            case TravellerEvent.StopLifted lifted -> lifted.reason();
            case TravellerEvent.NoticesChosen chosen ->
                    words.say(chosen.on() ? "notices.chosen.on" : "notices.chosen.off");
            case ProtectionEvent protection -> detail(protection);
            case SecretEvent secret -> detail(secret);
            case FeeEvent fee -> detail(fee);
            case TravellerEvent.Note note -> note.text();
            case TravellerEvent.Confirmed _,
                    TravellerEvent.ConfirmedOfAge _,
                    TravellerEvent.SafeguardMet _,
                    TravellerEvent.Answered _,
                    TravellerEvent.Proposed _,
                    TravellerEvent.Declined _,
                    TravellerEvent.Refused _,
                    TravellerEvent.HoldEscalated _,
                    TravellerEvent.HoldSentToReview _,
                    TravellerEvent.HoldExtended _,
                    TravellerEvent.Revoked _,
                    TravellerEvent.Departed _,
                    TravellerEvent.Returned _,
                    TravellerEvent.StopEscalated _,
                    TravellerEvent.PaperEnded _,
                    TravellerEvent.Closed _,
                    TravellerEvent.Withdrawn _,
                    TravellerEvent.WithdrawalUndone _,
                    TravellerEvent.Appealed _,
                    TravellerEvent.AppealEscalated _,
                    CaseEvent.Moved _,
                    CaseEvent.Erased _,
                    ArchiveEvent _ ->
                    "";
        };
    }

    /** Why a case moved. One that no officer handed over moved because its unit has closed. */
    private String detail(CaseEvent.HandedOver over) {
        var why =
                over.by().isPresent()
                        ? over.reason()
                        : terms.ended(over.from()).orElse(over.reason());
        return terms.unit(over.to()) + (why.isEmpty() ? "" : " · " + why);
    }

    private String detail(AppearanceEvent event) {
        return switch (event) {
            case AppearanceEvent.AppearanceAsked asked ->
                    terms.unit(asked.request().place())
                            + " · "
                            + words.time(asked.at(), zone)
                            + " · "
                            + asked.request().words();
            case AppearanceEvent.AnotherTimeAsked asked -> asked.words();
            case AppearanceEvent.AppearanceMoved moved -> words.time(moved.at(), zone);
            case AppearanceEvent.AppearanceEnded ended ->
                    words.say("appearance.end." + ended.end().stored())
                            + (ended.words().isEmpty() ? "" : " " + ended.words());
        };
    }

    private String detail(TravellerEvent.Handling event) {
        return switch (event) {
            case TravellerEvent.Warned warned ->
                    terms.unit(warned.unit())
                            + " → "
                            + terms.unit(warned.to())
                            + " · "
                            + words.say("case.due", words.day(warned.due()));
            case TravellerEvent.Jumped jumped ->
                    terms.unit(jumped.unit())
                            + " · "
                            + words.say("turn." + jumped.why())
                            + (jumped.words().isEmpty() ? "" : ": " + jumped.words());
            case TravellerEvent.Recused recused -> words.say("tie." + recused.tie());
            case TravellerEvent.RecusalLifted lifted -> lifted.reason();
        };
    }

    /** Detail about protection; for everything else, the title says enough. */
    private String detail(ProtectionEvent event) {
        return switch (event) {
            case ProtectionEvent.IdentifiedInPerson person -> terms.unit(person.unit());
            case ProtectionEvent.InPersonAsked asked -> terms.unit(asked.unit());
            case ProtectionEvent.InPersonStopped stopped -> stopped.reason();
            case ProtectionEvent _ -> "";
        };
    }

    private String detail(SecretEvent event) {
        return switch (event) {
            case SecretEvent.SecretAsked asked -> terms.unit(asked.unit());
            case SecretEvent.SecretIssued issued ->
                    issued.from()
                            .map(from -> words.say("new-secret.from", words.time(from, zone)))
                            .orElse("");
            case SecretEvent.SecretStopped stopped -> stopped.reason();
        };
    }

    private static String detail(FeeEvent event) {
        return switch (event) {
            case FeeEvent.FeeAsked asked -> FeeTexts.amount(asked.amount(), asked.currency());
            case FeeEvent.FeePaid paid -> paid.amount().toPlainString() + " · " + paid.reference();
            case FeeEvent.FeeWaived waived -> waived.reason();
            case FeeEvent.FeeRefunded back ->
                    back.amount().toPlainString() + " · " + back.reference();
        };
    }

    private String correction(exeat.casework.value.TwoOfficerAct.CorrectFact correction) {
        return terms.said(correction.fact(), correction.value());
    }

    /** What was handed over, by whom and when; what it was, as far as the reader is told. */
    private String served(TravellerEvent.Served served, List<RecordedEvent> history) {
        var parts = new ArrayList<String>();
        proposed(served.traveller(), served.proposal(), history)
                .map(proposed -> HearingTexts.name(proposed.act(), words))
                .map(name ->
                        isDecidedBefore(served, history)
                                ? name
                                : words.say("hearing.proposal", name))
                .ifPresent(parts::add);
        served.unit().map(terms::unit).ifPresent(parts::add);
        parts.add(words.day(served.on()));
        return String.join(" · ", parts);
    }

    /** The number is that of the proposal and of the decision: whichever there was by then. */
    private static boolean isDecidedBefore(
            TravellerEvent.Served served, List<RecordedEvent> history) {
        return history.stream()
                .takeWhile(recorded -> !recorded.event().equals(served))
                .map(RecordedEvent::event)
                .anyMatch(event ->
                        event instanceof TravellerEvent.Seconded seconded
                                && seconded.traveller().equals(served.traveller())
                                && seconded.proposal() == served.proposal());
    }

    /** Both officers' reasons, once the second has agreed, as far as the reader is shown them. */
    private String reasons(TravellerEvent.Seconded seconded, List<RecordedEvent> history) {
        var parts = new ArrayList<String>();
        proposed(seconded.traveller(), seconded.proposal(), history)
                .map(TravellerEvent.Proposed::reason)
                .filter(reason -> !reason.isBlank())
                .ifPresent(reason -> parts.add(words.say("event.Seconded.first", reason)));
        seconded.reason()
                .filter(reason -> !reason.isBlank())
                .ifPresent(reason -> parts.add(words.say("event.Seconded.second", reason)));
        seconded.onAnswers()
                .filter(text -> !text.isBlank())
                .ifPresent(text -> parts.add(words.say("event.Seconded.answers", text)));
        return String.join(" · ", parts);
    }

    private static Optional<TravellerEvent.Proposed> proposed(
            TravellerNo no, int number, List<RecordedEvent> history) {
        return history.stream()
                .flatMap(recorded ->
                        recorded.event() instanceof TravellerEvent.Proposed proposed
                                ? Stream.of(proposed)
                                : Stream.empty())
                .filter(proposed -> proposed.traveller().equals(no))
                .filter(proposed -> proposed.proposal() == number)
                .findFirst();
    }
}
