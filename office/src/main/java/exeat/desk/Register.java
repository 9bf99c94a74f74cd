package exeat.desk;

import exeat.casework.State.BriefingState;
import exeat.casework.State.IssueState;
import exeat.casework.StreamId.BriefingId;
import exeat.rules.ArchivalText;
import exeat.rules.AuthorityId;
import exeat.rules.Directive;
import exeat.rules.DirectiveRecord;
import exeat.rules.DirectiveRef;
import exeat.rules.Pack;
import exeat.rules.PackException;
import exeat.store.Bytes;
import exeat.store.ClerkStore;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The directives, every version of each, and what was imported from archives. */
public final class Register {

    private final ClerkStore store;
    private final Reading reading;
    private final Scopes scopes;
    private final InstantSource clock;

    /** Compiled once; a version never changes. */
    private final Map<String, Directive> compiled = new ConcurrentHashMap<>();

    /** Owned by {@link #load} and {@link #refresh}: replaced, never changed. */
    private volatile List<DirectiveRef> known = List.of();

    Register(ClerkStore store, Reading reading, Scopes scopes, InstantSource clock) {
        this.store = store;
        this.reading = reading;
        this.scopes = scopes;
        this.clock = clock;
        refresh();
    }

    private List<DirectiveRef> refresh() {
        known = Calls.get(store::directives);
        return known;
    }

    /** Every version stored, the newest first. */
    public List<DirectiveRef> directives() {
        return refresh();
    }

    /** The newest version of this directive. */
    public Optional<Directive> directive(String id) {
        return newest(ref -> ref.id().equals(id)).findFirst();
    }

    /** The newest version of each directive in whose tree this unit stands. */
    Optional<Directive> covering(AuthorityId unit) {
        return newest(_ -> true)
                .filter(directive -> directive.authorities().find(unit).isPresent())
                .findFirst();
    }

    private Stream<Directive> newest(Predicate<DirectiveRef> wanted) {
        var refs = known.stream().anyMatch(wanted) ? known : refresh();
        var seen = new HashSet<String>();
        return refs.stream().filter(wanted).filter(ref -> seen.add(ref.id())).map(this::directive);
    }

    /** Exactly this version: a case stays on the one under which it was filed. */
    public Directive directive(DirectiveRef ref) {
        var directive = compiled.get(ref.hash());
        return directive != null ? directive : compile(ref);
    }

    private Directive compile(DirectiveRef ref) {
        var files = Calls.get(() -> store.files(ref.hash()));
        if (files.isEmpty()) {
            throw new OfficeException(Code.NOT_FOUND, "no such directive is stored: " + ref);
        }
        try {
            var directive = Pack.read(ref.id(), files);
            compiled.put(ref.hash(), directive);
            return directive;
        } catch (PackException broken) {
            throw new OfficeException(Code.FAULT, "a stored pack cannot be read: " + ref, broken);
        }
    }

    /** Stores a pack's files whole; one that is stored already stays as it is. */
    public DirectiveRef load(Path packFolder) throws PackException {
        var files = Pack.files(packFolder);
        var id = String.valueOf(packFolder.toAbsolutePath().normalize().getFileName());
        var directive = Pack.read(id, files);
        Calls.run(() -> store.store(directive, files, clock.instant()));
        compiled.put(directive.ref().hash(), directive);
        refresh();
        scopes.renew(directive);
        return directive.ref();
    }

    /**
     * Reads an archival text into the register and returns its id: the day of the text and the
     * beginning of its hash, so that the same text has the same id.
     */
    public String importText(String fileName, String text) throws PackException {
        var bytes = Bytes.utf8(text);
        var record = ArchivalText.read(fileName, bytes.array());
        var id = record.date() + "-" + bytes.sha256().hex().substring(0, 8);
        Calls.run(() -> store.store(new ClerkStore.Imported(id, fileName, text), clock.instant()));
        return id;
    }

    /** The record of a directive or of an imported text. */
    public Optional<DirectiveRecord> record(String id) {
        return directive(id).map(Directive::record).or(() -> imported(id));
    }

    private Optional<DirectiveRecord> imported(String id) {
        return Calls.get(store::imported).stream()
                .filter(text -> text.id().equals(id))
                .findFirst()
                .map(Register::record);
    }

    private static DirectiveRecord record(ClerkStore.Imported text) {
        try {
            return ArchivalText.read(text.fileName(), Bytes.utf8(text.content()).array());
        } catch (PackException broken) {
            throw new OfficeException(
                    Code.FAULT, "an imported text cannot be read: " + text.id(), broken);
        }
    }

    /** The ids of what {@link #record} knows. */
    public List<String> records() {
        return Stream.concat(
                        refresh().stream().map(DirectiveRef::id).distinct(),
                        Calls.get(store::imported).stream().map(ClerkStore.Imported::id))
                .toList();
    }

    /** How far a directive has come down; nothing for one that was not put in force. */
    public BriefingState briefing(Session session, String directive) {
        var id = new BriefingId(directive);
        return reading.state(session, id.key())
                .map(BriefingState.class::cast)
                .orElseGet(() -> new BriefingState(id, Map.of()));
    }

    /** The open and answered issues that this unit raised or has. */
    public List<IssueState> issues(Session session, AuthorityId unit) {
        return reading.issues(session).stream()
                .filter(issue -> issue.raisedBy().equals(unit) || issue.holder().equals(unit))
                .toList();
    }
}
