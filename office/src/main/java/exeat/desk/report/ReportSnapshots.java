package exeat.desk.report;

import exeat.casework.value.ReportFigures;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.ledger.verify.SignedNote;
import exeat.ledger.verify.TreeHead;
import exeat.rules.authority.AuthorityId;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.ledger.LedgerReadStore;
import java.util.Optional;

/** Takes a unit's figures as they are now, with the newest signed head of the log. */
public final class ReportSnapshots {

    private final SituationReports reports;
    private final LedgerReadStore log;

    public static ReportSnapshots of(Infrastructure in, SituationReports reports) {
        return new ReportSnapshots(reports, new LedgerReadStore(in.database()));
    }

    ReportSnapshots(SituationReports reports, LedgerReadStore log) {
        this.reports = reports;
        this.log = log;
    }

    /**
     * A unit's figures as in a downloaded report: without small ones.
     *
     * @return empty if this session may not see that unit's report
     */
    public Optional<ReportFigures> figures(Session session, AuthorityId unit) {
        try {
            // Reads the head first, so that the figures include everything in it, and perhaps more.
            var note = StoreCalls.get(log::newest).map(LedgerReadStore.Published::note);
            var head = note.flatMap(ReportSnapshots::head);
            var report = reports.situation(session, unit);
            return Optional.of(
                    report.situation().frozen(head, Optional.of(report.under().getFirst())));
        } catch (OfficeException refused) {
            if (refused.code() == Code.NOT_ALLOWED || refused.code() == Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** The head in a signed note; empty if it is not one. */
    public static Optional<ReportFigures.LogHead> head(String note) {
        return SignedNote.parse(note)
                .flatMap(TreeHead::of)
                .map(head -> new ReportFigures.LogHead(head.size(), head.root()));
    }
}
