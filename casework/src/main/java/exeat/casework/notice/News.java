package exeat.casework.notice;

import exeat.casework.access.Past;
import exeat.casework.command.Actor;
import exeat.casework.event.AppearanceEvent;
import exeat.casework.event.ArchiveEvent;
import exeat.casework.event.CaseEvent;
import exeat.casework.event.Event;
import exeat.casework.event.FeeEvent;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.SecretEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseState;
import exeat.casework.state.SecretRequest;
import exeat.casework.state.TravellerState;
import exeat.casework.value.TravellerNo;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is told to somebody who wants notices, and how soon. A notice says no more than that there
 * is something to read, so it is sent only where they would read something: the holder of an
 * unproved secret gets none while their last view goes on, or they would learn of a claim. Nothing
 * is ever told of what was said of protection.
 */
public enum News {
    /** Nothing is said. */
    NONE,
    /** With the rest of the day. */
    DAILY,
    /** It waits for the person, or a period has begun. */
    AT_ONCE,
    /**
     * Somebody acts in the person's name, or is about to. A claim to protection by somebody else
     * does not stop it: its reader sees it on their page too.
     */
    SECURITY;

    /**
     * Whether notices are on. They belong to the person who had the secret at that time: they end
     * when two officers hand over another one, for nobody knows whose the address was.
     */
    public static boolean isOn(CaseState state, TravellerState t, Instant now) {
        return isOn(t, state.handling().secrets(), now);
    }

    /**
     * Whether notices are on, for somebody as a reader sees them.
     *
     * @param secrets what officers did about the secrets of the case
     */
    public static boolean isOn(TravellerState t, List<SecretRequest> secrets, Instant now) {
        return t.noticesSince()
                .filter(since ->
                        secrets.stream()
                                .filter(one -> one.to().equals(t.no()) && one.isHandedOver(now))
                                .map(one -> one.from().orElse(one.asked()))
                                .noneMatch(since::isBefore))
                .isPresent();
    }

    /**
     * What a command's events are to each traveller whose notices are on; those to whom nothing is
     * said are not in it. Nobody is told what they did themselves, but that they left, which
     * somebody else may have done with their secret.
     *
     * @param state after the events
     */
    public static SortedMap<TravellerNo, News> of(
            CaseState state, List<? extends Event> events, Actor actor, Instant now) {
        var news = new TreeMap<TravellerNo, News>();
        for (var t : state.travellers().values()) {
            if (state.erasure(t.no()).isPresent() || !isOn(state, t, now)) {
                continue;
            }
            var party = new Actor.Party(state.id(), t.no());
            boolean own = actor.equals(party);
            boolean kept = Past.withheld(state, t, party, now).isPresent();
            events.stream()
                    .filter(CaseEvent.class::isInstance)
                    .map(event -> to(t.no(), (CaseEvent) event))
                    .filter(one -> one == SECURITY || !(own || kept))
                    .max(Enum::compareTo)
                    .filter(one -> one != NONE)
                    .ifPresent(one -> news.put(t.no(), one));
        }
        return news;
    }

    private static News to(TravellerNo no, CaseEvent event) {
        return switch (event) {
            case SecretEvent e -> e.to().equals(no) ? SECURITY : NONE;
            case TravellerEvent e -> e.traveller().equals(no) ? of(e) : NONE;
            case CaseEvent.HandedOver _ -> DAILY;
            case ArchiveEvent.ErasureProposed _ -> AT_ONCE;
            case ArchiveEvent _,
                    CaseEvent.Applied _,
                    CaseEvent.SentUp _,
                    CaseEvent.Moved _,
                    CaseEvent.Erased _ ->
                    NONE;
        };
    }

    /** What only offices have to do with is no news; nor is what follows from another event. */
    private static News of(TravellerEvent event) {
        return switch (event) {
            case TravellerEvent.Withdrawn _, TravellerEvent.WithdrawalUndone _ -> SECURITY;
            case TravellerEvent.Asked _,
                    TravellerEvent.Proposed _,
                    TravellerEvent.Served _,
                    // An officer wrote down what the person is said to have said.
                    TravellerEvent.HearingAnswered _,
                    TravellerEvent.Refused _,
                    TravellerEvent.WasSetAside _,
                    TravellerEvent.HoldPlaced _,
                    TravellerEvent.HoldExtended _,
                    TravellerEvent.FactCorrected _,
                    TravellerEvent.Revoked _,
                    TravellerEvent.StopLifted _,
                    TravellerEvent.PaperEnded _,
                    FeeEvent.FeeAsked _,
                    AppearanceEvent.AppearanceAsked _,
                    AppearanceEvent.AppearanceMoved _,
                    // Two officers are about to do something in the person's name.
                    ProtectionEvent.InPersonAsked _ ->
                    AT_ONCE;
            // Who is told late that an office cancelled comes in vain.
            case AppearanceEvent.AppearanceEnded ended ->
                    ended.end().isByOffice() ? AT_ONCE : DAILY;
            case TravellerEvent.Confirmed _,
                    TravellerEvent.SafeguardMet _,
                    TravellerEvent.Found _,
                    TravellerEvent.ClearanceDone _,
                    TravellerEvent.ReferredApproved _,
                    TravellerEvent.HearingReplied _,
                    TravellerEvent.Declined _,
                    TravellerEvent.HoldReleased _,
                    TravellerEvent.Authorised _,
                    TravellerEvent.Returned _,
                    TravellerEvent.Closed _,
                    TravellerEvent.AppealDecided _,
                    FeeEvent.FeePaid _,
                    FeeEvent.FeeWaived _,
                    FeeEvent.FeeRefunded _ ->
                    DAILY;
            case TravellerEvent.ConfirmedOfAge _,
                    TravellerEvent.Answered _,
                    TravellerEvent.ClearanceOpened _,
                    TravellerEvent.ClearanceEscalated _,
                    TravellerEvent.Seconded _,
                    TravellerEvent.ServiceDisputed _,
                    TravellerEvent.HoldEscalated _,
                    TravellerEvent.HoldSentToReview _,
                    TravellerEvent.PartRecorded _,
                    TravellerEvent.Departed _,
                    TravellerEvent.StoppedAtBorder _,
                    TravellerEvent.StopEscalated _,
                    TravellerEvent.NoticesChosen _,
                    AppearanceEvent.AnotherTimeAsked _,
                    TravellerEvent.Appealed _,
                    TravellerEvent.AppealEscalated _,
                    TravellerEvent.Handling _,
                    TravellerEvent.Note _,
                    ProtectionEvent _ ->
                    NONE;
        };
    }
}
