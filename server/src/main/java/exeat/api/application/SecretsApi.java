package exeat.api.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.api.ApiTags;
import exeat.api.Caller;
import exeat.api.CommandGateway;
import exeat.api.DoneBody;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.casework.command.SecretCommand;
import exeat.casework.state.SecretRequest;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import exeat.desk.write.SecretReply;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** A person's own secret: two officers identify the person, and each hands over one part of it. */
@Singleton
@Path("/api/v1/applications/{id}/secrets")
@RequiresSession
@RunOnVirtualThread
@Tag(name = ApiTags.INTAKE)
public final class SecretsApi {

    private final Office office;
    private final Caller caller;
    private final CommandGateway clerk;

    SecretsApi(Office office, Caller caller, CommandGateway clerk) {
        this.office = office;
        this.caller = caller;
        this.clerk = clerk;
    }

    /** {@code worksFrom} is set with the second part of a secret that works only later. */
    @Schema(name = "HandedPart")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Handed(
            String part, @Nullable Integer request, @Nullable Instant worksFrom, DoneBody done) {
        static Handed of(SecretReply reply) {
            var done = CommandGateway.done(reply.reply());
            return new Handed(
                    reply.part().orElseThrow(),
                    reply.request().isPresent() ? reply.request().getAsInt() : null,
                    reply.worksFrom().orElse(null),
                    DoneBody.of(done));
        }
    }

    /** What two officers did, or are doing, about a person's secret. */
    @Schema(name = "SecretRequest")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Body(
            int to,
            int number,
            String unit,
            Instant asked,
            boolean issued,
            @Nullable Instant worksFrom,
            boolean stopped,
            @Schema(description = "Whether you can object to it with the secret that you have")
                    boolean objectable) {
        static Body of(SecretRequest request, boolean objectable) {
            return new Body(
                    request.to().number(),
                    request.number(),
                    request.unit().text(),
                    request.asked(),
                    request.second().isPresent(),
                    request.from().orElse(null),
                    request.stopped(),
                    objectable);
        }
    }

    @POST
    @RequiresIdempotencyKey
    @ResponseStatus(201)
    @Operation(
            summary = "Issue the first part of a secret to a person whom you have identified",
            description =
                    "The part opens nothing. Another officer identifies the person within 24 hours"
                            + " and issues the other part. Only this answer contains it, and a"
                            + " repeated request with the same key.")
    public Handed ask(@RestPath UUID id, @NotNull @Valid CommandBodies.SecretFor body) {
        return Handed.of(
                office.desk()
                        .askForSecret(
                                caller.session(),
                                caller.key(),
                                new CaseId(id),
                                new TravellerNo(body.to()),
                                body.seen()));
    }

    @POST
    @Path("{n}/other-part")
    @RequiresIdempotencyKey
    @Operation(
            summary = "As the second officer, issue the other part",
            description =
                    "A secret that replaces another, or the first of a person whose application is"
                            + " live, works only from the time in the answer; until then no"
                            + " step is taken, and the person who has the old secret can object.")
    public Handed issue(
            @RestPath UUID id, @RestPath int n, @NotNull @Valid CommandBodies.SecretFor body) {
        return Handed.of(
                office.desk()
                        .issueSecret(
                                caller.session(),
                                caller.key(),
                                new CaseId(id),
                                new TravellerNo(body.to()),
                                n,
                                body.seen()));
    }

    @POST
    @Path("{n}/stop")
    @Operation(
            summary = "Object to a new secret, or take it back",
            description =
                    "By the person with the secret that they have, without a reason; by an officer"
                            + " with one. The secret that was there before stays.")
    public DoneBody stop(
            @RestPath UUID id, @RestPath int n, @NotNull @Valid CommandBodies.StopSecret body) {
        return clerk.send(
                id,
                body.to(),
                (file, who) ->
                        new SecretCommand.StopSecret(
                                file, who, n, body.reason() == null ? "" : body.reason()));
    }
}
