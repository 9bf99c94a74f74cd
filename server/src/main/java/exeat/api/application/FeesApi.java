package exeat.api.application;

import exeat.api.ApiTags;
import exeat.api.CommandGateway;
import exeat.api.DoneBody;
import exeat.api.Patterns;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.casework.command.FeeCommand;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What is recorded of a traveller's fee, by the unit that has the file. */
@Singleton
@Path("/api/v1/applications/{id}/travellers/{no: " + Patterns.NUMBER + "}/fee")
@RunOnVirtualThread
@RequiresSession
@RequiresIdempotencyKey
public final class FeesApi {

    private final CommandGateway clerk;

    FeesApi(CommandGateway clerk) {
        this.clerk = clerk;
    }

    @POST
    @Path("demands/{n: " + Patterns.NUMBER + "}/payments")
    @Tag(name = ApiTags.AUTHORISATION)
    @Operation(
            summary = "Record that the fee was paid",
            description =
                    "The amount is that of the demand with this number, so there is none in the"
                            + " body. What was paid twice, or to a demand that was lowered since,"
                            + " is due back. At any stage, also after the crossing.")
    public DoneBody pay(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid CommandBodies.FeeReference body) {
        return clerk.send(
                id, no, (one, who) -> new FeeCommand.RecordPayment(one, who, n, body.reference()));
    }

    @POST
    @Path("waiver")
    @Tag(name = ApiTags.AUTHORISATION)
    @Operation(summary = "Waive the fee; what was paid is due back")
    public DoneBody waive(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.Reason body) {
        return clerk.send(id, no, (one, who) -> new FeeCommand.WaiveFee(one, who, body.reason()));
    }

    @POST
    @Path("refund")
    @Tag(name = ApiTags.AUTHORISATION)
    @Operation(
            summary = "Record that all that is due back was paid back",
            description = "Due back is what was paid twice, or for an approval that fell away.")
    public DoneBody refund(
            @RestPath UUID id, @RestPath int no, @NotNull @Valid CommandBodies.FeeReference body) {
        return clerk.send(
                id, no, (one, who) -> new FeeCommand.RefundFee(one, who, body.reference()));
    }
}
