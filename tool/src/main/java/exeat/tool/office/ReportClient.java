package exeat.tool.office;

import exeat.desk.Office;
import exeat.rules.authority.AuthorityId;
import exeat.store.OfficeException;
import java.util.Optional;

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
    public static String of(
            DataOptions options, String authority, Optional<String> directive, Format format) {
        return OperatorSession.in(options, office -> of(office, authority, directive, format));
    }

    private static String of(
            Office office, String authority, Optional<String> directive, Format format) {
        try {
            var report =
                    office.reports().situationForOperator(new AuthorityId(authority), directive);
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
