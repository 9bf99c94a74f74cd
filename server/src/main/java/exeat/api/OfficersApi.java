package exeat.api;

import exeat.casework.Act;
import exeat.casework.Command;
import exeat.casework.Command.Direction;
import exeat.casework.HoldGround;
import exeat.casework.StreamId.CaseId;
import exeat.casework.TravellerNo;
import exeat.desk.Office;
import exeat.rules.FactName;
import exeat.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What officers do on a case. Every call needs Idempotency-Key. */
@Singleton
@Path("/api/v1/applications/{id}/travellers/{no}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class OfficersApi {

    private final Office office;
    private final Caller caller;

    OfficersApi(Office office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    /** Why somebody does something. */
    public record Reason(String reason) {}

    /** Which way somebody crosses. */
    public record Crossing(Direction direction) {}

    /**
     * A first officer's proposal.
     *
     * @param act {@code refuse}, {@code set-aside}, {@code hold} or {@code revoke}
     * @param ground a listed ground for a set-aside; {@code identity}, {@code contested} or {@code
     *     court} for a hold or a revocation
     * @param limit the last day of a hold
     * @param clearance the clearance that the hold answers, if one
     */
    public record Proposal(
            String act,
            String reason,
            Optional<String> ground,
            Optional<String> fact,
            Optional<CourtOrder> order,
            Optional<String> evidence,
            Optional<LocalDate> limit,
            Optional<String> clearance) {}

    /** A court's order. */
    public record CourtOrder(String number, LocalDate expires, boolean copyServed) {}

    @POST
    @Path("clearances/{clearance}")
    @Operation(summary = "A clearance is done")
    public Response clear(UUID id, int no, String clearance) {
        return give(new Command.Clear(new CaseId(id), new TravellerNo(no), clearance));
    }

    @POST
    @Path("approval")
    @Operation(summary = "Approve what was referred")
    public Response approve(UUID id, int no, Reason reason) {
        return give(
                new Command.ApproveReferred(new CaseId(id), new TravellerNo(no), reason.reason()));
    }

    @POST
    @Path("proposals")
    @Operation(summary = "Propose an act that needs a second officer")
    public Response propose(UUID id, int no, Proposal proposal) {
        return give(
                new Command.Propose(
                        new CaseId(id), new TravellerNo(no), act(proposal), proposal.reason()));
    }

    @POST
    @Path("proposals/{proposal}/second")
    @Operation(summary = "Agree to a proposal, as second officer")
    public Response second(UUID id, int no, int proposal) {
        return give(new Command.Second(new CaseId(id), new TravellerNo(no), proposal));
    }

    @POST
    @Path("proposals/{proposal}/decline")
    @Operation(summary = "Decline a proposal, or take it back")
    public Response decline(UUID id, int no, int proposal, Reason reason) {
        return give(
                new Command.Decline(
                        new CaseId(id), new TravellerNo(no), proposal, reason.reason()));
    }

    @POST
    @Path("holds/{hold}/release")
    @Operation(summary = "End a hold")
    public Response release(UUID id, int no, int hold, Reason reason) {
        return give(
                new Command.ReleaseHold(
                        new CaseId(id), new TravellerNo(no), hold, reason.reason()));
    }

    @POST
    @Path("authorisation")
    @Operation(summary = "Issue the travel authorisation")
    public Response authorise(UUID id, int no) {
        return give(new Command.Authorise(new CaseId(id), new TravellerNo(no)));
    }

    @POST
    @Path("crossings")
    @Operation(summary = "Record one's own part of a crossing")
    public Response cross(UUID id, int no, Crossing crossing) {
        return give(
                new Command.RecordCrossing(
                        new CaseId(id), new TravellerNo(no), crossing.direction()));
    }

    private static Act act(Proposal proposal) {
        return switch (proposal.act()) {
            case "refuse" -> new Act.Refuse();
            case "set-aside" -> new Act.SetAside(proposal.ground().orElse(""));
            case "hold" ->
                    new Act.PlaceHold(
                            ground(proposal),
                            proposal.evidence().orElse(""),
                            proposal.limit().orElseThrow(() -> wrong("limit")),
                            proposal.clearance());
            case "revoke" -> new Act.Revoke(ground(proposal), proposal.evidence().orElse(""));
            default -> throw wrong("act");
        };
    }

    private static HoldGround ground(Proposal proposal) {
        return switch (proposal.ground().orElse("")) {
            case "identity" -> new HoldGround.IdentityNotEstablished();
            case "contested" ->
                    new HoldGround.FactContested(
                            new FactName(proposal.fact().orElseThrow(() -> wrong("fact"))));
            case "court" ->
                    proposal.order()
                            .map(o ->
                                    new HoldGround.CourtOrder(
                                            o.number(), o.expires(), o.copyServed()))
                            .orElseThrow(() -> wrong("order"));
            default -> throw wrong("ground");
        };
    }

    private static WebApplicationException wrong(String field) {
        return new WebApplicationException(
                Problem.fields(
                                List.of(
                                        new Problem.FieldError(
                                                field, "The value is missing or cannot be taken.")))
                        .response());
    }

    private Response give(Command command) {
        return Answers.of(office.desk().handle(caller.session(), caller.key(), command));
    }
}
