package exeat.tool.office;

import exeat.desk.report.SituationReport;
import exeat.desk.report.SituationReports;
import exeat.rules.authority.AuthorityId;
import exeat.store.OfficeException;
import java.util.Optional;
import java.util.function.Function;

/** What the report command asks the office for. */
public final class ReportClient {

    private ReportClient() {}

    /** How it is written. */
    public enum Format {
        text,
        csv,
        json
    }

    /** The report under one directive, or nothing when the authority is unknown. */
    public static String of(
            DataOptions options, String authority, Optional<String> directive, Format format) {
        var unit = new AuthorityId(authority);
        return of(options, format, reports -> reports.situationForOperator(unit, directive));
    }

    /** The report of all directives that have the authority, or nothing when none has. */
    public static String together(DataOptions options, String authority, Format format) {
        var unit = new AuthorityId(authority);
        return of(options, format, reports -> reports.togetherForOperator(unit));
    }

    private static String of(
            DataOptions options,
            Format format,
            Function<SituationReports, SituationReport> reporting) {
        return OperatorSession.in(
                options,
                office -> {
                    try {
                        return text(reporting.apply(office.reports()), format);
                    } catch (OfficeException e) {
                        if (e.code() == OfficeException.Code.NOT_FOUND) {
                            return "";
                        }
                        throw e;
                    }
                });
    }

    private static String text(SituationReport report, Format format) {
        return switch (format) {
            case text -> report.toText();
            case csv -> report.toCsv();
            case json -> report.toJson() + "\n";
        };
    }
}
