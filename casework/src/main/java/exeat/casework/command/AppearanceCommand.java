package exeat.casework.command;

import exeat.casework.value.StreamId;
import exeat.casework.value.TravellerNo;
import exeat.casework.value.appearance.AppearanceRequest;
import exeat.rules.source.StoredAs;
import java.time.Instant;

/** What an office does about an appearance; the person alone asks for another time. */
public sealed interface AppearanceCommand extends TravellerCommand.Appearing {

    /** Ask somebody to appear. */
    @StoredAs(
            name = "AskToAppear",
            fields = {"stream", "traveller", "request", "at"})
    record AskToAppear(
            StreamId.CaseId stream, TravellerNo traveller, AppearanceRequest request, Instant at)
            implements AppearanceCommand {}

    /** Set another time, after the person asked for one. */
    @StoredAs(
            name = "MoveAppearance",
            fields = {"stream", "traveller", "appearance", "at"})
    record MoveAppearance(StreamId.CaseId stream, TravellerNo traveller, int appearance, Instant at)
            implements AppearanceCommand {}

    /** The office will not be there. */
    @StoredAs(
            name = "CancelAppearance",
            fields = {"stream", "traveller", "appearance", "words"})
    record CancelAppearance(
            StreamId.CaseId stream, TravellerNo traveller, int appearance, String words)
            implements AppearanceCommand {}

    /**
     * Whether the person was there.
     *
     * @param kept whether they were
     */
    @StoredAs(
            name = "RecordAppearance",
            fields = {"stream", "traveller", "appearance", "kept"})
    record RecordAppearance(
            StreamId.CaseId stream, TravellerNo traveller, int appearance, boolean kept)
            implements AppearanceCommand {}
}
