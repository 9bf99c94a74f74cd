package exeat.api.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.api.ApiTags;
import exeat.api.Caller;
import exeat.api.RequiresSession;
import exeat.api.WireNames;
import exeat.desk.Office;
import exeat.desk.queue.QueueReader;
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

/** Cases taken out of order. */
@Singleton
@Path("/api/v1/jumps")
@RunOnVirtualThread
@RequiresSession
@Tag(name = ApiTags.REPORT)
public final class JumpsApi {

    private static final int MAX_ROWS = 200;

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
        static JumpSeen of(QueueReader.JumpRow row) {
            return new JumpSeen(
                    row.id().value(),
                    row.number(),
                    row.traveller().number(),
                    row.task(),
                    row.unit().text(),
                    row.by().text(),
                    WireNames.of(row.why()),
                    row.at());
        }
    }

    @GET
    @Operation(summary = "Cases recently taken out of order, here and below")
    public List<JumpSeen> jumps() {
        return office.queues().jumps(caller.session(), MAX_ROWS).stream()
                .map(JumpSeen::of)
                .toList();
    }
}
