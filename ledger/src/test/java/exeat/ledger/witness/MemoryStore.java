package exeat.ledger.witness;

import java.util.Optional;

/** A memory that can be full: it fails before or after it has kept something. */
final class MemoryStore implements HeadStore {

    enum Failure {
        NONE,
        BEFORE,
        AFTER
    }

    private Optional<String> kept = Optional.empty();
    Failure failure = Failure.NONE;

    @Override
    public Optional<String> newest() {
        return kept;
    }

    @Override
    public void keep(String note) {
        if (failure == Failure.BEFORE) {
            throw new IllegalStateException("the disk is full");
        }
        kept = Optional.of(note);
        if (failure == Failure.AFTER) {
            throw new IllegalStateException("the disk does not answer");
        }
    }
}
