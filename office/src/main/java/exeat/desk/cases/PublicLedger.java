package exeat.desk.cases;

import exeat.casework.command.Actor;
import exeat.casework.event.RecordedEvent;
import exeat.casework.value.StreamId.CaseId;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.codec.JsonCodec;
import exeat.desk.register.SessionReader;
import exeat.desk.witness.LogWitnesses;
import exeat.ledger.EntryBundle;
import exeat.ledger.MerkleProofs;
import exeat.ledger.Receipt;
import exeat.ledger.Tile;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.ledger.LedgerReadStore;
import exeat.store.ledger.LedgerReadStore.Published;
import exeat.store.ledger.LogKeys;
import exeat.store.ledger.LogSigner;
import exeat.store.ledger.Sequencer;
import exeat.store.rows.ReadStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The public log, and the receipts from it. */
public final class PublicLedger implements AutoCloseable {

    private final LedgerReadStore reads;
    private final Sequencer sequencer;
    private final CaseReader cases;
    private final SessionReader reading;
    private final LogWitnesses witnesses;

    public static PublicLedger of(
            Infrastructure in, Sequencer sequencer, CaseReader cases, SessionReader reading) {
        var reads = new LedgerReadStore(in.database());
        return new PublicLedger(
                reads, sequencer, cases, reading, LogWitnesses.of(in, reads, sequencer));
    }

    PublicLedger(
            LedgerReadStore reads,
            Sequencer sequencer,
            CaseReader cases,
            SessionReader reading,
            LogWitnesses witnesses) {
        this.reads = reads;
        this.sequencer = sequencer;
        this.cases = cases;
        this.reading = reading;
        this.witnesses = witnesses;
    }

    /** The published key with which anybody checks, in one line. */
    public String key() {
        return sequencer.verifierKey();
    }

    /** That key, and those that signed this log before it. */
    public LogKeys keys() {
        return sequencer.keys();
    }

    /** The newest checkpoint, a signed note; empty in the first moments of a new office. */
    public Optional<String> checkpoint() {
        return StoreCalls.get(reads::newest).map(Published::text);
    }

    /** The newest checkpoint that a witness has signed as well. */
    public Optional<String> cosigned() {
        return StoreCalls.get(reads::cosigned).map(Published::text);
    }

    /** When a known witness last signed, by its own clock; empty while none ever did. */
    public Optional<Instant> cosignedAt() {
        return witnesses.standing().last();
    }

    /** A tile or a bundle of entries by its path, such as {@code tile/0/000}; empty for none. */
    public Optional<byte[]> file(String path) {
        var tile = Tile.parse(path);
        if (tile.isEmpty()) {
            return Optional.empty();
        }
        return tile.get().level() == Tile.ENTRIES
                ? StoreCalls.get(() -> reads.entries(tile.get())).map(EntryBundle::encode)
                : StoreCalls.get(() -> reads.tile(tile.get()));
    }

    /**
     * A person's receipt: that each step of their application which they may see is in the log.
     *
     * @return empty while the log has no checkpoint, or when there is no such case for them
     * @throws OfficeException {@link Code#NOT_ALLOWED} for anybody but a party of the case
     */
    public Optional<Receipt> receipt(Session session, CaseId id) {
        if (!(session.actor() instanceof Actor.Party)) {
            throw new OfficeException(Code.NOT_ALLOWED, "only the traveller may have the receipt");
        }
        var checkpoint = StoreCalls.get(reads::newest);
        var stored = cases.stored(session, id);
        if (checkpoint.isEmpty() || stored.isEmpty()) {
            return Optional.empty();
        }
        var places = StoreCalls.get(() -> reading.store().places(reading.eyes(session), id.key()));
        return Optional.of(receipt(stored.get(), id, checkpoint.get(), places));
    }

    private Receipt receipt(
            CaseReader.StoredCase stored, CaseId id, Published checkpoint, Map<Long, Long> places) {
        var proofs = new MerkleProofs(checkpoint.size(), reads.source());
        var steps = new ArrayList<Receipt.Step>();
        var waiting = new ArrayList<Receipt.Event>();
        for (var past : stored.events()) {
            var opened = reading.open(stored.stream(), past);
            if (opened.isEmpty()) {
                continue;
            }
            var plain = opened.get().plain();
            var event = new RecordedEvent(id, past.sequence(), past.at(), JsonCodec.event(plain));
            var seen = CaseRedaction.event(event, stored.seen());
            // What shows as another step than it is has none to prove.
            if (seen.filter(told -> told.event().getClass() == event.event().getClass())
                    .isEmpty()) {
                continue;
            }
            long place = places.getOrDefault(past.sequence(), Long.MAX_VALUE);
            if (place >= checkpoint.size()) {
                waiting.add(event(stored, id, past));
                continue;
            }
            boolean whole = opened.get().whole() && seen.get().equals(event);
            var payload = new Receipt.Payload(past.salt().base64(), plain.text());
            steps.add(
                    new Receipt.Step(
                            event(stored, id, past),
                            past.leaf().hex(),
                            whole ? Optional.of(payload) : Optional.empty(),
                            place,
                            proofs.inclusion(place)));
        }
        return new Receipt(stored.seen().number(), checkpoint.text(), steps, waiting);
    }

    /**
     * With its number among the steps that this reader is told of, which its leaf does not have.
     */
    private static Receipt.Event event(
            CaseReader.StoredCase stored, CaseId id, ReadStore.StoredEvent past) {
        return new Receipt.Event(
                id.key(),
                stored.seen().past().version(past.sequence()),
                past.place(),
                past.type(),
                past.at(),
                past.actor(),
                past.authority(),
                past.payloadHash().hex());
    }

    /** The witnesses of this log. */
    public LogWitnesses witnesses() {
        return witnesses;
    }

    /** Who holds the key of this log. */
    public LogSigner.Holder holder() {
        return sequencer.holder();
    }

    /** Keeps what witnesses have signed under a checkpoint; see {@link LogWitnesses#cosign}. */
    public List<String> cosign(String text) {
        return witnesses.cosign(text);
    }

    @Override
    public void close() {
        witnesses.close();
    }
}
