package exeat.api.directive;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.api.ApiTags;
import exeat.api.Caller;
import exeat.api.CommandGateway;
import exeat.api.DoneBody;
import exeat.api.Patterns;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.casework.command.Actor;
import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Command;
import exeat.casework.state.BriefingState.UnitBriefing;
import exeat.casework.state.Clarification;
import exeat.casework.value.StreamId.BriefingId;
import exeat.desk.Office;
import exeat.http.ProblemCode;
import exeat.http.ProblemMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Putting a directive in force, handing it down, and acknowledging it at each level. */
@Singleton
@Path("/api/v1/directives/{directive: " + Patterns.UNIT + "}/briefing")
@RunOnVirtualThread
@RequiresSession
@Tag(name = ApiTags.BRIEFING)
public final class BriefingApi {

    private final Office office;
    private final Caller caller;
    private final CommandGateway clerk;

    BriefingApi(Office office, Caller caller, CommandGateway clerk) {
        this.office = office;
        this.caller = caller;
        this.clerk = clerk;
    }

    @Schema(name = "Briefing")
    record BriefingBody(String directive, List<Unit> units) {}

    @Schema(name = "UnitBriefing")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unit(
            String unit,
            Instant handedDown,
            @Nullable Instant acknowledged,
            List<String> officers) {
        static Unit of(String unit, UnitBriefing briefing) {
            return new Unit(
                    unit,
                    briefing.handedDown(),
                    briefing.acknowledged().orElse(null),
                    List.copyOf(briefing.officers()));
        }
    }

    @GET
    @Operation(summary = "Which units have received and acknowledged the directive")
    public BriefingBody state(@RestPath String directive) {
        if (!(caller.session().actor() instanceof Actor.Officer)) {
            throw ProblemMapper.thrown(ProblemCode.NOT_ALLOWED);
        }
        var id = known(directive);
        var state = office.register().briefing(caller.session(), id.directive());
        return new BriefingBody(
                directive,
                state.units().entrySet().stream()
                        .map(unit -> Unit.of(unit.getKey().text(), unit.getValue()))
                        .toList());
    }

    @POST
    @RequiresIdempotencyKey
    @Path("in-force")
    @Operation(
            summary = "Put a fully proved and signed version in force, as an officer of the issuer")
    public DoneBody putInForce(
            @RestPath String directive, @NotNull @Valid EnactingBodies.Version body) {
        return give(directive, id -> new BriefingCommand.PutInForce(id, body.version()));
    }

    @POST
    @RequiresIdempotencyKey
    @Path("hand-down")
    @Operation(summary = "Hand the directive to the units directly below")
    public DoneBody handDown(@RestPath String directive) {
        return give(directive, BriefingCommand.HandDown::new);
    }

    @POST
    @RequiresIdempotencyKey
    @Path("acknowledgement")
    @Operation(
            summary = "Acknowledge the directive; the first officer acknowledges for the unit",
            description =
                    "Give the outcome and a paragraph for the three cases of the check, by id."
                            + " After a wrong answer, the response names the paragraph to read"
                            + " again.")
    public DoneBody acknowledge(
            @RestPath String directive, @NotNull @Valid BriefingCheckBodies.Read body) {
        return give(directive, id -> body.command(id));
    }

    @GET
    @Path("check")
    @Operation(
            summary = "Made-up cases for the check",
            description = "Answer each with the outcome and a paragraph that supports it.")
    public BriefingCheckBodies.Check check(@RestPath String directive) {
        if (!(caller.session().actor() instanceof Actor.Officer)) {
            throw ProblemMapper.thrown(ProblemCode.NOT_ALLOWED);
        }
        var version = office.register().directive(known(directive).directive()).orElseThrow();
        return BriefingCheckBodies.Check.of(version);
    }

    @GET
    @Path("clarifications")
    @Operation(summary = "Clarifications by the issuer, and which units have acknowledged them")
    public List<ClarificationBody> clarifications(@RestPath String directive) {
        if (!(caller.session().actor() instanceof Actor.Officer)) {
            throw ProblemMapper.thrown(ProblemCode.NOT_ALLOWED);
        }
        var id = known(directive);
        return office.register().briefing(caller.session(), id.directive()).clarified().stream()
                .map(ClarificationBody::of)
                .toList();
    }

    @Schema(name = "Clarification")
    record ClarificationBody(
            int number,
            String paragraph,
            List<String> rules,
            String words,
            Instant at,
            List<String> acknowledged) {
        static ClarificationBody of(Clarification c) {
            return new ClarificationBody(
                    c.number(),
                    c.paragraph(),
                    List.copyOf(c.rules()),
                    c.text(),
                    c.at(),
                    c.acknowledged().keySet().stream().map(unit -> unit.text()).toList());
        }
    }

    @POST
    @RequiresIdempotencyKey
    @Path("clarifications/{n: " + Patterns.NUMBER + "}/acknowledgement")
    @Operation(summary = "Acknowledge a clarification for your unit")
    public DoneBody read(@RestPath String directive, @RestPath int n) {
        return give(directive, id -> new BriefingCommand.AcknowledgeClarification(id, n));
    }

    private DoneBody give(String directive, Function<BriefingId, Command> command) {
        return clerk.send(command.apply(known(directive)));
    }

    private BriefingId known(String directive) {
        if (office.register().directive(directive).isEmpty()) {
            throw ProblemMapper.thrown(ProblemCode.NOT_FOUND);
        }
        return new BriefingId(directive);
    }
}
