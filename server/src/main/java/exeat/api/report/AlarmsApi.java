package exeat.api.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.api.ApiTags;
import exeat.api.Caller;
import exeat.api.CommandGateway;
import exeat.api.DoneBody;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.api.WireNames;
import exeat.casework.command.Actor;
import exeat.casework.command.AlarmCommand;
import exeat.casework.state.AlarmState;
import exeat.casework.value.AlarmAnswerKind;
import exeat.casework.value.Anomaly;
import exeat.casework.value.StreamId.AlarmId;
import exeat.desk.Office;
import exeat.http.ProblemCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The watchers' alarms, for the level that must act on them. */
@Singleton
@Path("/api/v1/alarms")
@RunOnVirtualThread
@RequiresSession
@Tag(name = ApiTags.REPORT)
public final class AlarmsApi {

    private static final int MAX_TEXT = 4_000;

    private final Office office;
    private final Caller caller;
    private final CommandGateway clerk;

    AlarmsApi(Office office, Caller caller, CommandGateway clerk) {
        this.office = office;
        this.caller = caller;
        this.clerk = clerk;
    }

    @Schema(name = "Alarm")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AlarmBody(
            UUID id,
            String watcher,
            String unit,
            String sentence,
            String test,
            double chance,
            LocalDate since,
            Instant raised,
            List<String> levels,
            LocalDate due,
            @Nullable String answer,
            @Nullable String words,
            @Nullable ImpliedBody implied) {
        static AlarmBody of(AlarmState state) {
            var sighting = state.sighting();
            return new AlarmBody(
                    state.id().value(),
                    WireNames.of(sighting.watcher()),
                    sighting.unit().text(),
                    sighting.sentence(),
                    sighting.test(),
                    sighting.chance(),
                    sighting.since(),
                    state.raised(),
                    state.levels().stream().map(level -> level.text()).toList(),
                    state.due(),
                    state.answer().map(a -> WireNames.of(a.how())).orElse(null),
                    state.answer().map(a -> a.words()).orElse(null),
                    sighting.implied().map(ImpliedBody::of).orElse(null));
        }
    }

    @Schema(name = "ImpliedRule")
    record ImpliedBody(
            String rule, int carried, int like, String verdict, String says, List<String> witness) {
        static ImpliedBody of(Anomaly.ImpliedRule implied) {
            return new ImpliedBody(
                    implied.rule(),
                    implied.carried(),
                    implied.like(),
                    WireNames.of(implied.verdict()),
                    implied.says(),
                    implied.witness());
        }
    }

    @Schema(name = "AlarmAnswer")
    record AnswerBody(@NotNull String how, @NotNull @Size(min = 1, max = MAX_TEXT) String words) {}

    @GET
    @Operation(summary = "Alarms of your level and below, open and answered")
    public List<AlarmBody> list() {
        if (!(caller.session().actor() instanceof Actor.Officer)) {
            throw ProblemCode.NOT_ALLOWED.thrown();
        }
        return office.alarms().list(caller.session()).stream().map(AlarmBody::of).toList();
    }

    @POST
    @RequiresIdempotencyKey
    @Path("{id}/answer")
    @Operation(summary = "Answer an alarm: explain it, or say what was done")
    public DoneBody answer(@RestPath UUID id, @NotNull @Valid AnswerBody body) {
        return clerk.send(
                new AlarmCommand.AnswerAlarm(
                        new AlarmId(id),
                        WireNames.read(AlarmAnswerKind.class, body.how()),
                        body.words()));
    }
}
