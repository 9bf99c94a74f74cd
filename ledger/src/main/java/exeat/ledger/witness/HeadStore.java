package exeat.ledger.witness;

import java.util.Optional;

/** Where the newest checkpoint of one log is remembered. */
public interface HeadStore {

    /** The note kept last; empty before the first. */
    Optional<String> newest();

    /**
     * Remembers a note in the place of the one before. A crash leaves the one or the other, and
     * after this returns always the new one.
     *
     * @throws RuntimeException when it is not certain that it is kept
     */
    void keep(String note);
}
