package exeat.store.ledger;

import exeat.ledger.verify.VerifierKey;
import java.util.List;

/**
 * The published keys that have signed one log, one after another, a line each. The first one names
 * the log for ever: operators sign their acts for it.
 *
 * @param all never empty, the newest last
 */
public record LogKeys(List<String> all) {

    public LogKeys {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a log has a key");
        }
    }

    /** The one with which the log began. */
    public String first() {
        return all.getFirst();
    }

    /** The one that signs now. */
    public String current() {
        return all.getLast();
    }

    /** Those before it, the newest first. */
    public List<String> earlier() {
        return all.subList(0, all.size() - 1).reversed();
    }

    /**
     * Checks what any of them signed.
     *
     * @throws java.util.NoSuchElementException if one of them is no published key
     */
    public VerifierKey verifier() {
        return VerifierKey.parse(current())
                .orElseThrow()
                .after(
                        earlier().stream()
                                .map(one -> VerifierKey.parse(one).orElseThrow())
                                .toList());
    }
}
