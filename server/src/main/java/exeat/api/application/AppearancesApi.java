package exeat.api.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.api.ApiTags;
import exeat.api.CommandGateway;
import exeat.api.DoneBody;
import exeat.api.Patterns;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.casework.command.AppearanceCommand;
import exeat.casework.command.TravellerCommand;
import exeat.casework.value.appearance.Appearance;
import exeat.casework.value.appearance.AppearanceKind;
import exeat.casework.value.appearance.AppearancePurpose;
import exeat.casework.value.appearance.AppearanceRequest;
import exeat.http.Problem;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.StoredWord;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Appearances that an office asks for: a visit, a call; and another time for them. */
@Singleton
@Path("/api/v1/applications/{id}/travellers/{no: " + Patterns.NUMBER + "}/appearances")
@RunOnVirtualThread
@RequiresSession
@RequiresIdempotencyKey
public final class AppearancesApi {

    private static final String OF = "{n: " + Patterns.NUMBER + "}/";

    private final CommandGateway clerk;

    AppearancesApi(CommandGateway clerk) {
        this.clerk = clerk;
    }

    @Schema(name = "AppearanceToAsk")
    record ToAsk(
            @NotNull @Schema(enumeration = {"at-office", "at-home", "by-phone"}) String kind,
            @NotNull
                    @Schema(
                            enumeration = {
                                "identity",
                                "documents",
                                "questions",
                                "collecting",
                                "other"
                            })
                    String purpose,
            @NotNull @Size(max = Patterns.MAX_REASON) String words,
            @NotNull @Pattern(regexp = Patterns.UNIT) @Size(max = Patterns.MAX_NAME) String place,
            @NotNull Instant at) {
        AppearanceRequest read() {
            return new AppearanceRequest(
                    word(AppearanceKind.values(), kind, "kind"),
                    word(AppearancePurpose.values(), purpose, "purpose"),
                    words,
                    new AuthorityId(place));
        }
    }

    private static <E extends StoredWord> E word(E[] values, String word, String field) {
        return Arrays.stream(values)
                .filter(one -> one.stored().equals(word))
                .findFirst()
                .orElseThrow(() -> Problem.field(field, "is unknown").thrown());
    }

    @Schema(name = "AppearanceTime")
    record Time(@NotNull Instant at) {}

    @Schema(name = "AppearanceKept")
    record Kept(@NotNull Boolean kept) {}

    @Schema(
            name = "AppearanceAsked",
            description = "It counts unless the office cancelled it before its day.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AppearanceBody(
            int number,
            String kind,
            String purpose,
            String words,
            String place,
            String by,
            Instant at,
            Instant asked,
            @Nullable String wish,
            @Nullable String end) {
        static List<AppearanceBody> of(List<Appearance> all) {
            return all.stream()
                    .map(one ->
                            new AppearanceBody(
                                    one.number(),
                                    one.request().kind().stored(),
                                    one.request().purpose().stored(),
                                    one.request().words(),
                                    one.request().place().text(),
                                    one.unit().text(),
                                    one.at(),
                                    one.asked(),
                                    one.wish().orElse(null),
                                    one.end().map(StoredWord::stored).orElse(null)))
                    .toList();
        }
    }

    @POST
    @Tag(name = ApiTags.DECISION)
    @Operation(
            summary = "Ask somebody to appear: at an office, at home, or on the telephone",
            description =
                    "At least three days ahead and at most sixty. Each counts; when as many count"
                            + " as the finding allows, NOT_IN_DIRECTIVE is about appearances. No"
                            + " deadline of the office waits for it.")
    public DoneBody ask(@RestPath UUID id, @RestPath int no, @NotNull @Valid ToAsk body) {
        return clerk.send(
                id,
                no,
                (file, who) ->
                        new AppearanceCommand.AskToAppear(file, who, body.read(), body.at()));
    }

    @POST
    @Path(OF + "another-time")
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Ask for another time, also for an appearance that you missed",
            description =
                    "It costs nothing and does not count again. While the office has not set one,"
                            + " ALREADY_EXISTS is about wish, unless two officers handed you your"
                            + " secret.")
    public DoneBody anotherTime(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid CommandBodies.Said body) {
        return clerk.send(
                id,
                no,
                (file, who) -> new TravellerCommand.AskForAnotherTime(file, who, n, body.words()));
    }

    @POST
    @Path(OF + "time")
    @Tag(name = ApiTags.DECISION)
    @Operation(summary = "Set another time, as the person asked; it does not count again")
    public DoneBody move(
            @RestPath UUID id, @RestPath int no, @RestPath int n, @NotNull @Valid Time body) {
        return clerk.send(
                id,
                no,
                (file, who) -> new AppearanceCommand.MoveAppearance(file, who, n, body.at()));
    }

    @POST
    @Path(OF + "cancellation")
    @Tag(name = ApiTags.DECISION)
    @Operation(
            summary = "Cancel an appearance, with the office's reason",
            description = "Before its day it does not count; on its day or later it does.")
    public DoneBody cancel(
            @RestPath UUID id,
            @RestPath int no,
            @RestPath int n,
            @NotNull @Valid CommandBodies.Said body) {
        return clerk.send(
                id,
                no,
                (file, who) -> new AppearanceCommand.CancelAppearance(file, who, n, body.words()));
    }

    @POST
    @Path(OF + "end")
    @Tag(name = ApiTags.DECISION)
    @Operation(
            summary = "Record whether the person was there",
            description =
                    "That they were not ends nothing. While the person waits for another time, they"
                            + " have missed nothing: WRONG_STAGE is about wish.")
    public DoneBody record(
            @RestPath UUID id, @RestPath int no, @RestPath int n, @NotNull @Valid Kept body) {
        return clerk.send(
                id,
                no,
                (file, who) -> new AppearanceCommand.RecordAppearance(file, who, n, body.kept()));
    }
}
