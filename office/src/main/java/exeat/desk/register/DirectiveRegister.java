package exeat.desk.register;

import com.github.benmanes.caffeine.cache.Cache;
import exeat.casework.state.BriefingState;
import exeat.casework.state.VersionHistory;
import exeat.casework.value.DirectiveStatus;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.BriefingId;
import exeat.desk.base.Caches;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.OfficerNames;
import exeat.desk.base.Session;
import exeat.desk.base.StoreCalls;
import exeat.desk.codec.JsonCodec;
import exeat.rules.Directive;
import exeat.rules.Pack;
import exeat.rules.ParsedPack;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import exeat.rules.authority.UnitFunction;
import exeat.rules.document.DirectiveRecord;
import exeat.rules.document.DirectiveRef;
import exeat.rules.prove.ProofReport;
import exeat.rules.source.PackException;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.StoredFunction;
import exeat.store.key.Vault;
import exeat.store.rows.RegisterStore;
import exeat.store.rows.UnitStore;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All versions of all directives, and the imported archival texts. */
public final class DirectiveRegister {

    private static final int MAX_DRAFTS = 8;

    private final RegisterStore store;
    private final SessionReader reading;
    private final AccessScopes scopes;
    private final Vault vault;
    private final InstantSource clock;

    /** Compiled once; a version never changes. */
    private final Map<String, Directive> compiled = new ConcurrentHashMap<>();

    private final KeptProofs proofs;
    private final LayersInForce layers;
    private final Units units;
    private final ImportedTexts imported;

    private final Cache<String, ParsedPack> drafts = Caches.bounded(MAX_DRAFTS).build();

    /** Owned by {@link #load} and {@link #refresh}: replaced, never changed. */
    private volatile List<DirectiveRef> known = List.of();

    /** The versions in force and their dates, by directive id; owned like the list above. */
    private volatile Map<String, VersionHistory> tenures = Map.of();

    public static DirectiveRegister of(Infrastructure in, SessionReader reading) {
        var store = new RegisterStore(in.database());
        return new DirectiveRegister(
                store, reading, new Units(new UnitStore(in.database())), in.vault(), in.clock());
    }

    DirectiveRegister(
            RegisterStore store,
            SessionReader reading,
            Units units,
            Vault vault,
            InstantSource clock) {
        this.store = store;
        this.reading = reading;
        this.scopes = new AccessScopes(store);
        this.units = units;
        this.imported = new ImportedTexts(store);
        this.vault = vault;
        this.clock = clock;
        this.proofs = new KeptProofs(clock);
        this.layers = new LayersInForce(this::directive, () -> tenures, clock);
        refresh();
    }

    private List<DirectiveRef> refresh() {
        var read = new HashMap<String, VersionHistory>();
        StoreCalls.get(store::tenures)
                .forEach((id, row) -> read.put(id, JsonCodec.tenure(row.json())));
        tenures = Map.copyOf(read);
        units.refresh();
        known = StoreCalls.get(store::directives);
        return known;
    }

    /** Every version stored, the newest first. */
    public List<DirectiveRef> directives() {
        return refresh();
    }

    /** The version in force today; the newest stored one if none is, so that it can be read. */
    public Optional<Directive> directive(String id) {
        return directive(id, tenures);
    }

    public Optional<Directive> directive(String id, Map<String, VersionHistory> inForce) {
        var newest = newest(id);
        var tenure = inForce.getOrDefault(id, VersionHistory.NONE);
        return newest.map(d -> tenure.on(today(d)).map(this::directive).orElse(d));
    }

    private Optional<Directive> newest(String id) {
        var refs = known.stream().anyMatch(ref -> ref.id().equals(id)) ? known : refresh();
        return refs.stream().filter(ref -> ref.id().equals(id)).findFirst().map(this::directive);
    }

    private LocalDate today(Directive directive) {
        return clock.instant().atZone(directive.vocabulary().zone()).toLocalDate();
    }

    /**
     * The directives in whose trees this unit stands: those that were put in force, or where there
     * are none, those that were not yet.
     */
    public List<Directive> covering(AuthorityId unit) {
        var found = covering(unit, tenures);
        if (found.isEmpty()) {
            refresh();
        }
        return found.isEmpty() ? covering(unit, tenures) : found;
    }

    public List<Directive> covering(AuthorityId unit, Map<String, VersionHistory> inForce) {
        return among(inForce, d -> d.authorities().find(unit).isPresent());
    }

    /**
     * The directive that an operator means who names a unit, and perhaps a directive.
     *
     * @param named the directive's id; empty where the unit says enough
     * @throws OfficeException {@link Code#NOT_FOUND} when no directive, or not this one, has the
     *     unit; {@link Code#BAD_INPUT} when several have it and none is named
     */
    public Directive covering(AuthorityId unit, Optional<String> named) {
        var found =
                named.map(id -> directive(id).stream().toList()).orElseGet(() -> covering(unit));
        return UnitChoice.only(found, unit, named);
    }

    /** Those that were put in force, of these; all of these where there are none. */
    private List<Directive> among(Map<String, VersionHistory> inForce, Predicate<Directive> these) {
        var ids = known.stream().map(DirectiveRef::id).distinct();
        var all = ids.flatMap(id -> directive(id, inForce).stream()).filter(these).toList();
        return UnitChoice.putInForce(all, inForce);
    }

    /** The directives under which applications are taken, or would be once they are in force. */
    public List<Directive> offered() {
        refresh();
        return among(tenures, directive -> !directive.isModel());
    }

    /** A version by its hash. */
    public Optional<Directive> version(String id, String hash) {
        return directives().stream()
                .filter(ref -> ref.id().equals(id) && ref.hash().equals(hash))
                .findFirst()
                .map(this::directive);
    }

    /** Which version of a directive is in force when. */
    public VersionHistory tenure(String id) {
        return tenures.getOrDefault(id, VersionHistory.NONE);
    }

    /** The edition of a directive today; see {@link VersionHistory#edition}. */
    public String edition(String id) {
        return directive(id).map(d -> tenure(id).edition(today(d))).orElse("");
    }

    /**
     * A unit's function under a directive as it is today.
     *
     * @param stored the recorded function, for a unit that no longer exists
     */
    public UnitFunction function(String directive, AuthorityId unit, String stored) {
        return directive(directive)
                .flatMap(today -> today.authorities().find(unit))
                .map(Authority::function)
                .orElseGet(() -> StoredFunction.read(stored));
    }

    /** The functions that any version of any directive declares. */
    public Set<UnitFunction> functions() {
        return directives().stream()
                .flatMap(ref -> directive(ref).division().functions().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A directive's status today. */
    public DirectiveStatus standing(Directive directive) {
        return layers.standing(directive, tenures, clock.instant());
    }

    /** The directives in force above local ones. */
    public LayersInForce layers() {
        return layers;
    }

    /** Every directive with a version put in force, in today's version. */
    public List<Directive> inForce() {
        return tenures.keySet().stream().flatMap(id -> directive(id).stream()).toList();
    }

    /** The proofs of a version. The first time takes seconds; then they are cached. */
    public ProofReport proofs(Directive directive) {
        return proofs(directive.parsed());
    }

    /** The proofs of a pack that may be a draft. */
    public ProofReport proofs(ParsedPack pack) {
        return proofs.of(pack);
    }

    /** The proofs of a version, if they were computed before. */
    public Optional<ProofReport> knownProofs(DirectiveRef ref) {
        return proofs.known(ref);
    }

    /** Who signed a pair of a paragraph and a rule, with their name, and when. */
    public record Signature(String pair, OfficerId by, String name, Instant at) {}

    /** Every signature under any version of a directive, in the order in which they were given. */
    public List<Signature> signatures(String id) {
        return StoreCalls.get(() -> store.signatures(id)).stream()
                .map(row ->
                        new Signature(
                                row.pair(),
                                new OfficerId(row.account()),
                                OfficerNames.open(vault, row.account(), row.name()),
                                row.at()))
                .toList();
    }

    /**
     * A mark of each deciding directive's state, by id; it changes with every change. A directive
     * whose rules decide nothing today has none.
     */
    public Map<String, String> marks() {
        var marks = new HashMap<String, String>();
        refresh();
        var rows = StoreCalls.get(store::tenures);
        for (var row : rows.entrySet()) {
            var tenure = JsonCodec.tenure(row.getValue().json());
            directive(row.getKey())
                    .flatMap(now ->
                            mark(now, tenure).map(mark -> mark + LayersInForce.mark(now, rows)))
                    .ifPresent(
                            mark -> marks.put(row.getKey(), row.getValue().times() + " " + mark));
        }
        return marks;
    }

    /** Closed units change the mark on their first day, and so do directives above. */
    private Optional<String> mark(Directive directive, VersionHistory tenure) {
        var day = today(directive);
        var closed = closed(directive, day).keySet();
        var shut = closed.isEmpty() ? "" : " without " + closed;
        var unproved = layers.above(directive).unproved().isEmpty() ? "" : " unproved";
        return tenure.on(day)
                .filter(_ -> standing(directive).decides() || !closed.isEmpty())
                .map(ref -> ref.hash() + shut + unproved);
    }

    /** The units of a directive as they are today: what a closed one has its successor has. */
    public AuthorityTree tree(Directive directive) {
        return directive.authorities().withClosed(closed(directive, today(directive)));
    }

    /** The units of a directive that have closed by a day, each with the open one in its place. */
    public Map<AuthorityId, AuthorityId> closed(Directive directive, LocalDate day) {
        return units.known().closed(directive.authorities(), day);
    }

    /** The office's units and what becomes of them. */
    public Units units() {
        return units;
    }

    /** A unit's name on a day, or today, if the register gave it another than its packs have. */
    public Optional<String> unitName(
            Directive directive, AuthorityId unit, Optional<LocalDate> day, String language) {
        return units.known().name(unit, day.orElseGet(() -> today(directive)), language);
    }

    /** Moves officers of closed units to the successors, and proves local packs again if needed. */
    public void follow() {
        refresh().stream()
                .map(DirectiveRef::id)
                .distinct()
                .flatMap(id -> directive(id).stream())
                .filter(directive -> !closed(directive, today(directive)).isEmpty())
                .forEach(directive -> scopes.renew(directive, tree(directive)));
        inForce().forEach(layers::prove);
    }

    /** Something about a directive was decided: who looks where follows the version in force. */
    public void changed(String id) {
        refresh();
        directive(id).ifPresent(now -> scopes.renew(now, tree(now)));
        inForce().forEach(layers::prove);
    }

    /** Exactly this version: a case stays on the one under which it was filed. */
    public Directive directive(DirectiveRef ref) {
        var directive = compiled.get(ref.hash());
        return directive != null ? directive : compile(ref);
    }

    private Directive compile(DirectiveRef ref) {
        var files = StoreCalls.get(() -> store.files(ref.hash()));
        if (files.isEmpty()) {
            throw new OfficeException(
                    Code.NOT_FOUND, "there is no such directive in the" + " register: " + ref);
        }
        try {
            var directive = Pack.stored(ref, files);
            compiled.put(ref.hash(), directive);
            return directive;
        } catch (PackException broken) {
            throw new OfficeException(Code.FAULT, "a stored pack cannot be read: " + ref, broken);
        }
    }

    /**
     * Stores a pack's files whole; a version that is stored already stays as it is, also where a
     * unit was moved since.
     */
    public DirectiveRef load(Path packFolder) throws PackException {
        var files = Pack.files(packFolder);
        var id = String.valueOf(packFolder.toAbsolutePath().normalize().getFileName());
        var directive = Pack.read(id, files);
        var kept = stored(directive);
        if (kept.isEmpty()) {
            units.check(directive, today(directive));
        }
        var ref = kept.orElseGet(directive::ref);
        if (ref.equals(directive.ref())) {
            StoreCalls.run(() -> store.store(directive, files, clock.instant()));
            compiled.put(ref.hash(), directive);
        }
        refresh();
        var today = directive(id).filter(now -> now.ref().equals(ref));
        today.ifPresent(now -> scopes.renew(now, tree(now)));
        return ref;
    }

    /** The name of a version that is stored, by whichever program. */
    private Optional<DirectiveRef> stored(Directive version) {
        var versions = refresh().stream().filter(ref -> ref.id().equals(version.ref().id()));
        return versions.filter(ref -> directive(ref).isSameVersion(version)).findFirst();
    }

    /**
     * Stores a draft, with or without errors: it decides nothing and cannot be put in force.
     *
     * @throws PackException with every error, if it cannot even be read
     */
    public DirectiveRef storeDraft(Path packFolder) throws PackException {
        var files = Pack.files(packFolder);
        var ref = Pack.draft(Pack.id(packFolder), files).ref();
        StoreCalls.run(() -> store.storeDraft(ref, files, clock.instant()));
        return ref;
    }

    /** Every draft that is kept, the newest first. */
    public List<DirectiveRef> drafts() {
        return StoreCalls.get(store::drafts);
    }

    /** A draft by its hash. */
    public Optional<ParsedPack> draft(String id, String hash) {
        return drafts().stream()
                .filter(ref -> ref.id().equals(id) && ref.hash().equals(hash))
                .findFirst()
                .map(this::draft);
    }

    private ParsedPack draft(DirectiveRef ref) {
        return drafts.get(ref.hash(), _ -> read(ref));
    }

    private ParsedPack read(DirectiveRef ref) {
        try {
            return Pack.draft(ref.id(), StoreCalls.get(() -> store.draftFiles(ref.hash())));
        } catch (PackException broken) {
            throw new OfficeException(Code.FAULT, "a kept draft cannot be read: " + ref, broken);
        }
    }

    /**
     * Reads an archival text into the register and returns its id: the day of the text and the
     * beginning of its hash, so that the same text has the same id.
     */
    public String importText(String fileName, String text) throws PackException {
        return imported.read(fileName, text, clock.instant());
    }

    /** The record of a directive or of an imported text. */
    public Optional<DirectiveRecord> record(String id) {
        return directive(id).map(Directive::record).or(() -> imported.find(id));
    }

    /** The ids of what {@link #record} knows. */
    public List<String> records() {
        return Stream.concat(refresh().stream().map(DirectiveRef::id).distinct(), imported.ids())
                .toList();
    }

    /** The briefing state of a directive; empty if it was not put in force. */
    public BriefingState briefing(Session session, String directive) {
        var id = new BriefingId(directive);
        return reading.state(session, id.key())
                .map(BriefingState.class::cast)
                .orElseGet(() ->
                        new BriefingState(
                                id,
                                Map.of(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty()));
    }

    /** All clarifications of the issuer under any version, in order; public. */
    public List<RegisterStore.Clarification> clarifications(String id) {
        return StoreCalls.get(() -> store.clarifications(id));
    }
}
