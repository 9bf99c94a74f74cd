package exeat.desk.audit;

import exeat.casework.event.ReportEvent;
import exeat.casework.value.StreamId;
import exeat.desk.codec.JsonCodec;
import exeat.desk.operator.Operators;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.report.ReportSnapshots;
import exeat.ledger.verify.LogCheck;
import exeat.ledger.verify.VerifierKey;
import exeat.rules.Pack;
import exeat.rules.authority.Authority;
import exeat.rules.source.PackException;
import exeat.store.OfficeException;
import exeat.store.StoredFunction;
import exeat.store.audit.AuditStore;
import exeat.store.audit.AuditStore.Line;
import exeat.store.audit.Catalogue;
import exeat.store.key.Vault;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks the whole database against its own events, and the events against the signed log. It
 * recomputes everything and names each row that does not match.
 *
 * <p>It cannot check sessions and secrets, which are not events; changes after the newest
 * checkpoint; and a log rewritten with the signing key, unless a checkpoint was kept elsewhere.
 */
public final class IntegrityAudit {

    private static final int PAGE = 500;
    private static final String LOOKED = "looked";

    /**
     * Tables of whose rows only the place is reported, because they are long or reveal too much.
     */
    private static final Set<String> LONG =
            Set.of(
                    "account",
                    "account_log",
                    "scope",
                    "second_factor",
                    "recovery_code",
                    "imported_record",
                    "directive_tenure");

    private static final String AUDITS = "register/audits";

    private final AuditStore store;
    private final DirectiveRegister register;
    private final Vault vault;
    private final List<Fault> faults = new ArrayList<>();

    // The rows that all streams give together.
    private final Map<String, Long> cells = new HashMap<>();
    private final Set<Line> units = new TreeSet<>(ORDER);
    private final Set<Line> officers = new TreeSet<>(ORDER);
    private final Set<Line> tenures = new TreeSet<>(ORDER);
    private final Set<Line> signatures = new TreeSet<>(ORDER);
    private final ExpectedMandates mandates = new ExpectedMandates();
    private Optional<LocalDate> foldedBefore = Optional.empty();
    private ReportVerifier refigured;

    private static final Comparator<Line> ORDER =
            Comparator.comparing(Line::where).thenComparing(Line::text);

    /**
     * A fault: something that does not match.
     *
     * @param table the table, or {@code ledger} for the log as a whole
     * @param where its place: a step as {@code case/...#3}, an entry by its number, an id
     * @param what what is wrong, as a clause of a sentence
     */
    public record Fault(String table, String where, String what) {
        @Override
        public String toString() {
            return table + ", " + where + ": " + what;
        }
    }

    /**
     * The signed part of an audit.
     *
     * @param key the log's published key
     * @param outside the newest checkpoint that is kept outside the database
     */
    record Signed(String key, Optional<String> outside) {}

    private IntegrityAudit(AuditStore store, DirectiveRegister register, Vault vault) {
        this.store = store;
        this.register = register;
        this.vault = vault;
        this.refigured = new ReportVerifier(List.of(), register);
    }

    /** All faults; empty if there are none. */
    static List<Fault> of(AuditStore store, DirectiveRegister register, Vault vault, Signed signed)
            throws SQLException, IOException {
        var audit = new IntegrityAudit(store, register, vault);
        audit.streams();
        audit.together();
        audit.operators(signed.key());
        audit.reports();
        audit.directives();
        audit.drafts();
        audit.log(signed);
        return audit.faults.stream()
                .distinct()
                .sorted(
                        Comparator.comparing(Fault::table)
                                .thenComparing(Fault::where)
                                .thenComparing(Fault::what))
                .toList();
    }

    private void fault(String table, String where, String what) {
        faults.add(new Fault(table, where, what));
    }

    /** The reports of units, to be checked against their cases at that time. */
    private List<ReportVerifier.Filed> filed() throws SQLException {
        var filed = new ArrayList<ReportVerifier.Filed>();
        for (var stream : store.reports()) {
            // Its own faults are found when it is checked itself.
            var past =
                    new StreamVerifier(stream, store.events(stream.id()), vault, new ArrayList<>());
            past.state();
            for (var step : past.steps()) {
                if (step.event() instanceof ReportEvent.ReportSent sent) {
                    filed.add(
                            new ReportVerifier.Filed(
                                    stream.key() + "#" + step.row().sequence(),
                                    StreamId.ReportId.of(stream.key()),
                                    step.row().at(),
                                    step.place(),
                                    sent));
                }
            }
        }
        return filed;
    }

    private void refigure(StreamVerifier past) {
        if (past.steps().isEmpty()) {
            refigured.broken();
            return;
        }
        try {
            refigured.take(
                    past.first(),
                    past.steps().stream()
                            .map(step -> new ReportVerifier.Step(step.place(), step.after()))
                            .toList());
        } catch (OfficeException missing) {
            // A directive is missing, which is reported for its stream.
            refigured.broken();
        }
    }

    private void reports() throws SQLException {
        var heads = new HashMap<Long, String>();
        for (var note : store.checkpoints()) {
            ReportSnapshots.head(note).ifPresent(head -> heads.put(head.size(), head.root()));
        }
        faults.addAll(refigured.faults(heads));
    }

    private void streams() throws SQLException {
        refigured = new ReportVerifier(filed(), register);
        foldedBefore = store.foldedBefore();
        for (long after = 0; ; ) {
            var streams = store.streams(after, PAGE);
            if (streams.isEmpty()) {
                return;
            }
            for (var stream : streams) {
                var past = new StreamVerifier(stream, store.events(stream.id()), vault, faults);
                if (stream.kind().equals("register")) {
                    for (var change : past.register()) {
                        register(stream, change);
                    }
                } else {
                    compare(stream, past);
                }
            }
            after = streams.getLast().id();
        }
    }

    /**
     * A batch of access log entries must be in its table as its event says; all other events are
     * mandates.
     */
    private void register(AuditStore.Stream stream, ExpectedMandates.Change change)
            throws SQLException {
        if (stream.key().equals(AUDITS)) {
            audited(stream, change);
        } else if (!change.type().equals(LOOKED)) {
            mandates.take(change);
        } else if (!store.looks(change.sequence()).equals(change.payload().text())) {
            fault(
                    "look",
                    stream.key() + "#" + change.sequence(),
                    "the recorded accesses differ from those in the log");
        }
    }

    /** What an auditor did must be in its table as its event says. */
    private void audited(AuditStore.Stream stream, ExpectedMandates.Change change)
            throws SQLException {
        if (!store.audited(change.sequence()).equals(change.payload().text())) {
            fault(
                    auditTable(change.type()),
                    stream.key() + "#" + change.sequence(),
                    "it differs from what the log says");
        }
    }

    private static String auditTable(String type) {
        return switch (type) {
            case "case-revealed" -> "audit_reveal";
            case "sample-committed" -> "sample";
            case "sample-drawn" -> "sample_draw";
            default -> "redecision";
        };
    }

    /** A stream's directive; a briefing goes on under the newest version of its own. */
    private exeat.rules.Directive directive(AuditStore.Stream stream) {
        return Set.of("briefing", "report").contains(stream.kind())
                ? register.directive(stream.directive().id()).orElseThrow()
                : register.directive(stream.directive());
    }

    private void compare(AuditStore.Stream stream, StreamVerifier past) throws SQLException {
        var state = past.state();
        refigure(past);
        if (state.isEmpty()) {
            return;
        }
        ExpectedRows must;
        try {
            must = new ExpectedRows(state.get(), past, directive(stream));
        } catch (OfficeException | NoSuchElementException missing) {
            fault("stream", stream.key(), "its directive is missing");
            return;
        }
        var columns = must.row();
        ExpectedRows.row(stream).stream()
                .filter(column -> !columns.contains(column))
                .forEach(column ->
                        fault(
                                "stream",
                                stream.key(),
                                column.where() + " differs from what its events give"));
        same(must.rows(), store.derived(stream.id()), stream.key() + ", ");
        must.cells(foldedBefore).forEach((cell, n) -> cells.merge(cell, n, Long::sum));
        units.addAll(must.briefedUnits());
        officers.addAll(must.briefedOfficers());
        tenures.addAll(must.tenures());
        signatures.addAll(must.signatures());
    }

    /** Rows of derived tables; each line's place is its table. */
    private void same(List<Line> must, List<Line> there, String prefix) {
        there.stream()
                .filter(line -> !must.contains(line))
                .forEach(line ->
                        fault(line.where(), prefix + line.text(), "no event accounts for it"));
        must.stream()
                .filter(line -> !there.contains(line))
                .forEach(line -> fault(line.where(), prefix + line.text(), "it is missing"));
    }

    private void together() throws SQLException {
        cells.values().removeIf(n -> n == 0);
        var counted =
                cells.entrySet().stream()
                        .map(cell -> new Line(cell.getKey(), Long.toString(cell.getValue())))
                        .toList();
        whole("report_cell", counted, store.cells());
        whole("briefed_unit", List.copyOf(units), store.briefedUnits());
        whole("briefed_officer", List.copyOf(officers), store.briefedOfficers());
        whole("directive_tenure", List.copyOf(tenures), storedTenures());
        whole("directive_signature", List.copyOf(signatures), store.signatures());
        var accounts = store.accounts();
        whole("account", mandates.accounts(), accounts.all());
        whole("scope", mandates.scopes(), accounts.scopes());
        whole("account_log", mandates.log(), accounts.log());
        whole("second_factor", mandates.factors(), accounts.factors());
        whole("recovery_code", mandates.codes(), accounts.codes());
        whole("settings_in_force", mandates.settings(), accounts.settings());
        whole("operator", mandates.operators(), accounts.operators());
        whole("operator_act", mandates.acts(), accounts.acts());
        whole("imported_record", mandates.records(), accounts.records());
        whole("catalogue", Catalogue.expected(), store.catalogue());
        for (var line : store.broken()) {
            var table = line.where().substring(0, line.where().indexOf(' '));
            fault(table, line.where().substring(table.length() + 1), line.text());
        }
    }

    /** What operators did is signed with their keys, for this log. */
    private void operators(String log) throws SQLException {
        var accounts = store.accounts();
        for (var act : Operators.unsigned(log, accounts.operatorRows(), accounts.actRows())) {
            fault(
                    "operator_act",
                    Long.toString(act.place()),
                    "it is not signed with the key of " + act.operator());
        }
    }

    /** As the program reads them: their JSON may be written otherwise and mean the same. */
    private List<Line> storedTenures() throws SQLException {
        return store.tenures().stream()
                .map(line -> new Line(line.where(), JsonCodec.tenure(line.text()).toString()))
                .toList();
    }

    private void whole(String table, List<Line> must, List<Line> there) {
        // As often as it must be: a row that is there twice is one too many.
        var should = counted(must);
        var is = counted(there);
        is.forEach((line, times) -> {
            if (times > should.getOrDefault(line, 0L)) {
                fault(
                        table,
                        line.where(),
                        shown(table, line) + "is not accounted for by any event");
            }
        });
        should.forEach((line, times) -> {
            if (times > is.getOrDefault(line, 0L)) {
                fault(table, line.where(), shown(table, line) + "is missing");
            }
        });
    }

    private static Map<Line, Long> counted(List<Line> lines) {
        return lines.stream()
                .collect(
                        Collectors.groupingBy(
                                line -> line, LinkedHashMap::new, Collectors.counting()));
    }

    private static String shown(String table, Line line) {
        return LONG.contains(table) ? "the row " : line.text() + " ";
    }

    private void directives() throws SQLException {
        var stored =
                store.authorities().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Line::where,
                                        Collectors.mapping(Line::text, Collectors.toSet())));
        for (var line : store.directives()) {
            var id = line.text().substring(0, line.text().indexOf(' '));
            var files = line.text().substring(id.length() + 1);
            try {
                var pack = Pack.read(id, store.files(line.where()));
                // What an earlier program stored is named by its files.
                boolean isNamed = Set.of(pack.ref().hash(), files).contains(line.where());
                if (!pack.filesHash().equals(files) || !isNamed) {
                    fault("directive_file", id, "its files do not match its hash");
                    continue;
                }
                var must =
                        pack.authorities().all().stream()
                                .map(IntegrityAudit::unit)
                                .collect(Collectors.toSet());
                var there = stored.getOrDefault(line.where(), Set.of());
                there.stream()
                        .filter(unit -> !must.contains(unit))
                        .forEach(unit -> fault("authority", id, unit + " is not in it"));
                must.stream()
                        .filter(unit -> !there.contains(unit))
                        .forEach(unit -> fault("authority", id, unit + " is missing"));
            } catch (PackException unreadable) {
                fault("directive_file", id, "its files are not a readable pack");
            }
        }
    }

    private void drafts() throws SQLException {
        for (var line : store.drafts()) {
            try {
                var draft = Pack.parse(line.text(), store.draftFiles(line.where()));
                if (!draft.filesHash().equals(line.where())) {
                    fault("draft_file", line.text(), "its files do not match its hash");
                }
            } catch (PackException unreadable) {
                fault("draft_file", line.text(), "its files are not a readable pack");
            }
        }
    }

    private static String unit(Authority unit) {
        return String.join(
                " ",
                unit.id().text(),
                unit.parent().map(parent -> parent.text()).orElse("-"),
                StoredFunction.of(unit.function()),
                unit.place().text(),
                unit.borderPost() ? "t" : "f");
    }

    private void log(Signed signed) throws SQLException, IOException {
        var key = VerifierKey.parse(signed.key()).orElseThrow();
        if (!store.verifier().equals(Optional.of(signed.key()))) {
            fault("ledger_key", "the only row", "it is not the key of this office");
        }
        var earlier = new ArrayList<>(store.checkpoints());
        signed.outside().ifPresent(earlier::add);
        LogCheck.check(key, store.files(), earlier)
                .wrong()
                .forEach(sentence -> fault("ledger", "the log", sentence));
    }
}
