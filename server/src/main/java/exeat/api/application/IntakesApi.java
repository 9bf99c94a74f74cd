package exeat.api.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.api.ApiTags;
import exeat.api.Caller;
import exeat.api.RequestFilter;
import exeat.api.RequiresSession;
import exeat.api.WireNames;
import exeat.desk.Office;
import exeat.desk.intake.FileIntake;
import exeat.http.IntakeResults;
import exeat.http.ProblemCode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Files of applications, of any length: sent as they are, then looked after. */
@Singleton
@Path(RequestFilter.INTAKES)
@RunOnVirtualThread
@RequiresSession
@Tag(name = ApiTags.INTAKE)
public final class IntakesApi {

    private static final String LINES = "application/x-ndjson";
    private static final String CSV = "text/csv";

    private final Office office;
    private final Caller caller;

    IntakesApi(Office office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    /** How far a file has come; the lists are there when it is done. */
    @Schema(name = "Intake")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record IntakeBody(
            String id,
            String stage,
            String format,
            Instant received,
            Instant changed,
            long bytes,
            long rows,
            long filed,
            long rejected,
            long problems) {

        static IntakeBody of(FileIntake intake) {
            return new IntakeBody(
                    intake.id(),
                    WireNames.of(intake.stage()),
                    WireNames.of(intake.format()),
                    intake.received(),
                    intake.changed(),
                    intake.bytes(),
                    intake.rows(),
                    intake.filed(),
                    intake.rejected(),
                    intake.problems());
        }
    }

    @POST
    @Consumes({CSV, LINES})
    @Operation(
            summary = "Send a file of applications of any size",
            description =
                    "CSV in UTF-8 with the header from /officer/applications.csv, or one JSON"
                            + " application a line. The whole file is checked before anything is"
                            + " filed. If the same file is sent again, it continues where it"
                            + " stopped and files nothing twice, so it needs no key.")
    public Response send(@HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream body) {
        var format =
                type.strip().toLowerCase(java.util.Locale.ROOT).startsWith(CSV)
                        ? FileIntake.Format.CSV
                        : FileIntake.Format.LINES;
        var intake = office.intakes().receive(caller.session(), format, caller.metered(body));
        return Response.accepted(IntakeBody.of(intake))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, RequestFilter.INTAKES + "/" + intake.id())
                .build();
    }

    @GET
    @Operation(summary = "The files that this officer sent, newest first")
    public List<IntakeBody> all() {
        return office.intakes().all(caller.session()).stream().map(IntakeBody::of).toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Progress of a file")
    public IntakeBody find(@RestPath String id) {
        return IntakeBody.of(
                office.intakes()
                        .find(caller.session(), id)
                        .orElseThrow(ProblemCode.NOT_FOUND::thrown));
    }

    @POST
    @Path("{id}/continue")
    @Operation(summary = "Continue a paused file with this session")
    public IntakeBody goOn(@RestPath String id) {
        return IntakeBody.of(office.intakes().goOn(caller.session(), id));
    }

    @GET
    @Path("{id}/problems")
    @Produces(CSV)
    @Operation(summary = "Errors by line and column, once the file is processed")
    public Response problems(@RestPath String id) {
        return csv(IntakeResults.problems(office.intakes(), caller.session(), id));
    }

    @GET
    @Path("{id}/numbers")
    @Produces(CSV)
    @Operation(summary = "The number of each application that was filed")
    public Response numbers(@RestPath String id) {
        return csv(IntakeResults.numbers(office.intakes(), caller.session(), id));
    }

    private static Response csv(StreamingOutput text) {
        return Response.ok(text, CSV + "; charset=utf-8").build();
    }
}
