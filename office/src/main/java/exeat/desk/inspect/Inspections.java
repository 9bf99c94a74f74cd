package exeat.desk.inspect;

import exeat.casework.command.Actor;
import exeat.casework.event.EventKind;
import exeat.casework.state.CaseState;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.codec.JsonCodec;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.register.SessionReader;
import exeat.ledger.Hash;
import exeat.ledger.MerkleProofs;
import exeat.rules.authority.AuthorityId;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Vault;
import exeat.store.ledger.LedgerReadStore;
import exeat.store.ledger.LedgerReadStore.Published;
import exeat.store.rows.FileQuery;
import exeat.store.rows.InspectionStore;
import exeat.store.rows.ReadStore;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What auditors read: every case of their directive, under other names; by name only for a reason
 * that the person is told.
 */
public final class Inspections {

    private static final int MIN_REASON = 10;

    private final SessionReader reading;
    private final DirectiveRegister register;
    private final InspectionStore store;
    private final LedgerReadStore ledger;
    private final Vault vault;

    public static Inspections of(
            Infrastructure in, SessionReader reading, DirectiveRegister register) {
        return new Inspections(
                reading,
                register,
                new InspectionStore(in.database(), reading.store()),
                new LedgerReadStore(in.database()),
                in.vault());
    }

    Inspections(
            SessionReader reading,
            DirectiveRegister register,
            InspectionStore store,
            LedgerReadStore ledger,
            Vault vault) {
        this.reading = reading;
        this.register = register;
        this.store = store;
        this.ledger = ledger;
        this.vault = vault;
    }

    /** Anyone who is not an auditor is told that it does not exist. */
    static Actor.Auditor auditor(Session session) {
        if (session.actor() instanceof Actor.Auditor auditor) {
            return auditor;
        }
        throw new OfficeException(Code.NOT_ALLOWED, "only auditors may do this");
    }

    /** A file in a list; its times are to the minute. */
    public record FileRow(
            FileAddress id,
            AuditName name,
            AuthorityId holder,
            Instant first,
            Instant last,
            long steps) {}

    /** What an auditor looks for. */
    public enum Wanted {
        ANY,
        /** Refused, or an approval set aside or revoked. */
        REFUSALS,
        HOLDS,
        /** Something went to the level above because its day had passed, or nobody could act. */
        OVERDUE;

        List<String> types() {
            var kinds =
                    switch (this) {
                        case ANY -> List.<EventKind>of();
                        case REFUSALS ->
                                List.of(
                                        EventKind.REFUSED,
                                        EventKind.WAS_SET_ASIDE,
                                        EventKind.REVOKED);
                        case HOLDS -> List.of(EventKind.HOLD_PLACED);
                        case OVERDUE ->
                                List.of(
                                        EventKind.SENT_UP,
                                        EventKind.CLEARANCE_ESCALATED,
                                        EventKind.HOLD_ESCALATED,
                                        EventKind.STOP_ESCALATED,
                                        EventKind.APPEAL_ESCALATED);
                    };
            return kinds.stream().map(EventKind::stored).toList();
        }
    }

    /**
     * A part of the files.
     *
     * @param unit that has the file now
     * @param from filed at that moment or later
     * @param until filed before that moment
     * @param after the files that come after this one
     */
    public record FileFilter(
            Wanted wanted,
            Optional<AuthorityId> unit,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<FileAddress> after) {

        public static final FileFilter ALL =
                new FileFilter(
                        Wanted.ANY,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
    }

    /** The latest files. */
    public List<FileRow> files(Session session, int limit) {
        return files(session, FileFilter.ALL, limit);
    }

    /**
     * The latest files of a part. One beside a claim is in a part only for what is told of it, so
     * that no filter says more than the file.
     */
    public List<FileRow> files(Session session, FileFilter filter, int limit) {
        var names = names(session);
        var untold = AuditedPast.OF_PROTECTION;
        var query =
                new FileQuery(
                        filter.wanted().types(),
                        filter.unit().map(AuthorityId::text),
                        filter.from(),
                        filter.until(),
                        filter.after().map(file -> names.at(file).key()));
        return StoreCalls.get(() -> store.files(reading.eyes(session), untold, query, limit))
                .stream()
                .flatMap(row ->
                        row.beside()
                                ? besideClaim(session, row, query.types()).stream()
                                : Stream.of(row))
                .map(row -> {
                    var id = CaseId.of(row.key());
                    return new FileRow(
                            names.address(id),
                            names.file(id),
                            new AuthorityId(row.holder()),
                            row.first().truncatedTo(ChronoUnit.MINUTES),
                            row.last().truncatedTo(ChronoUnit.MINUTES),
                            row.steps());
                })
                .toList();
    }

    /**
     * With the last step that is told, and the number of those; empty if none is of these types.
     */
    private Optional<InspectionStore.FileRow> besideClaim(
            Session session, InspectionStore.FileRow row, List<String> types) {
        var eyes = reading.eyes(session);
        return StoreCalls.get(() -> reading.store().byKey(eyes, row.key()))
                .map(stream ->
                        new AuditedPast(reading.open(stream))
                                .told(
                                        StoreCalls.get(
                                                () -> reading.store().events(eyes, row.key()))))
                .filter(told ->
                        types.isEmpty()
                                || told.stream().anyMatch(step -> types.contains(step.type())))
                .map(told ->
                        new InspectionStore.FileRow(
                                row.key(),
                                row.holder(),
                                row.first(),
                                told.getLast().at(),
                                told.size(),
                                true));
    }

    Pseudonyms names(Session session) {
        return new Pseudonyms(vault, auditor(session).id());
    }

    /** A case's history; empty if this auditor may not see it, or there is none at this address. */
    public Optional<InspectedCase> file(Session session, FileAddress at) {
        var id = names(session).at(at);
        var eyes = reading.eyes(session);
        return StoreCalls.get(() -> reading.store().byKey(eyes, id.key()))
                .map(stream -> file(session, id, stream));
    }

    private InspectedCase file(Session session, CaseId id, ReadStore.Stream stream) {
        var eyes = reading.eyes(session);
        boolean revealed =
                StoreCalls.get(() -> store.reveals(eyes)).stream()
                        .anyMatch(r -> r.key().equals(id.key()));
        var names = names(session);
        var directive = register.directive(stream.directive());
        var redaction = new AuditRedaction(names, directive, id, revealed);
        var retelling = new Retelling(id, stream, names, redaction, revealed);
        var state = reading.open(stream);
        var past = StoreCalls.get(() -> reading.store().events(eyes, id.key()));
        var places = StoreCalls.get(() -> reading.store().places(eyes, id.key()));
        var links =
                revealed
                        ? StoreCalls.get(() -> reading.store().links(eyes, id.key()))
                        : Map.<Long, String>of();
        var checkpoint = revealed ? StoreCalls.get(ledger::newest) : Optional.<Published>empty();
        var steps = new ArrayList<InspectedCase.Step>();
        for (var one : new AuditedPast(state).told(past)) {
            var place = Optional.ofNullable(places.get(one.sequence()));
            var before = links.getOrDefault(one.sequence(), "");
            steps.add(retelling.step(steps.size() + 1L, one, before, under(checkpoint, place)));
        }
        var name =
                revealed && state instanceof CaseState found
                        ? AuditName.own(found.application().number())
                        : names.file(id);
        return new InspectedCase(
                name, revealed, stream.directive(), checkpoint.map(Published::text), steps);
    }

    private record Placed(long place, List<Hash> proof) {}

    private Optional<Placed> under(Optional<Published> checkpoint, Optional<Long> place) {
        return checkpoint
                .filter(c -> place.filter(p -> p < c.size()).isPresent())
                .map(c -> {
                    var proofs = new MerkleProofs(c.size(), ledger.source());
                    return new Placed(place.orElseThrow(), proofs.inclusion(place.orElseThrow()));
                });
    }

    /** One file's steps, retold. */
    private final class Retelling {
        private final CaseId id;
        private final ReadStore.Stream stream;
        private final Pseudonyms names;
        private final AuditRedaction redaction;
        private final boolean revealed;

        Retelling(
                CaseId id,
                ReadStore.Stream stream,
                Pseudonyms names,
                AuditRedaction redaction,
                boolean revealed) {
            this.id = id;
            this.stream = stream;
            this.names = names;
            this.redaction = redaction;
            this.revealed = revealed;
        }

        InspectedCase.Step step(
                long number, ReadStore.StoredEvent past, String before, Optional<Placed> placed) {
            var fields =
                    reading.open(stream, past)
                            .map(opened -> redaction.fields(JsonCodec.event(opened.plain())))
                            .orElse(List.of());
            var blind = names.blind(past.leaf());
            var entry =
                    new InspectedCase.Entry(
                            blind.hex(),
                            past.leaf().hex(),
                            id.key(),
                            past.place(),
                            past.actor(),
                            past.payloadHash().hex(),
                            before,
                            placed.map(Placed::place),
                            placed.map(Placed::proof).orElse(List.of()));
            return new InspectedCase.Step(
                    number,
                    past.type(),
                    redaction.time(past.at()),
                    by(past.actor()),
                    past.authority(),
                    fields,
                    blind.then(past.leaf()).sha256().hex(),
                    Optional.of(entry).filter(_ -> revealed));
        }

        /** As the log has it, {@code officer/ID} or {@code party/N}. */
        private AuditName by(String actor) {
            int slash = actor.indexOf('/');
            var who = slash < 0 ? "" : actor.substring(slash + 1);
            return switch (slash < 0 ? actor : actor.substring(0, slash)) {
                case "officer" -> redaction.name(new OfficerId(who));
                case "party" -> redaction.name(new TravellerNo(Integer.parseInt(who)));
                case "stranger" -> AuditName.of(AuditName.Kind.STRANGER);
                case "clock" -> AuditName.of(AuditName.Kind.CLOCK);
                default -> AuditName.of(AuditName.Kind.SOMEBODY);
            };
        }
    }

    /** What became of asking for a file by name. */
    public enum Revealed {
        DONE,
        /** A reason is at least a few words. */
        NO_REASON,
        NOT_THERE
    }

    /** Shows a file by name from now on to this auditor; the person is told, with the reason. */
    public Revealed reveal(Session session, FileAddress at, String reason) {
        var id = names(session).at(at);
        var said = reason.strip();
        if (said.length() < MIN_REASON) {
            return Revealed.NO_REASON;
        }
        var sealed = vault.sealText(about(id), said);
        var hash = Bytes.utf8(said).sha256();
        return StoreCalls.get(() -> store.reveal(reading.eyes(session), id.key(), sealed, hash))
                ? Revealed.DONE
                : Revealed.NOT_THERE;
    }

    private static String about(CaseId id) {
        return "reason of an audit in " + id.key();
    }

    /** That an auditor was shown the reader's file by name, and why. */
    public record RevealNotice(Instant at, String reason) {}

    /** To a person, of their own file; the newest first. */
    public List<RevealNotice> told(Session session) {
        if (!(session.actor() instanceof Actor.Party)) {
            return List.of();
        }
        return StoreCalls.get(() -> store.reveals(reading.eyes(session))).stream()
                .map(row ->
                        new RevealNotice(
                                row.at(),
                                row.reason()
                                        .map(r -> vault.openText(about(CaseId.of(row.key())), r))
                                        .orElse("")))
                .toList();
    }
}
