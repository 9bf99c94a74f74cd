package exeat.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.casework.event.Event;
import exeat.casework.event.EventKind;
import exeat.casework.event.TravellerEvent;
import exeat.desk.write.Reply;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A command was carried out and survives any crash.
 *
 * @param stream the stream that it changed, such as {@code case/} and the application's id
 * @param sequence of the last event in that stream
 * @param happened the types of the events; their content is in the history, for those who may see
 *     it
 * @param number the number of the proposal, hold or appeal that this opened
 * @param leaf of the last event in the ledger, SHA-256 in hex
 * @param inLogBy the time by which it is in the ledger
 */
@Schema(name = "Done")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DoneBody(
        String stream,
        long sequence,
        List<String> happened,
        @Nullable Integer number,
        String leaf,
        Instant inLogBy) {

    public static DoneBody of(Reply.Done done) {
        return new DoneBody(
                done.stream().key(),
                done.sequence(),
                done.events().stream().map(event -> EventKind.of(event).stored()).toList(),
                number(done.events()),
                done.leaf(),
                done.inLogBy());
    }

    private static @Nullable Integer number(List<Event> events) {
        for (var event : events) {
            if (event instanceof TravellerEvent.Proposed proposed) {
                return proposed.proposal();
            }
            if (event instanceof TravellerEvent.HoldPlaced placed) {
                return placed.hold();
            }
            if (event instanceof TravellerEvent.Appealed appealed) {
                return appealed.appeal();
            }
        }
        return null;
    }
}
