package exeat.tool.office;

import exeat.desk.Office;
import exeat.rules.authority.AuthorityId;
import exeat.store.OfficeException;

/** What the report command asks the office for. */
public final class ReportClient {

    private ReportClient() {}

    /** How it is written. */
    public enum Format {
        text,
        csv,
        json
    }

    /** The report, or nothing when the authority is unknown. */
    public static String of(DataOptions options, String authority, Format format) {
        return OperatorSession.in(options, office -> of(office, authority, format));
    }

    private static String of(Office office, String authority, Format format) {
        try {
            var report = office.reports().situationForOperator(new AuthorityId(authority));
            return switch (format) {
                case text -> report.toText();
                case csv -> report.toCsv();
                case json -> report.toJson() + "\n";
            };
        } catch (OfficeException e) {
            if (e.code() == OfficeException.Code.NOT_FOUND) {
                return "";
            }
            throw e;
        }
    }
}
