package exeat.api.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.api.ApiTags;
import exeat.api.Caller;
import exeat.api.CommandGateway;
import exeat.api.DoneBody;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.casework.command.Actor;
import exeat.casework.command.CaseCommand;
import exeat.casework.command.Rejection;
import exeat.casework.value.StreamId.CaseId;
import exeat.desk.Office;
import exeat.desk.write.Reply;
import exeat.http.OpenedCases;
import exeat.http.ProblemMapper;
import exeat.rules.authority.AuthorityId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Intake: filing, reading back, and handing each adult their own secret. */
@Singleton
@Path("/api/v1/applications")
@RunOnVirtualThread
@RequiresSession
@Tag(name = ApiTags.INTAKE)
public final class ApplicationsApi {

    private static final Pattern NUMBERED = Pattern.compile("travellers\\[([0-9]{1,4})]");

    private final Office office;
    private final Caller caller;
    private final CommandGateway clerk;
    private final ApplicationReader drafts;
    private final OpenedCases opened;

    ApplicationsApi(
            Office office,
            Caller caller,
            CommandGateway clerk,
            ApplicationReader drafts,
            OpenedCases opened) {
        this.office = office;
        this.caller = caller;
        this.clerk = clerk;
        this.drafts = drafts;
        this.opened = opened;
    }

    /** {@code secret} is the secret of a person who files for themselves; it is not stored. */
    @Schema(name = "Filed")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FiledBody(UUID id, String number, @Nullable String secret, DoneBody done) {}

    @POST
    @RequiresIdempotencyKey
    @ResponseStatus(201)
    @Operation(
            summary = "File an application",
            description =
                    "An applicant who files for themselves gets a number and their own secret. An"
                            + " application entered by an officer stays unconfirmed until each"
                            + " adult confirms it. What an applicant files counts for their"
                            + " address: beyond its budget the answer is 429 with Retry-After. A"
                            + " code that a counter gave, as the header Counter-Code, has a budget"
                            + " of its own.")
    public FiledBody apply(@NotNull @Valid ApplicationBody body) {
        var session = caller.session();
        caller.file(body.travellers().size());
        var filed = office.desk().apply(session, caller.key(), drafts.read(body, session));
        if (filed.reply() instanceof Reply.Rejected(var rejection)) {
            throw ProblemMapper.of(fromZero(rejection)).thrown();
        }
        var done = CommandGateway.done(filed.reply());
        return new FiledBody(
                ((CaseId) done.stream()).value(),
                filed.number().orElseThrow(),
                filed.secret().orElse(null),
                DoneBody.of(done));
    }

    /** Casework counts travellers from 1, JSON paths from 0. */
    private static Rejection fromZero(Rejection rejection) {
        var about =
                NUMBERED.matcher(rejection.about())
                        .replaceAll(m -> "travellers[" + (Integer.parseInt(m.group(1)) - 1) + "]");
        return new Rejection(rejection.code(), about);
    }

    @GET
    @Path("{id}")
    @Operation(
            summary = "An application, as this session may see it",
            description =
                    "It omits what the session may not see. The ETag is its version: a command"
                            + " with this ETag in If-Match is rejected if the application has"
                            + " changed since.")
    public CaseBody find(@RestPath UUID id) {
        var view = clerk.view(new CaseId(id));
        opened.open(caller.session(), view.seen().id());
        caller.shows(view.version());
        return CaseBody.of(view);
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "The history, as far as this session may see it")
    public List<EventBody> history(@RestPath UUID id) {
        clerk.view(new CaseId(id));
        return office.cases().history(caller.session(), new CaseId(id)).stream()
                .map(EventBody::of)
                .toList();
    }

    @Schema(
            name = "Look",
            description = "Several views by one officer within an hour are one" + " entry.")
    record LookBody(
            String unit,
            Instant from,
            Instant until,
            int times,
            @Schema(description = "Whether facts and reasons were shown.") boolean facts) {}

    @GET
    @Path("{id}/looks")
    @Operation(
            summary = "Who opened your own application",
            description = "By unit, newest first; only for a person in the application.")
    public List<LookBody> looks(@RestPath UUID id) {
        clerk.view(new CaseId(id));
        if (!(caller.session().actor() instanceof Actor.Party)) {
            throw ProblemMapper.of(new Rejection(Rejection.Code.NOT_ALLOWED, "")).thrown();
        }
        return office.accessLog().of(caller.session()).stream()
                .map(look ->
                        new LookBody(
                                look.unit().text(),
                                look.from(),
                                look.until(),
                                look.times(),
                                look.facts()))
                .toList();
    }

    @GET
    @Path("{id}/clocks")
    @Operation(
            summary = "Who had each traveller's case and for how long, and which deadlines run",
            description = "Only for travellers whose full case this session may see.")
    public List<CaseHandlingBodies.Clock> clocks(@RestPath UUID id) {
        clerk.view(new CaseId(id));
        return office.cases().clocks(caller.session(), new CaseId(id)).entrySet().stream()
                .map(one -> CaseHandlingBodies.Clock.of(one.getKey().number(), one.getValue()))
                .toList();
    }

    @POST
    @RequiresIdempotencyKey
    @Path("{id}/hand-over")
    @Operation(summary = "Move a lower unit's work in this case to another unit")
    public DoneBody handOver(@RestPath UUID id, @NotNull @Valid CaseHandlingBodies.Over body) {
        return clerk.send(
                new CaseCommand.HandOver(
                        new CaseId(id),
                        new AuthorityId(body.from()),
                        new AuthorityId(body.to()),
                        body.reason()));
    }
}
