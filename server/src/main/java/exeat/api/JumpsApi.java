package exeat.api;

import exeat.desk.Office;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
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

    @GET
    @Operation(summary = "The last files that were taken before their turn, here and below")
    public List<KeepingBodies.JumpSeen> jumps() {
        return office.queues().jumps(caller.session(), MOST).stream()
                .map(KeepingBodies.JumpSeen::of)
                .toList();
    }
}
