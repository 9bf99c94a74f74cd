package exeat.api.report;

import exeat.api.ApiTags;
import exeat.api.Caller;
import exeat.api.Patterns;
import exeat.api.RequiresSession;
import exeat.desk.Office;
import exeat.rules.authority.AuthorityId;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The situation report of an authority and all units below it. */
@Singleton
@Path("/api/v1/reports/{authority: " + Patterns.UNIT + "}")
@RunOnVirtualThread
@RequiresSession
@Tag(name = ApiTags.REPORT)
public final class ReportsApi {

    private static final String CSV = "text/csv";

    private final Office office;
    private final Caller caller;

    ReportsApi(Office office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary = "The situation report, as JSON or, by Accept, as CSV",
            description =
                    "A figure from 1 to 4 is never shown: it, and the sums that contain it, are"
                            + " given as a range.")
    @APIResponse(
            responseCode = "200",
            description = "The report",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema =
                                @Schema(
                                        type = SchemaType.OBJECT,
                                        additionalProperties = Object.class)),
                @Content(mediaType = CSV, schema = @Schema(type = SchemaType.STRING))
            })
    public Response report(@RestPath String authority, @Context Request request) {
        var report = office.reports().situation(caller.session(), new AuthorityId(authority));
        var csv = new MediaType("text", "csv", "utf-8");
        var variants =
                Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, new MediaType("text", "csv"))
                        .build();
        var chosen = request.selectVariant(variants);
        boolean asCsv = chosen != null && "csv".equals(chosen.getMediaType().getSubtype());
        return asCsv
                ? Response.ok(report.toCsv(), csv)
                        .header("Content-Disposition", "attachment; filename=\"exeat-report.csv\"")
                        .build()
                : Response.ok(report.toJson(), MediaType.APPLICATION_JSON_TYPE).build();
    }
}
