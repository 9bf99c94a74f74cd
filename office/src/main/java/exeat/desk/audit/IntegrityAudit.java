package exeat.desk.audit;

import exeat.casework.event.ReportEvent;
import exeat.casework.state.CaseState;
import exeat.casework.value.StreamId;
import exeat.desk.codec.JsonCodec;
import exeat.desk.operator.OperatorHistory;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.report.ReportSnapshots;
import exeat.desk.write.ErasureLog;
import exeat.ledger.verify.LogCheck;
import exeat.rules.document.DirectiveRef;
import exeat.store.OfficeException;
import exeat.store.audit.AuditStore;
import exeat.store.audit.AuditStore.Line;
import exeat.store.audit.Catalogue;
import exeat.store.audit.SchemaHistory;
import exeat.store.key.Vault;
import exeat.store.ledger.LogKeys;
import exeat.store.rows.OperatorStore;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

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
                    "account_proposal",
                    "mandate",
                    "scope",
                    "second_factor",
                    "recovery_code",
                    "imported_record",
                    "directive_tenure");

    private static final String AUDITS = "register/audits";
    private static final String LOOKS = "register/looks";
    private static final String ERASURES = "register/erasures";
    private static final String CLAIMS = "register/claims";

    /** All that there are. */
    private static final Set<String> REGISTERS =
            Set.of("register/mandates", LOOKS, AUDITS, ERASURES, CLAIMS, UnitVerifier.STREAM);

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
    private final ErasureVerifier erasures = new ErasureVerifier();
    private final UnitVerifier registered = new UnitVerifier();
    private Optional<LocalDate> foldedBefore = Optional.empty();
    private Set<String> measures = Set.of();
    private ReportVerifier refigured;
    private final SearchVerifier searched;

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
     * @param keys the published keys of the log
     * @param outside the newest checkpoint that is kept outside the database
     * @param erased the erasures that the log proves outside the database
     */
    record Signed(LogKeys keys, Optional<String> outside, List<ErasureLog.Erased> erased) {}

    private IntegrityAudit(AuditStore store, DirectiveRegister register, Vault vault) {
        this.store = store;
        this.register = register;
        this.vault = vault;
        this.refigured = new ReportVerifier(List.of(), register);
        this.searched = new SearchVerifier(store, vault, faults);
    }

    /** All faults; empty if there are none. */
    static List<Fault> of(AuditStore store, DirectiveRegister register, Vault vault, Signed signed)
            throws SQLException, IOException {
        var audit = new IntegrityAudit(store, register, vault);
        audit.streams();
        audit.together();
        audit.operators(signed);
        audit.reports();
        new DirectiveVerifier(store, audit.faults).check();
        audit.log(signed);
        for (var lost : store.indexes()) {
            audit.fault(lost.table(), lost.what().where(), lost.what().text());
        }
        return audit.faults.stream()
                .distinct()
                .sorted(
                        Comparator.comparing(Fault::table)
                                .thenComparing(Fault::where)
                                .thenComparing(Fault::what))
                .toList();
    }

    private void fault(String table, String where, String what) {
        faults.add(new Fault(table, Fields.shown(where), Fields.shown(what)));
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
        measures = store.measures();
        faults.addAll(Rebuild.faults(measures));
        for (long after = 0; ; ) {
            var streams = store.streams(after, PAGE);
            if (streams.isEmpty()) {
                return;
            }
            for (var stream : streams) {
                var past = new StreamVerifier(stream, store.events(stream.id()), vault, faults);
                if (!stream.key().startsWith(stream.kind() + "/")) {
                    fault("stream", stream.key(), "it is of another kind than its name says");
                }
                if (stream.kind().equals("register")) {
                    bare(stream);
                    for (var change : past.register()) {
                        register(stream, change);
                    }
                } else {
                    erasures.take(stream, past.erasures(), past.rows());
                    compare(stream, past);
                }
            }
            after = streams.getLast().id();
        }
    }

    /** A register is one of those that there are, and has nothing that cases have. */
    private void bare(AuditStore.Stream stream) throws SQLException {
        if (!REGISTERS.contains(stream.key())) {
            fault("stream", stream.key(), "there is no such register");
        }
        boolean isBare =
                stream.holder().isEmpty()
                        && stream.number().isEmpty()
                        && stream.due().isEmpty()
                        && stream.state().length() == 0
                        && stream.directive().equals(new DirectiveRef("", "", ""));
        if (!isBare) {
            fault("stream", stream.key(), "a register has neither holder nor state");
        }
        same(List.of(), store.derived(stream.id()), stream.key() + ", ");
    }

    /**
     * A batch of access log entries must be in its table as its event says; all other events are
     * mandates.
     */
    private void register(AuditStore.Stream stream, ExpectedMandates.Change change)
            throws SQLException {
        if (stream.key().equals(AUDITS)) {
            audited(stream, change);
        } else if (stream.key().equals(ERASURES)) {
            erasures.told(change);
        } else if (stream.key().equals(UnitVerifier.STREAM)) {
            registered.take(change);
        } else if (stream.key().equals(LOOKS) != change.type().equals(LOOKED)
                || (!change.type().equals(LOOKED) && !mandates.take(change))) {
            fault(
                    "event",
                    stream.key() + "#" + change.sequence(),
                    "it does not belong in this register");
        } else if (!change.type().equals(LOOKED)) {
            return;
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

    private void compare(AuditStore.Stream stream, StreamVerifier past) throws SQLException {
        var state = past.state();
        refigure(past);
        if (state.isEmpty()) {
            return;
        }
        ExpectedRows must;
        try {
            must = new ExpectedRows(state.get(), past, Rebuild.directive(register, stream));
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
        same(must.rows(), must.held(store.derived(stream.id())), stream.key() + ", ");
        if (state.get() instanceof CaseState it) {
            searched.check(stream, it);
        }
        must.cells(foldedBefore, measures).forEach((cell, n) -> cells.merge(cell, n, Long::sum));
        units.addAll(must.briefedUnits());
        officers.addAll(must.briefedOfficers());
        tenures.addAll(must.tenures());
        signatures.addAll(must.signatures());
    }

    /** Rows of derived tables; each line's place is its table. */
    private void same(List<Line> must, List<Line> there, String prefix) {
        var should = Fields.counted(must);
        var is = Fields.counted(there);
        is.forEach((line, times) -> {
            if (times > should.getOrDefault(line, 0L)) {
                fault(line.where(), prefix + line.text(), "no event accounts for it");
            }
        });
        should.forEach((line, times) -> {
            if (times > is.getOrDefault(line, 0L)) {
                fault(line.where(), prefix + line.text(), "it is missing");
            }
        });
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
        whole("mandate", mandates.mandates(), accounts.mandates());
        whole("scope", mandates.scopes(), accounts.scopes());
        whole("account_log", mandates.log(), accounts.log());
        whole("account_proposal", mandates.proposals(), accounts.proposals());
        whole("second_factor", mandates.factors(), accounts.factors());
        whole("recovery_code", mandates.codes(), accounts.codes());
        whole("settings_in_force", mandates.settings(), accounts.settings());
        whole("operator", mandates.operators(), accounts.operators());
        whole("operator_act", mandates.acts(), accounts.acts());
        whole("imported_record", mandates.records(), accounts.records());
        whole("claim_at_nothing", mandates.claims(), accounts.claims());
        whole("unit", registered.founded(), accounts.units());
        whole("unit_change", registered.changes(), accounts.unitChanges());
        faults.addAll(registered.faults(accounts.agreedUnitChanges()));
        whole("webhook_change", mandates.hooks().rows(), accounts.webhookChanges());
        faults.addAll(mandates.hooks().faults(accounts.agreedWebhookChanges()));
        accounts.strayWebhooks().forEach(id -> fault("webhook", id, "no two people made it so"));
        whole("catalogue", Catalogue.expected(), store.catalogue());
        whole("flyway_schema_history", SchemaHistory.expected(), store.history());
        for (var line : store.broken()) {
            var table = line.where().substring(0, line.where().indexOf(' '));
            fault(table, line.where().substring(table.length() + 1), line.text());
        }
    }

    /**
     * Operators follow from what they signed, in the order of the log, and not from their rows; so
     * do accounts from what operators did, and erasures by rule.
     */
    private void operators(Signed signed) throws SQLException {
        var accounts = store.accounts();
        var history = OperatorHistory.of(signed.keys().first(), accounts.operatorLog());
        for (var refuted : history.refuted()) {
            fault("operator_act", Long.toString(refuted.act().place()), refuted.why());
        }
        whole(
                "operator",
                history.operators().stream().map(IntegrityAudit::operator).toList(),
                accounts.operatorRows().stream().map(IntegrityAudit::operator).toList());
        faults.addAll(mandates.changes().faults(history, accounts, register));
        faults.addAll(erasures.faults(history, signed.erased(), mandates.everySetting()));
    }

    private static Line operator(OperatorStore.Row row) {
        return new Line(
                row.id(),
                Fields.of(
                        row.key().hex(),
                        row.added().toString(),
                        row.addedBy().orElse(Fields.NONE),
                        row.ended().map(Object::toString).orElse(Fields.NONE)));
    }

    /** As the program reads them: their JSON may be written otherwise and mean the same. */
    private List<Line> storedTenures() throws SQLException {
        return store.tenures().stream()
                .map(line -> new Line(line.where(), JsonCodec.tenure(line.text()).toString()))
                .toList();
    }

    private void whole(String table, List<Line> must, List<Line> there) {
        // As often as it must be: a row that is there twice is one too many.
        var should = Fields.counted(must);
        var is = Fields.counted(there);
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

    private static String shown(String table, Line line) {
        return LONG.contains(table) ? "the row " : line.text() + " ";
    }

    private void log(Signed signed) throws SQLException, IOException {
        var key = signed.keys().verifier();
        if (!store.verifier().equals(Optional.of(signed.keys().first()))) {
            fault("ledger_key", "the only row", "it is not the key of this office");
        }
        var earlier = new ArrayList<>(store.checkpoints());
        signed.outside().ifPresent(earlier::add);
        LogCheck.check(key, store.files(), earlier)
                .wrong()
                .forEach(sentence -> fault("ledger", "the log", sentence));
    }
}
