package exeat.casework.evolve;

import exeat.casework.event.RecordedEvent;
import exeat.casework.event.ReportEvent;
import exeat.casework.state.ReportState;
import exeat.casework.state.UnitReports;
import exeat.casework.state.UnitReports.Due;
import exeat.casework.state.UnitReports.ReportReason;
import exeat.casework.value.StreamId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What each event of a unit's reports changes. */
public final class ReportFold {

    private ReportFold() {}

    public static ReportState evolve(
            Optional<ReportState> before, RecordedEvent recorded, ReportEvent event) {
        var was = before.map(ReportState::reports).orElse(UnitReports.NONE);
        var now =
                switch (event) {
                    case ReportEvent.ReportDue due ->
                            was.with(due(due.due(), due.why(), due.by(), Optional.empty()));
                    case ReportEvent.ReportAsked asked ->
                            was.with(
                                    due(
                                            asked.due(),
                                            ReportReason.ASKED,
                                            asked.by(),
                                            Optional.of(
                                                    new UnitReports.ReportRequest(
                                                            asked.unit(),
                                                            asked.officer(),
                                                            asked.words()))));
                    case ReportEvent.ReportReminded reminded ->
                            was.reminded(reminded.due(), reminded.until());
                    case ReportEvent.ReportMissed missed ->
                            was.missed(
                                    missed.due(),
                                    new UnitReports.Missed(
                                            missed.to(), recorded.at(), missed.until()));
                    case ReportEvent.ReportSent sent -> was.with(sent(sent, recorded));
                    case ReportEvent.WordsAdded added ->
                            was.with(
                                    added.report(),
                                    new UnitReports.Comment(
                                            added.unit(),
                                            added.by(),
                                            added.words(),
                                            recorded.at()));
                };
        return new ReportState((StreamId.ReportId) recorded.stream(), now);
    }

    private static Due due(
            int number, ReportReason why, LocalDate by, Optional<UnitReports.ReportRequest> asked) {
        return new Due(number, why, by, asked, Optional.empty(), List.of(), Optional.empty());
    }

    private static UnitReports.Sent sent(ReportEvent.ReportSent sent, RecordedEvent recorded) {
        return new UnitReports.Sent(
                sent.report(),
                recorded.sequence(),
                recorded.at(),
                sent.figures().day(),
                sent.settles(),
                sent.words(),
                List.of());
    }
}
