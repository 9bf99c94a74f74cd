package exeat.api.queue;

import exeat.api.Caller;
import exeat.api.SignedIn;
import exeat.api.Spelling;
import exeat.api.Steps;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.desk.queue.Queues;
import exeat.desk.Office;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was taken before its turn. */
@Singleton
@Path("/api/v1/jumps")
@RunOnVirtualThread
@SignedIn
@Tag(name = Steps.REPORT)
public final class JumpsApi {

    private static final int MOST = 200;

    private final Office office;
    private final Caller caller;

    JumpsApi(Office office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    @Schema(name = "JumpSeen")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JumpSeen(
            UUID application,
            String number,
            int traveller,
            String task,
            String unit,
            String officer,
            String why,
            Instant at) {
        static JumpSeen of(Queues.JumpRow row) {
            return new JumpSeen(
                    row.id().value(),
                    row.number(),
                    row.traveller().number(),
                    row.task(),
                    row.unit().text(),
                    row.by().text(),
                    Spelling.of(row.why()),
                    row.at());
        }
    }

    @GET
    @Operation(summary = "The last files that were taken before their turn, here and below")
    public List<JumpSeen> jumps() {
        return office.queues().jumps(caller.session(), MOST).stream().map(JumpSeen::of).toList();
    }
}
