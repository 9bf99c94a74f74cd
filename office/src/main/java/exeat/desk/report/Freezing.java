package exeat.desk.report;

import exeat.desk.base.Calls;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;

import exeat.casework.value.Frozen;
import exeat.ledger.verify.Head;
import exeat.ledger.verify.SignedNote;
import exeat.rules.authority.AuthorityId;
import exeat.store.ledger.LedgerReads;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.util.Optional;

/** Takes a unit's figures as they are now, with the newest signed head of the log. */
public final class Freezing {

    private final Reports reports;
    private final LedgerReads log;

    public static Freezing of(Infrastructure in, Reports reports) {
        return new Freezing(reports, new LedgerReads(in.database()));
    }

    Freezing(Reports reports, LedgerReads log) {
        this.reports = reports;
        this.log = log;
    }

    /**
     * A unit's figures, as whoever may look at its situation sees them in a file: no small one.
     *
     * @return empty where this session may not look at that unit
     */
    public Optional<Frozen> figures(Session session, AuthorityId unit) {
        try {
            // The head first: what is in it, the figures count, and perhaps more.
            var note = Calls.get(log::newest).map(LedgerReads.Published::note);
            var head = note.flatMap(Freezing::head);
            return Optional.of(reports.situation(session, unit).situation().frozen(head));
        } catch (OfficeException refused) {
            if (refused.code() == Code.NOT_ALLOWED || refused.code() == Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** What a signed note says; empty for what is none. */
    public static Optional<Frozen.Checkpoint> head(String note) {
        return SignedNote.parse(note)
                .flatMap(Head::of)
                .map(head -> new Frozen.Checkpoint(head.size(), head.root()));
    }
}
