package exeat.desk.write;

import exeat.desk.base.StoreCalls;
import exeat.ledger.MerkleProofs;
import exeat.ledger.Receipt;
import exeat.ledger.verify.ReceiptCheck;
import exeat.store.AppendOnlyFile;
import exeat.store.ledger.LedgerReadStore;
import exeat.store.ledger.LedgerReadStore.Published;
import exeat.store.ledger.LogKeys;
import exeat.store.rows.ErasureStore;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The proof of each erasure, kept beside the list of them in {@code ledger/erasures.proofs}: a
 * receipt in one line, of the event that tells the erasure without anything of a person. It proves
 * that this log has that event, under a checkpoint that its key has signed.
 */
public final class ErasureProofs {

    static final String REGISTER = "register/erasures";
    static final String TYPE = "erasure-told";

    private final LedgerReadStore ledger;
    private final AppendOnlyFile file;
    private final ProvedErasures proved;

    /**
     * The proofs of an office.
     *
     * @param keys the published keys of its log
     */
    ErasureProofs(LedgerReadStore ledger, Path data, LogKeys keys) {
        this.ledger = ledger;
        this.file = new AppendOnlyFile(data.resolve("ledger").resolve("erasures.proofs"));
        var key = keys.verifier();
        this.proved = new ProvedErasures(line -> ReceiptCheck.check(line, key).isGood());
    }

    /** Every erasure that is proved. A line that proves nothing is none. */
    public List<ErasureLog.Erased> all() {
        return proved.of(file.read());
    }

    /**
     * Keeps the proof of each that is in the log and has none yet.
     *
     * @return whether all of them have one now
     */
    boolean keep(List<ErasureStore.Told> told) {
        var known = new HashSet<String>();
        all().forEach(one -> known.add(one.id().key() + "#" + one.sequence()));
        var open =
                told.stream()
                        .filter(one -> !known.contains(one.erased() + "#" + one.step()))
                        .toList();
        if (open.isEmpty()) {
            return true;
        }
        var newest = StoreCalls.get(ledger::newest);
        long size = newest.map(Published::size).orElse(0L);
        var ready = open.stream().filter(one -> one.place().orElse(Long.MAX_VALUE) < size).toList();
        file.add(ready.stream().map(one -> receipt(one, newest.orElseThrow())).toList());
        return ready.size() == open.size();
    }

    private String receipt(ErasureStore.Told told, Published checkpoint) {
        long place = told.place().orElseThrow();
        var event =
                new Receipt.Event(
                        REGISTER,
                        told.sequence(),
                        Long.toString(told.sequence()),
                        TYPE,
                        told.at(),
                        "clerk",
                        "",
                        told.payloadHash().hex(),
                        told.before(),
                        Optional.empty());
        var step =
                new Receipt.Step(
                        event,
                        told.leaf().hex(),
                        Optional.of(new Receipt.Payload(told.salt().base64(), told.payload())),
                        place,
                        new MerkleProofs(checkpoint.size(), ledger.source()).inclusion(place));
        // A line end within a text is escaped in JSON: what is left is between its parts.
        return new Receipt("", checkpoint.text(), List.of(step), List.of())
                .toJson()
                .strip()
                .replaceAll("\\n\\s*", " ");
    }
}
