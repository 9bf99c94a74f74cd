package exeat.ledger.witness;

import exeat.ledger.verify.ProofCheck;
import exeat.ledger.verify.SignedNote;
import exeat.ledger.verify.TreeHead;
import exeat.ledger.witness.HeadAnswer.Kind;
import java.util.HexFormat;
import java.util.Optional;

/** Judges whether a head may follow the one that was signed last. */
final class HeadGuard {

    private HeadGuard() {}

    /** What a note that was kept states. */
    static Optional<TreeHead> last(HeadStore store) {
        return store.newest()
                .map(note ->
                        SignedNote.parse(note)
                                .flatMap(TreeHead::of)
                                .orElseThrow(() ->
                                        new IllegalStateException(
                                                "the head that was kept is damaged")));
    }

    /** Why the head may not be signed; empty if it may. */
    static Optional<HeadAnswer> refusal(
            Optional<TreeHead> last, HeadRequest request, TreeHead head) {
        long known = last.map(TreeHead::size).orElse(0L);
        if (request.old() > head.size()) {
            return refused(Kind.MALFORMED, "the old size is larger than the checkpoint's");
        }
        if (request.old() != known || isAnother(last, head)) {
            return refused(Kind.CONFLICT, Long.toString(known));
        }
        boolean grew =
                (known == 0 || known == head.size())
                        ? request.proof().isEmpty()
                        : ProofCheck.isConsistent(
                                known,
                                head.size(),
                                request.proof(),
                                root(last.orElseThrow()),
                                root(head));
        return grew
                ? Optional.empty()
                : refused(
                        Kind.UNPROVED,
                        "the proof does not show that the log begins with the "
                                + known
                                + " entries that were signed last");
    }

    /** A head of the same size and with another root. */
    private static boolean isAnother(Optional<TreeHead> last, TreeHead head) {
        return last.filter(seen -> seen.size() == head.size())
                .filter(seen -> !seen.root().equals(head.root()))
                .isPresent();
    }

    private static Optional<HeadAnswer> refused(Kind kind, String why) {
        return Optional.of(HeadAnswer.of(kind, why));
    }

    private static byte[] root(TreeHead head) {
        return HexFormat.of().parseHex(head.root());
    }
}
