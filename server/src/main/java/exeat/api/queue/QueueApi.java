package exeat.api.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.api.ApiTags;
import exeat.api.Caller;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.api.WireNames;
import exeat.desk.Office;
import exeat.desk.projection.QueueName;
import exeat.desk.queue.QueueRow;
import exeat.http.ProblemCode;
import exeat.http.ProblemMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** An officer's queue. */
@Singleton
@Path("/api/v1/queue")
@RunOnVirtualThread
@RequiresSession
@Tag(name = ApiTags.CLEARANCES)
public final class QueueApi {

    private static final String NAMES =
            "^(work|referred|clearances|second|to-authorise|held|waiting|appeals|unconfirmed"
                    + "|border|protection)$";
    private static final int MAX_ROWS = 200;

    private final Office office;
    private final Caller caller;

    QueueApi(Office office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    /**
     * {@code exact} is false if there are more than {@code total}, since long queues are not
     * counted to the end.
     */
    @Schema(name = "Queue")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QueueBody(List<RowBody> rows, @Nullable String next, long total, boolean exact) {}

    @Schema(name = "QueueRow")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RowBody(
            UUID application,
            String number,
            int traveller,
            String name,
            @Nullable String stage,
            String task,
            String unit,
            Instant since,
            @Nullable LocalDate due) {
        static RowBody of(QueueRow row) {
            return new RowBody(
                    row.id().value(),
                    row.number(),
                    row.traveller().number(),
                    row.name(),
                    row.stage().map(WireNames::of).orElse(null),
                    row.task(),
                    row.unit().text(),
                    row.since(),
                    row.due().orElse(null));
        }
    }

    @GET
    @Operation(
            summary =
                    "The queue in order: by deadline, then by day of application, then by"
                            + " number")
    public QueueBody queue(
            @RestQuery @DefaultValue("work") @Pattern(regexp = NAMES) String which,
            @RestQuery
                    @Parameter(description = "The `next` value of the previous page; opaque.")
                    @Size(max = 300)
                    @Pattern(regexp = "^([A-Za-z0-9_=-]*)$")
                    @Nullable String after,
            @RestQuery @DefaultValue("50") @Min(1) @Max(MAX_ROWS) int limit) {
        var queue = WireNames.read(QueueName.class, which.replace('-', ' '));
        var page = office.queues().page(caller.session(), queue, place(after), limit);
        return new QueueBody(
                page.rows().stream().map(RowBody::of).toList(),
                page.next().orElse(null),
                page.total(),
                page.exact());
    }

    @POST
    @RequiresIdempotencyKey
    @Path("take")
    @Operation(
            summary = "Take the next case that nobody else has taken",
            description = "The case is this officer's for two hours; 404 if nothing waits.")
    public RowBody take(@RestQuery @DefaultValue("work") @Pattern(regexp = NAMES) String which) {
        var queue = WireNames.read(QueueName.class, which.replace('-', ' '));
        return office.workQueue()
                .takeNext(caller.session(), queue)
                .map(RowBody::of)
                .orElseThrow(() -> ProblemMapper.thrown(ProblemCode.NOT_FOUND));
    }

    private static Optional<String> place(@Nullable String after) {
        return Optional.ofNullable(after).filter(place -> !place.isEmpty());
    }
}
