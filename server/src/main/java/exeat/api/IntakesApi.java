package exeat.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.desk.Intake;
import exeat.desk.Intakes;
import exeat.desk.Office;
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
import java.io.BufferedWriter;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Files of applications, of any length: sent as they are, then looked after. */
@Singleton
@Path(IntakesApi.PATH)
@RunOnVirtualThread
@SignedIn
@Tag(name = Steps.INTAKE)
public final class IntakesApi {

    static final String PATH = "/api/v1/intakes";
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

        static IntakeBody of(Intake intake) {
            return new IntakeBody(
                    intake.id(),
                    Spelling.of(intake.stage()),
                    Spelling.of(intake.format()),
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
            summary = "Send a file of applications, of any length",
            description =
                    "CSV in UTF-8 as the page at /officer/applications.csv begins it, or one"
                            + " application of this interface a line. It is checked to its end before"
                            + " anything is filed. The same file goes on where it was, and files"
                            + " nothing twice, so it needs no key.")
    public Response send(@HeaderParam(HttpHeaders.CONTENT_TYPE) String type, InputStream body) {
        var format =
                type.strip().toLowerCase(java.util.Locale.ROOT).startsWith(CSV)
                        ? Intake.Format.CSV
                        : Intake.Format.LINES;
        var intake = office.intakes().receive(caller.session(), format, body);
        return Response.accepted(IntakeBody.of(intake))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header(HttpHeaders.LOCATION, PATH + "/" + intake.id())
                .build();
    }

    @GET
    @Operation(summary = "The files that this officer sent, the newest first")
    public List<IntakeBody> all() {
        return office.intakes().all(caller.session()).stream().map(IntakeBody::of).toList();
    }

    @GET
    @Path("{id}")
    @Operation(summary = "How far a file has come")
    public IntakeBody find(@RestPath String id) {
        return IntakeBody.of(
                office.intakes().find(caller.session(), id).orElseThrow(Kind.NOT_FOUND::thrown));
    }

    @POST
    @Path("{id}/continue")
    @Operation(summary = "Let a file go on that stopped, with this session")
    public IntakeBody goOn(@RestPath String id) {
        return IntakeBody.of(office.intakes().goOn(caller.session(), id));
    }

    @GET
    @Path("{id}/problems")
    @Produces(CSV)
    @Operation(summary = "What is wrong, by line and column, once the file is done")
    public Response problems(@RestPath String id) {
        return csv(problems(office.intakes(), caller.session(), id));
    }

    @GET
    @Path("{id}/numbers")
    @Produces(CSV)
    @Operation(summary = "The number of each application that was filed")
    public Response numbers(@RestPath String id) {
        return csv(numbers(office.intakes(), caller.session(), id));
    }

    private static Response csv(StreamingOutput text) {
        return Response.ok(text, CSV + "; charset=utf-8").build();
    }

    /** A list as it is written, row by row. */
    private interface Rows {
        void write(Taker taker);
    }

    private interface Taker extends Intakes.Taker<String> {}

    /** The list of what is wrong, for the page too. */
    public static StreamingOutput problems(Intakes intakes, exeat.desk.Session who, String id) {
        if (intakes.find(who, id).filter(Intake::isOver).isEmpty()) {
            throw Kind.NOT_FOUND.thrown();
        }
        return list(
                "line,column,field,why",
                taker ->
                        intakes.problems(
                                who,
                                id,
                                p ->
                                        taker.take(
                                                p.line()
                                                        + ","
                                                        + p.column()
                                                        + ","
                                                        + quoted(p.field())
                                                        + ","
                                                        + quoted(p.message()))));
    }

    /** The list of numbers, for the page too. */
    public static StreamingOutput numbers(Intakes intakes, exeat.desk.Session who, String id) {
        if (intakes.find(who, id).isEmpty()) {
            throw Kind.NOT_FOUND.thrown();
        }
        return list(
                "number,application",
                taker ->
                        intakes.numbers(
                                who,
                                id,
                                line -> {
                                    int space = line.indexOf(' ');
                                    taker.take(
                                            line.substring(0, space)
                                                    + ","
                                                    + quoted(line.substring(space + 1)));
                                }));
    }

    private static StreamingOutput list(String header, Rows rows) {
        return out -> {
            var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            writer.write(header + "\r\n");
            rows.write(row -> writer.write(row + "\r\n"));
            writer.flush();
        };
    }

    /** What a spreadsheet would take for a formula stands behind an apostrophe. */
    private static String quoted(String text) {
        var plain = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
