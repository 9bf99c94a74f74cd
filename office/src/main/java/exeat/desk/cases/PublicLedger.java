package exeat.desk.cases;

import exeat.casework.command.Actor;
import exeat.casework.event.RecordedEvent;
import exeat.casework.value.StreamId.CaseId;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.codec.JsonCodec;
import exeat.desk.register.SessionReader;
import exeat.ledger.EntryBundle;
import exeat.ledger.MerkleProofs;
import exeat.ledger.Receipt;
import exeat.ledger.Tile;
import exeat.ledger.verify.SignedNote;
import exeat.ledger.verify.TreeHead;
import exeat.ledger.verify.VerifierKey;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.ledger.LedgerReadStore;
import exeat.store.ledger.LedgerReadStore.Published;
import exeat.store.ledger.Sequencer;
import exeat.store.rows.ReadStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The public log, and the receipts from it. */
public final class PublicLedger {

    private final LedgerReadStore reads;
    private final Sequencer sequencer;
    private final CaseReader cases;
    private final SessionReader reading;
    private final Path data;

    public static PublicLedger of(
            Infrastructure in, Sequencer sequencer, CaseReader cases, SessionReader reading) {
        var reads = new LedgerReadStore(in.database());
        return new PublicLedger(reads, sequencer, cases, reading, in.data());
    }

    PublicLedger(
            LedgerReadStore reads,
            Sequencer sequencer,
            CaseReader cases,
            SessionReader reading,
            Path data) {
        this.reads = reads;
        this.sequencer = sequencer;
        this.cases = cases;
        this.reading = reading;
        this.data = data;
    }

    /** The published key with which anybody checks, in one line. */
    public String key() {
        return sequencer.verifierKey();
    }

    /** The newest checkpoint, a signed note; empty in the first moments of a new office. */
    public Optional<String> checkpoint() {
        return StoreCalls.get(reads::newest).map(Published::text);
    }

    /** The newest checkpoint that a witness has signed as well. */
    public Optional<String> cosigned() {
        return StoreCalls.get(reads::cosigned).map(Published::text);
    }

    /**
     * When a witness last said that it saw the log, by its own clock as it stands in what it
     * signed; empty while none ever did.
     */
    public Optional<Instant> cosignedAt() {
        return cosigned().flatMap(SignedNote::parse).stream()
                .flatMap(note -> note.signatures().stream())
                .flatMap(signature -> signature.time().stream())
                .max(Comparator.naturalOrder());
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
                waiting.add(event(id, past));
                continue;
            }
            boolean whole = opened.get().whole() && seen.get().equals(event);
            var payload = new Receipt.Payload(past.salt().base64(), plain.text());
            steps.add(
                    new Receipt.Step(
                            event(id, past),
                            past.leaf().hex(),
                            whole ? Optional.of(payload) : Optional.empty(),
                            place,
                            proofs.inclusion(place)));
        }
        return new Receipt(stored.seen().number(), checkpoint.text(), steps, waiting);
    }

    private static Receipt.Event event(CaseId id, ReadStore.StoredEvent past) {
        return new Receipt.Event(
                id.key(),
                past.sequence(),
                past.type(),
                past.at(),
                past.actor(),
                past.authority(),
                past.payloadHash().hex());
    }

    /**
     * Keeps what witnesses have signed under a checkpoint of this log. Whose signatures count
     * stands in the file {@code witnesses} of the data folder, a key a line.
     *
     * @return the names of the witnesses whose signatures are kept now and were not before
     * @throws OfficeException {@link Code#BAD_INPUT} when the note is not one of this log's, or a
     *     line says that it is a known witness's and is not
     */
    public List<String> cosign(String text) {
        var note = SignedNote.parse(text).orElseThrow(() -> bad("it is not a signed checkpoint"));
        var head =
                TreeHead.of(note)
                        .orElseThrow(
                                () -> bad("it does not state the size and root" + " of a log"));
        var ours =
                StoreCalls.get(() -> reads.over(head.size()))
                        .filter(published -> published.note().startsWith(note.text() + "\n"))
                        .orElseThrow(() -> bad("it is not a checkpoint of this log"));
        var kept = new ArrayList<String>();
        for (var witness : witnesses()) {
            try {
                var line = witness.signatureOn(note).map(SignedNote.Signature::line);
                if (line.isPresent()
                        && StoreCalls.get(() -> sequencer.cosign(ours.size(), List.of(line.get())))
                                > 0) {
                    kept.add(witness.name());
                }
            } catch (VerifierKey.WrongSignature forged) {
                throw bad(String.valueOf(forged.getMessage()));
            }
        }
        return kept;
    }

    private List<VerifierKey> witnesses() {
        try {
            return Files.readAllLines(data.resolve("witnesses")).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line ->
                            VerifierKey.parse(line)
                                    .filter(VerifierKey::isWitness)
                                    .orElseThrow(() -> bad("not a witness's key: " + line)))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException broken) {
            throw new OfficeException(
                    Code.BAD_INPUT, "the file of witnesses cannot be read", broken);
        }
    }

    private static OfficeException bad(String why) {
        return new OfficeException(Code.BAD_INPUT, "nothing was stored: " + why);
    }
}
