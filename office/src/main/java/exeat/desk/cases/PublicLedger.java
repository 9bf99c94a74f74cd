package exeat.desk.cases;

import exeat.casework.command.Actor;
import exeat.casework.event.ProtectionEvent;
import exeat.casework.event.RecordedEvent;
import exeat.casework.state.CaseState;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
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
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.ledger.Chain;
import exeat.store.ledger.LedgerReadStore;
import exeat.store.ledger.LedgerReadStore.Published;
import exeat.store.ledger.LogKeys;
import exeat.store.ledger.LogSigner;
import exeat.store.ledger.Sequencer;
import exeat.store.rows.ReadStore;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
        if (!(session.actor() instanceof Actor.Party party)) {
            throw new OfficeException(Code.NOT_ALLOWED, "only the traveller may have the receipt");
        }
        var checkpoint = StoreCalls.get(reads::newest);
        var stored = cases.stored(session, id);
        if (checkpoint.isEmpty() || stored.isEmpty()) {
            return Optional.empty();
        }
        var eyes = reading.eyes(session);
        var places = StoreCalls.get(() -> reading.store().places(eyes, id.key()));
        var links = StoreCalls.get(() -> reading.store().links(eyes, id.key()));
        var chain = chain(party, stored.get().stream());
        return Optional.of(receipt(stored.get(), id, chain, checkpoint.get(), places, links));
    }

    private Receipt receipt(
            CaseReader.StoredCase stored,
            CaseId id,
            Optional<Integer> chain,
            Published checkpoint,
            Map<Long, Long> places,
            Map<Long, String> links) {
        var proofs = new MerkleProofs(checkpoint.size(), reads.source());
        var steps = new ArrayDeque<Receipt.Step>();
        var waiting = new ArrayDeque<Receipt.Event>();
        // The step after it in the chain, and what the leaf of that one says.
        Optional<ReadStore.StoredEvent> next = Optional.empty();
        var said = "";
        // From the last one back: what a later step names needs no other proof.
        for (var past : stored.events().reversed()) {
            var payload = shown(stored, id, past, chain.isPresent());
            if (payload.isEmpty()) {
                continue;
            }
            var before = Objects.requireNonNull(links.get(past.sequence()));
            var event = event(stored, id, past, before, chain);
            long place = places.getOrDefault(past.sequence(), Long.MAX_VALUE);
            if (place >= checkpoint.size()) {
                waiting.addFirst(event);
                continue;
            }
            boolean named =
                    next.flatMap(later -> link(later, chain, past.leaf()))
                            .filter(List.of(said.split(" "))::contains)
                            .isPresent();
            steps.addFirst(
                    new Receipt.Step(
                            event,
                            past.leaf().hex(),
                            payload.get().whole(),
                            place,
                            named ? Optional.empty() : Optional.of(proofs.inclusion(place))));
            if (event.key().isPresent()) {
                next = Optional.of(past);
                said = before;
            }
        }
        return new Receipt(
                stored.seen().number(),
                checkpoint.text(),
                chain.map(no -> Integer.toString(no)),
                List.copyOf(steps),
                List.copyOf(waiting));
    }

    /** A step that is shown, with its content where that is shown whole. */
    private record Shown(Optional<Receipt.Payload> whole) {}

    /**
     * @param proved whether the reader's secret is proved. To any other reader, what somebody takes
     *     back may only be shown as done, which no proof can show: so a receipt for them leaves it
     *     out always, also where it was done, for otherwise its absence would tell of a claim
     */
    private Optional<Shown> shown(
            CaseReader.StoredCase stored, CaseId id, ReadStore.StoredEvent past, boolean proved) {
        var opened = reading.open(stored.stream(), past);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        var plain = opened.get().plain();
        var event = new RecordedEvent(id, past.sequence(), past.at(), JsonCodec.event(plain));
        var payload = new Receipt.Payload(past.salt().base64(), plain.text());
        boolean whole = opened.get().whole();
        // What shows as another step than it is has none to prove.
        return CaseRedaction.event(event, stored.seen())
                .filter(told -> told.event().getClass() == event.event().getClass())
                .filter(told -> proved || !ProtectionEvent.UnprovedAct.isLike(told.event()))
                .map(told ->
                        new Shown(Optional.of(payload).filter(_ -> whole && told.equals(event))));
    }

    /**
     * The chain that a reader's receipt opens: their own, if they have a secret that two officers
     * handed to them. With any other secret they may not know of everything that happened to them,
     * and a chain would tell that something is left out; a person who only filed is told of all
     * that their chain holds.
     */
    private Optional<Integer> chain(Actor.Party party, ReadStore.Stream stream) {
        return reading.open(stream) instanceof CaseState state
                        && (party.no().equals(TravellerNo.PRINCIPAL)
                                || state.handling().isProved(party.no(), reading.now()))
                ? Optional.of(party.no().number())
                : Optional.empty();
    }

    /**
     * With its number among the steps that this reader is told of, which its leaf does not have.
     */
    private static Receipt.Event event(
            CaseReader.StoredCase stored,
            CaseId id,
            ReadStore.StoredEvent past,
            String before,
            Optional<Integer> chain) {
        return new Receipt.Event(
                id.key(),
                stored.seen().past().version(past.sequence()),
                past.place(),
                past.type(),
                past.at(),
                past.actor(),
                past.authority(),
                past.payloadHash().hex(),
                before,
                chain.flatMap(number -> key(past, number)));
    }

    /** What opens a step's link in a chain; empty where it does not stand in it. */
    private static Optional<String> key(ReadStore.StoredEvent past, int number) {
        return past.blind()
                .filter(_ -> past.chain().has(number))
                .map(blind -> Chain.key(blind, number).hex());
    }

    /** How a step names a leaf if it is the one before it in a chain. */
    private static Optional<String> link(
            ReadStore.StoredEvent later, Optional<Integer> chain, Bytes before) {
        return chain.flatMap(
                number -> later.blind().map(blind -> Chain.link(blind, number, before)));
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
