package exeat.casework.event;

import exeat.casework.value.OfficerId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.appearance.AppearanceEnd;
import exeat.casework.value.appearance.AppearanceRequest;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredAs;
import java.time.Instant;

/** About an appearance that an office asks for. None of them changes a stage or stops a clock. */
public sealed interface AppearanceEvent extends TravellerEvent {

    /** Which one, counted for this traveller from 1. */
    int appearance();

    /**
     * An office asked somebody to appear, which counts.
     *
     * @param at when
     */
    @StoredAs(fields = {"traveller", "appearance", "request", "at", "by", "unit"})
    record AppearanceAsked(
            TravellerNo traveller,
            int appearance,
            AppearanceRequest request,
            Instant at,
            OfficerId by,
            AuthorityId unit)
            implements AppearanceEvent {}

    /** The person asked for another time. */
    @StoredAs(fields = {"traveller", "appearance", "words"})
    record AnotherTimeAsked(TravellerNo traveller, int appearance, String words)
            implements AppearanceEvent {}

    /** The office set another time, as the person had asked; it does not count again. */
    @StoredAs(fields = {"traveller", "appearance", "at", "by", "unit"})
    record AppearanceMoved(
            TravellerNo traveller, int appearance, Instant at, OfficerId by, AuthorityId unit)
            implements AppearanceEvent {}

    /** How it ended; an office that cancels says why. */
    @StoredAs(fields = {"traveller", "appearance", "end", "words", "by", "unit"})
    record AppearanceEnded(
            TravellerNo traveller,
            int appearance,
            AppearanceEnd end,
            String words,
            OfficerId by,
            AuthorityId unit)
            implements AppearanceEvent {}
}
