package exeat.desk.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import exeat.casework.event.RecordedEvent;
import exeat.casework.event.TravellerEvent;
import exeat.casework.state.CaseState;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.register.SessionReader;
import exeat.desk.report.ReportSnapshots;
import exeat.ledger.Hash;
import exeat.ledger.MerkleProofs;
import exeat.oversight.watch.ErrorRates.Count;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.fact.ValueText;
import exeat.rules.prove.ProofWording;
import exeat.store.Bytes;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import exeat.store.ledger.LedgerReadStore;
import exeat.store.rows.InspectionStore;
import exeat.store.rows.ReadStore;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A random sample that nobody can influence and anybody can repeat.
 *
 * <p>Commit: the list of what can be drawn, its number and the hash of a seed go into the public
 * log. Draw: the seed is revealed, and the root of the first checkpoint that covers the commitment
 * is mixed in. When the auditor commits, they do not know that root, and the office does not know
 * the seed unless it makes it. A ticket represents a case in the list: it is the log's entry of the
 * step that decided it. The tickets with the lowest SHA-256 over the seed, the root and the ticket
 * are drawn.
 */
public final class AuditSampling {

    private static final String FORMAT = "exeat-sample-1";
    private static final int SEED = 32;

    /** The largest sample. */
    public static final int MAX_SAMPLE = 1_000;

    private static final int MIN_SHOWN = 10;

    private final SessionReader reading;
    private final DirectiveRegister register;
    private final Inspections inspections;
    private final InspectionStore store;
    private final LedgerReadStore ledger;
    private final Vault vault;

    public static AuditSampling of(
            Infrastructure in,
            SessionReader reading,
            DirectiveRegister register,
            Inspections inspections) {
        return new AuditSampling(
                reading,
                register,
                inspections,
                new InspectionStore(in.database(), reading.store()),
                new LedgerReadStore(in.database()),
                in.vault());
    }

    AuditSampling(
            SessionReader reading,
            DirectiveRegister register,
            Inspections inspections,
            InspectionStore store,
            LedgerReadStore ledger,
            Vault vault) {
        this.reading = reading;
        this.register = register;
        this.inspections = inspections;
        this.store = store;
        this.ledger = ledger;
        this.vault = vault;
    }

    /**
     * Commits to a sample of the cases that were decided in a span.
     *
     * @param size how many, from 1 to 1,000
     * @param commitment SHA-256 of a seed of 32 bytes that the auditor keeps, in hexadecimal
     *     digits; empty to leave the seed to the office
     * @return the sample's id; empty where one of these is not so
     */
    public Optional<String> commit(
            Session session, Instant since, Instant until, int size, Optional<String> commitment) {
        Inspections.auditor(session);
        boolean sound = since.isBefore(until) && size >= 1 && size <= MAX_SAMPLE;
        if (!sound || commitment.filter(c -> hex(c).isEmpty()).isPresent()) {
            return Optional.empty();
        }
        var id = UUID.randomUUID().toString();
        Optional<Bytes> own =
                commitment.isPresent() ? Optional.empty() : Optional.of(Keys.random(SEED));
        var hash =
                own.map(Bytes::sha256)
                        .or(() -> commitment.flatMap(AuditSampling::hex))
                        .orElseThrow();
        var kept = own.map(seed -> vault.sealText(about(id), seed.hex())).orElse(null);
        var sample =
                new InspectionStore.Sample(
                        id, "", since, until, size, hash, Optional.empty(), 0, Optional.empty());
        var eyes = reading.eyes(session);
        var untold = untold(session, since, until);
        return StoreCalls.get(() -> store.commit(eyes, sample, kept, untold))
                ? Optional.of(id)
                : Optional.empty();
    }

    /** The leaves of deciding steps that auditors are not told of: drawn, they would be told. */
    private List<Bytes> untold(Session session, Instant since, Instant until) {
        var eyes = reading.eyes(session);
        var deciding = StoreCalls.get(() -> store.besideClaims(eyes, since, until));
        var keys = deciding.stream().map(InspectionStore.DecidingStep::key).distinct().toList();
        var pasts =
                StoreCalls.get(() -> reading.store().byKeys(eyes, keys)).stream()
                        .collect(
                                Collectors.toMap(
                                        ReadStore.Stream::key,
                                        stream -> new AuditedPast(reading.open(stream))));
        return deciding.stream()
                .filter(step ->
                        Optional.ofNullable(pasts.get(step.key()))
                                .filter(past -> past.tells(step.sequence()))
                                .isEmpty())
                .map(InspectionStore.DecidingStep::leaf)
                .toList();
    }

    private static String about(String sample) {
        return "seed of sample " + sample;
    }

    private static Optional<Bytes> hex(String text) {
        return text.matches("[0-9a-fA-F]{64}")
                ? Optional.of(Bytes.of(HexFormat.of().parseHex(text)))
                : Optional.empty();
    }

    /** What became of drawing. */
    public enum DrawResult {
        DONE,
        DRAWN_BEFORE,
        /** The commitment is not in a signed checkpoint yet: a moment. */
        TOO_EARLY,
        /** The seed does not hash to the commitment. */
        ANOTHER_SEED,
        NOT_THERE
    }

    /**
     * Draws, and asks second officers.
     *
     * @param seed in hexadecimal digits; empty if the office makes it
     */
    public DrawResult draw(Session session, String id, Optional<String> seed) {
        var sample = sample(session, id);
        if (sample.isEmpty()) {
            return DrawResult.NOT_THERE;
        }
        var given =
                sample.get()
                        .kept()
                        .map(kept -> vault.openText(about(id), kept))
                        .or(() -> seed)
                        .flatMap(AuditSampling::hex);
        if (given.isEmpty()) {
            return DrawResult.ANOTHER_SEED;
        }
        return switch (StoreCalls.get(() -> store.draw(reading.eyes(session), id, given.get()))) {
            case "done" -> {
                ask(session, id);
                yield DrawResult.DONE;
            }
            case "drawn" -> {
                // Whatever was not asked when a crash came in between is asked now.
                ask(session, id);
                yield DrawResult.DRAWN_BEFORE;
            }
            case "too early" -> DrawResult.TOO_EARLY;
            case "another seed" -> DrawResult.ANOTHER_SEED;
            default -> DrawResult.NOT_THERE;
        };
    }

    /** The samples of this audit, the newest first. */
    public List<InspectionStore.Sample> samples(Session session) {
        Inspections.auditor(session);
        return StoreCalls.get(() -> store.samples(reading.eyes(session)));
    }

    public Optional<InspectionStore.Sample> sample(Session session, String id) {
        return samples(session).stream().filter(sample -> sample.id().equals(id)).findFirst();
    }

    /**
     * A drawn case, and the second officer's decision.
     *
     * @param approved what was decided
     * @param unit the unit that was asked; empty if there was no other
     * @param again the second officer's decision; empty until there is one
     */
    public record DrawnCase(
            FileAddress id,
            AuditName name,
            String ticket,
            boolean approved,
            Optional<AuthorityId> unit,
            Optional<Boolean> again) {
        public boolean disagrees() {
            return again.filter(a -> a != approved).isPresent();
        }
    }

    /** The drawn files, in the order of the draw. */
    public List<DrawnCase> drawn(Session session, String id) {
        var names = inspections.names(session);
        return StoreCalls.get(() -> store.drawn(reading.eyes(session), id)).stream()
                .map(row -> {
                    var file = CaseId.of(row.key());
                    return new DrawnCase(
                            names.address(file),
                            names.file(file),
                            row.ticket().hex(),
                            approves(row.type()),
                            row.unit().map(AuthorityId::new),
                            row.answer().map("APPROVE"::equals));
                })
                .toList();
    }

    private static boolean approves(String type) {
        return !type.equals("refused") && !type.equals("was-set-aside");
    }

    /** How often second officers decided otherwise, with its exact 95% interval. */
    public static Count disagreement(List<DrawnCase> drawn) {
        int answered = (int) drawn.stream().filter(d -> d.again().isPresent()).count();
        return new Count((int) drawn.stream().filter(DrawnCase::disagrees).count(), answered);
    }

    /**
     * How often second officers decided otherwise, of all samples together, as officers' reports
     * say it; empty while there are too few to say anything of an office and nothing of a person.
     */
    public Optional<Count> reported(Session session) {
        var again = StoreCalls.get(() -> store.again(reading.eyes(session)));
        return Optional.of(new Count(again.differs(), again.answered()))
                .filter(count -> count.all() >= MIN_SHOWN);
    }

    private void ask(Session session, String id) {
        var eyes = reading.eyes(session);
        for (var row : StoreCalls.get(() -> store.drawn(eyes, id))) {
            if (row.unit().isEmpty()) {
                question(session, row)
                        .ifPresent(question ->
                                StoreCalls.run(() ->
                                        store.ask(
                                                eyes,
                                                id,
                                                row.ticket(),
                                                question.unit().text(),
                                                vault.sealText(
                                                        Redecisions.about(id, row.ticket()),
                                                        question.facts()))));
            }
        }
    }

    private record Question(AuthorityId unit, String facts) {}

    /**
     * Empty if there is no other unit, or the traveller was erased. Of somebody who seeks
     * protection one is asked like any other, and the database shows it to nobody: an auditor sees
     * that it waits.
     */
    private Optional<Question> question(Session session, InspectionStore.Drawn row) {
        var eyes = reading.eyes(session);
        var id = CaseId.of(row.key());
        var stream = StoreCalls.get(() -> reading.store().byKey(eyes, row.key()));
        if (stream.isEmpty() || !(reading.open(stream.get()) instanceof CaseState state)) {
            return Optional.empty();
        }
        var directive = register.directive(stream.get().directive());
        var tree = register.tree(directive);
        var past =
                reading.events(session, stream.get(), id).stream()
                        .filter(event -> event.sequence() <= row.step())
                        .toList();
        var no =
                past.stream()
                        .filter(event -> event.sequence() == row.step())
                        .map(RecordedEvent::event)
                        .filter(TravellerEvent.class::isInstance)
                        .map(event -> ((TravellerEvent) event).traveller())
                        .findFirst();
        return no.filter(traveller -> state.travellers().containsKey(traveller))
                .flatMap(traveller -> facts(past, traveller))
                .flatMap(facts ->
                        other(tree, state.holder(), row.ticket())
                                .map(unit -> new Question(unit, facts)));
    }

    /** What the decision rested on then, and nothing of what it was. */
    private static Optional<String> facts(List<RecordedEvent> past, TravellerNo no) {
        return past.stream()
                .map(RecordedEvent::event)
                .filter(TravellerEvent.Found.class::isInstance)
                .map(TravellerEvent.Found.class::cast)
                .filter(found -> found.traveller().equals(no))
                .reduce((_, last) -> last)
                .map(found -> found.finding().facts())
                .map(facts ->
                        Stream.concat(
                                        facts.values().entrySet().stream()
                                                .map(fact ->
                                                        fact.getKey()
                                                                + ": "
                                                                + ProofWording.value(
                                                                        fact.getValue())),
                                        facts.sets().entrySet().stream()
                                                .map(fact ->
                                                        fact.getKey()
                                                                + ": "
                                                                + ValueText.of(fact.getValue())))
                                .collect(Collectors.joining("\n")));
    }

    /** A unit of the same function and level in another place: which one, the ticket says. */
    private static Optional<AuthorityId> other(
            AuthorityTree tree, AuthorityId holder, Bytes ticket) {
        var own = tree.get(holder);
        int level = tree.lineage(holder).size();
        var others =
                tree.all().stream()
                        .filter(unit -> unit.function().equals(own.function()))
                        .filter(unit -> !unit.place().equals(own.place()))
                        .filter(unit -> !tree.isClosed(unit.id()))
                        .filter(unit -> tree.lineage(unit.id()).size() == level)
                        .map(Authority::id)
                        .sorted(Comparator.naturalOrder())
                        .toList();
        if (others.isEmpty()) {
            return Optional.empty();
        }
        var at = new BigInteger(1, ticket.array()).mod(BigInteger.valueOf(others.size()));
        return Optional.of(others.get(at.intValueExact()));
    }

    /** Everything with which a stranger draws again; empty while it is not drawn. */
    public Optional<String> toJson(Session session, String id) {
        var eyes = reading.eyes(session);
        return sample(session, id)
                .filter(sample -> sample.seed().isPresent())
                .flatMap(sample ->
                        StoreCalls.get(() -> store.proof(eyes, id))
                                .map(proof ->
                                        json(
                                                sample,
                                                proof,
                                                StoreCalls.get(() -> store.tickets(eyes, id)),
                                                drawn(session, id))));
    }

    private String json(
            InspectionStore.Sample sample,
            InspectionStore.Commitment proof,
            List<Bytes> tickets,
            List<DrawnCase> drawn) {
        long size = ReportSnapshots.head(proof.note()).orElseThrow().size();
        var path = new MerkleProofs(size, ledger.source()).inclusion(proof.place());
        var text = new StringWriter();
        try (var json = new JsonFactory().createGenerator(text)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField("format", FORMAT);
            json.writeStringField("checkpoint", proof.note());
            step(json, proof, path);
            json.writeStringField("seed", sample.seed().orElseThrow().hex());
            json.writeArrayFieldStart("tickets");
            for (var ticket : tickets) {
                json.writeString(ticket.hex());
            }
            json.writeEndArray();
            json.writeArrayFieldStart("drawn");
            for (var one : drawn) {
                json.writeString(one.ticket());
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException broken) {
            throw new UncheckedIOException("a sample cannot be written", broken);
        }
        return text + "\n";
    }

    private static void step(JsonGenerator json, InspectionStore.Commitment proof, List<Hash> path)
            throws IOException {
        json.writeArrayFieldStart("steps");
        json.writeStartObject();
        json.writeStringField("stream", "register/audits");
        json.writeNumberField("sequence", proof.sequence());
        json.writeStringField("type", proof.type());
        json.writeStringField("at", proof.at().toString());
        json.writeStringField("actor", proof.actor());
        json.writeStringField("authority", "");
        json.writeStringField("payloadHash", proof.payloadHash().hex());
        json.writeStringField("before", proof.before());
        json.writeStringField("salt", proof.salt().base64());
        json.writeStringField("payload", proof.payload());
        json.writeStringField("leaf", proof.leaf().hex());
        json.writeNumberField("index", proof.place());
        json.writeArrayFieldStart("proof");
        for (var hash : path) {
            json.writeString(hash.base64());
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }
}
