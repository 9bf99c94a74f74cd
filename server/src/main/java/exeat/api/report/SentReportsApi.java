package exeat.api.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import exeat.api.ApiTags;
import exeat.api.Caller;
import exeat.api.CommandGateway;
import exeat.api.DoneBody;
import exeat.api.Patterns;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.api.WireNames;
import exeat.casework.command.UnitReportCommand;
import exeat.casework.state.ReportState;
import exeat.casework.state.UnitReports;
import exeat.casework.value.StreamId.ReportId;
import exeat.desk.Office;
import exeat.desk.report.SentReports;
import exeat.http.ProblemCode;
import exeat.http.ProblemMapper;
import exeat.rules.authority.AuthorityId;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Reports that units send upward on a directive: due, missing and sent. */
@Singleton
@Path("/api/v1/directives/{directive: " + Patterns.UNIT + "}/reports")
@RunOnVirtualThread
@RequiresSession
@Tag(name = ApiTags.REPORT)
public final class SentReportsApi {

    private final Office office;
    private final Caller caller;
    private final CommandGateway clerk;

    SentReportsApi(Office office, Caller caller, CommandGateway clerk) {
        this.office = office;
        this.caller = caller;
        this.clerk = clerk;
    }

    /** The reports due from one unit, and those it sent. */
    @Schema(name = "UnitReports")
    record UnitBody(String unit, List<DueBody> due, List<SentBody> sent) {
        static UnitBody of(ReportState state) {
            return new UnitBody(
                    state.id().unit().text(),
                    state.reports().dues().stream().map(DueBody::of).toList(),
                    state.reports().sent().stream().map(SentBody::of).toList());
        }
    }

    @Schema(name = "ReportDue")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DueBody(
            int number,
            String why,
            LocalDate by,
            @Nullable String askedBy,
            @Nullable String words,
            List<String> told,
            @Nullable Integer report,
            @Nullable LocalDate settled) {
        static DueBody of(UnitReports.Due due) {
            return new DueBody(
                    due.number(),
                    WireNames.of(due.why()),
                    due.by(),
                    due.asked().map(asked -> asked.unit().text()).orElse(null),
                    due.asked().map(UnitReports.ReportRequest::words).orElse(null),
                    due.levels().stream().map(level -> level.to().text()).toList(),
                    due.settled().map(UnitReports.Settled::report).orElse(null),
                    due.settled().map(UnitReports.Settled::on).orElse(null));
        }
    }

    @Schema(name = "ReportSent")
    record SentBody(
            int number,
            Instant at,
            LocalDate day,
            List<Integer> settles,
            String words,
            List<WordsBody> added) {
        static SentBody of(UnitReports.Sent sent) {
            return new SentBody(
                    sent.number(),
                    sent.at(),
                    sent.day(),
                    sent.settles(),
                    sent.words(),
                    sent.added().stream()
                            .map(w -> new WordsBody(w.unit().text(), w.text(), w.at()))
                            .toList());
        }
    }

    @Schema(name = "ReportWords")
    record WordsBody(String unit, String words, Instant at) {}

    /** A report with its figures, as {@link ReportsApi} gives them. */
    @Schema(name = "Report")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReportBody(
            String unit,
            SentBody sent,
            @Nullable Long logSize,
            @Nullable String logRoot,
            @Schema(type = SchemaType.OBJECT, additionalProperties = Object.class) @JsonRawValue
                    String figures) {
        static ReportBody of(SentReports.Report report) {
            return new ReportBody(
                    report.id().unit().text(),
                    SentBody.of(report.sent()),
                    report.log().map(log -> log.size()).orElse(null),
                    report.log().map(log -> log.root()).orElse(null),
                    report.figures().toJson());
        }
    }

    /** The remarks of a level. */
    @Schema(name = "ReportText")
    record TextBody(@NotNull @Size(min = 1, max = Patterns.MAX_REASON) String words) {}

    @Schema(name = "ReportAsked")
    record AskBody(
            @NotNull LocalDate by,
            @NotNull @Size(min = 1, max = Patterns.MAX_REASON) String words) {}

    @GET
    @Operation(summary = "Reports due and sent, of your unit and the units below")
    public List<UnitBody> list(@RestPath String directive) {
        return office.sentReports().list(caller.session(), known(directive)).stream()
                .map(UnitBody::of)
                .toList();
    }

    @GET
    @Path("{unit: " + Patterns.UNIT + "}/{n: " + Patterns.NUMBER + "}")
    @Operation(
            summary = "A report as it was sent, with the figures at that time",
            description =
                    "The figures are those of the cases at that moment; small figures are"
                            + " suppressed.")
    public ReportBody report(@RestPath String directive, @RestPath String unit, @RestPath int n) {
        return office.sentReports()
                .report(caller.session(), id(directive, unit), n)
                .map(ReportBody::of)
                .orElseThrow(() -> ProblemMapper.thrown(ProblemCode.NOT_FOUND));
    }

    @POST
    @RequiresIdempotencyKey
    @Path("{unit: " + Patterns.UNIT + "}")
    @Operation(summary = "Send your unit's report: remarks, with figures added by the office")
    public DoneBody send(
            @RestPath String directive, @RestPath String unit, @NotNull @Valid TextBody body) {
        return clerk.send(new UnitReportCommand.SendReport(id(directive, unit), body.words()));
    }

    @POST
    @RequiresIdempotencyKey
    @Path("{unit: " + Patterns.UNIT + "}/asked")
    @Operation(summary = "Ask a unit below for a report by a given day")
    public DoneBody ask(
            @RestPath String directive, @RestPath String unit, @NotNull @Valid AskBody body) {
        var by = body.by();
        return clerk.send(
                new UnitReportCommand.RequestReport(id(directive, unit), by, body.words()));
    }

    @POST
    @RequiresIdempotencyKey
    @Path("{unit: " + Patterns.UNIT + "}/{n: " + Patterns.NUMBER + "}/words")
    @Operation(summary = "Add your level's remarks to a report of a unit below")
    public DoneBody add(
            @RestPath String directive,
            @RestPath String unit,
            @RestPath int n,
            @NotNull @Valid TextBody body) {
        return clerk.send(new UnitReportCommand.AddComment(id(directive, unit), n, body.words()));
    }

    private ReportId id(String directive, String unit) {
        return new ReportId(known(directive), new AuthorityId(unit));
    }

    private String known(String directive) {
        if (office.register().directive(directive).isEmpty()) {
            throw ProblemMapper.thrown(ProblemCode.NOT_FOUND);
        }
        return directive;
    }
}
