package exeat.api;

import exeat.casework.Command;
import exeat.casework.Consequence;
import exeat.casework.StreamId.CaseId;
import exeat.casework.TravellerNo;
import exeat.desk.Office;
import exeat.web.Directives;
import exeat.web.Problem;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What travellers do for themselves. Every call needs Idempotency-Key. */
@Singleton
@Path("/api/v1/applications/{id}/travellers/{no}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public final class TravellersApi {

    private final Office office;
    private final Caller caller;

    TravellersApi(Office office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    /** What the traveller was told they may give up, and has understood. */
    public record Confirmation(Set<Consequence> told) {}

    /** Facts by the vocabulary's names, and papers by kind. */
    public record AnswerGiven(
            Optional<Map<String, String>> facts, Optional<List<Map<String, String>>> documents) {}

    /**
     * An appeal.
     *
     * @param against {@code refusal}, {@code set-aside}, {@code revocation} or {@code hold}
     * @param hold its number, for an appeal against a hold
     */
    public record AppealFiled(String against, Optional<Integer> hold, String grounds) {}

    @POST
    @Path("confirmation")
    @Operation(summary = "Confirm that it is one's own wish")
    public Response confirm(UUID id, int no, Confirmation confirmation) {
        return give(new Command.Confirm(new CaseId(id), new TravellerNo(no), confirmation.told()));
    }

    @POST
    @Path("answers")
    @Operation(summary = "Answer what is asked")
    public Response answer(UUID id, int no, AnswerGiven answer) {
        var facts =
                Wire.facts(answer.facts().orElse(Map.of()), "facts.", Directives.current(office));
        var papers =
                answer.documents().orElse(List.of()).stream()
                        .map(d ->
                                new Wire.Paper(
                                        d.getOrDefault("kind", ""),
                                        d.getOrDefault("reference", "")))
                        .toList();
        return give(
                new Command.Answer(
                        new CaseId(id), new TravellerNo(no), facts, Wire.documents(papers)));
    }

    @POST
    @Path("withdrawal")
    @Operation(summary = "Withdraw, for this traveller alone")
    public Response withdraw(UUID id, int no) {
        return give(new Command.Withdraw(new CaseId(id), new TravellerNo(no)));
    }

    @POST
    @Path("protection")
    @Operation(summary = "Claim protection: everything is suspended")
    public Response protect(UUID id, int no) {
        return give(new Command.ClaimProtection(new CaseId(id), new TravellerNo(no)));
    }

    @POST
    @Path("protection/end")
    @Operation(summary = "End one's own claim to protection")
    public Response endProtection(UUID id, int no) {
        return give(new Command.EndProtectionClaim(new CaseId(id), new TravellerNo(no)));
    }

    @POST
    @Path("appeals")
    @Operation(summary = "Appeal against a refusal, set-aside, revocation or hold")
    public Response appeal(UUID id, int no, AppealFiled appeal) {
        Optional<Command.Against> against =
                switch (appeal.against()) {
                    case "refusal" -> Optional.of(new Command.Against.Refusal());
                    case "set-aside" -> Optional.of(new Command.Against.BeingSetAside());
                    case "revocation" -> Optional.of(new Command.Against.Revocation());
                    case "hold" -> appeal.hold().map(Command.Against.AHold::new);
                    default -> Optional.empty();
                };
        return against.map(a ->
                        give(
                                new Command.Appeal(
                                        new CaseId(id), new TravellerNo(no), a, appeal.grounds())))
                .orElseGet(() ->
                        Problem.fields(
                                        List.of(
                                                new Problem.FieldError(
                                                        "against",
                                                        "One of refusal, set-aside, revocation, hold (with its number).")))
                                .response());
    }

    private Response give(Command command) {
        return Answers.of(office.desk().handle(caller.session(), caller.key(), command));
    }
}
