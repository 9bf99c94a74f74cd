package exeat.casework.evolve;

import exeat.casework.event.Recorded;

import exeat.casework.event.Event;
import exeat.casework.event.ReportEvent;
import exeat.casework.state.Reporting;
import exeat.casework.value.StreamId;

import exeat.casework.state.Reporting.Due;
import exeat.casework.state.Reporting.Why;
import exeat.casework.state.ReportState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What each event of a unit's reports changes. */
public final class ReportFold {

    private ReportFold() {}

    public static ReportState evolve(
            Optional<ReportState> before, Recorded recorded, ReportEvent event) {
        var was = before.map(ReportState::reports).orElse(Reporting.NONE);
        var now =
                switch (event) {
                    case ReportEvent.ReportDue due ->
                            was.with(due(due.due(), due.why(), due.by(), Optional.empty()));
                    case ReportEvent.ReportAsked asked ->
                            was.with(
                                    due(
                                            asked.due(),
                                            Why.ASKED,
                                            asked.by(),
                                            Optional.of(
                                                    new Reporting.Asked(
                                                            asked.unit(),
                                                            asked.officer(),
                                                            asked.words()))));
                    case ReportEvent.ReportReminded reminded ->
                            was.reminded(reminded.due(), reminded.until());
                    case ReportEvent.ReportMissed missed ->
                            was.missed(
                                    missed.due(),
                                    new Reporting.Missed(
                                            missed.to(), recorded.at(), missed.until()));
                    case ReportEvent.ReportSent sent -> was.with(sent(sent, recorded));
                    case ReportEvent.WordsAdded added ->
                            was.with(
                                    added.report(),
                                    new Reporting.Words(
                                            added.unit(),
                                            added.by(),
                                            added.words(),
                                            recorded.at()));
                };
        return new ReportState((StreamId.ReportId) recorded.stream(), now);
    }

    private static Due due(int number, Why why, LocalDate by, Optional<Reporting.Asked> asked) {
        return new Due(number, why, by, asked, Optional.empty(), List.of(), Optional.empty());
    }

    private static Reporting.Sent sent(ReportEvent.ReportSent sent, Recorded recorded) {
        return new Reporting.Sent(
                sent.report(),
                recorded.sequence(),
                recorded.at(),
                sent.figures().day(),
                sent.settles(),
                sent.words(),
                List.of());
    }
}
