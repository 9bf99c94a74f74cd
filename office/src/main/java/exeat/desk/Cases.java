package exeat.desk;

import exeat.casework.Event;
import exeat.casework.StreamId.CaseId;
import java.util.List;
import java.util.Optional;

/**
 * What people may read of cases. Every read runs as a database role that sees only the rows of its
 * session, and comes out masked.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Cases {

    Cases() {}

    public Optional<CaseView> find(Session session, CaseId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<CaseView> byNumber(Session session, String number) {
        throw new UnsupportedOperationException();
    }

    public Optional<CaseView> byPaper(Session session, String paperNumber) {
        throw new UnsupportedOperationException();
    }

    public List<Event.Recorded> history(Session session, CaseId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * One part of a queue.
     *
     * @param after {@link QueuePage#next} of the part before; none for the first
     * @param limit from 1 to 200
     */
    public QueuePage queue(Session session, Queue which, Optional<String> after, int limit) {
        throw new UnsupportedOperationException();
    }
}
