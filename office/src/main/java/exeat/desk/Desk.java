package exeat.desk;

import exeat.casework.Command;
import exeat.casework.StreamId.CaseId;
import exeat.casework.TravellerNo;

/** Where every command comes in, from pages, interface, files and the command line alike. */
@SuppressWarnings("DoNotCallSuggester")
public final class Desk {

    Desk() {}

    /**
     * Does what a command asks, once.
     *
     * @param key unique per principal; the same key with the same command gives the same answer
     * @throws exeat.store.OfficeException when the session has ended
     */
    public Reply handle(Session session, String key, Command command) {
        throw new UnsupportedOperationException();
    }

    /** Makes a person's own secret and hands it out; only its hash is kept. */
    public SecretIssued issueSecret(Session officer, String key, CaseId id, TravellerNo to) {
        throw new UnsupportedOperationException();
    }

    /**
     * Files an application: gives it an id, a number and, for a principal of their own, a secret.
     */
    public Filed apply(Session session, String key, Draft draft) {
        throw new UnsupportedOperationException();
    }
}
