package exeat.desk.audit;

import exeat.casework.state.CaseState;
import exeat.casework.state.State;
import exeat.desk.base.Infrastructure;
import exeat.desk.base.StoreCalls;
import exeat.desk.codec.PayloadSealing;
import exeat.desk.projection.Projections;
import exeat.desk.projection.StreamRows;
import exeat.desk.register.DirectiveRegister;
import exeat.oversight.Measure;
import exeat.rules.Directive;
import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.audit.AuditStore;
import exeat.store.audit.AuditStore.AuditedEvent;
import exeat.store.audit.AuditStore.Stream;
import exeat.store.database.Database;
import exeat.store.key.Vault;
import exeat.store.rows.RebuildStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;

/**
 * Folds every stream again and writes what follows from its events: its state, work lists, who may
 * see it, and the counters of reports. It may run beside an office, whose figures change when all
 * is counted; cut short, it goes on where it was.
 */
public final class Rebuild {

    private static final int PAGE = 200;

    /** A stream that changes at every attempt is one that somebody writes on purpose. */
    private static final int ATTEMPTS = 100;

    private final Database database;
    private final Vault vault;
    private final DirectiveRegister register;
    private final RebuildStore store;

    public static Rebuild of(Infrastructure in, DirectiveRegister register) {
        return new Rebuild(in.database(), in.vault(), register);
    }

    private Rebuild(Database database, Vault vault, DirectiveRegister register) {
        this.database = database;
        this.vault = vault;
        this.register = register;
        this.store = new RebuildStore(database);
    }

    /**
     * What became of it.
     *
     * @param streams how many were written, in this run
     * @param broken why some cannot be: then the figures stay those from before
     */
    public record RebuildResult(long streams, List<IntegrityAudit.Fault> broken) {
        public RebuildResult {
            broken = List.copyOf(broken);
        }
    }

    /** What this program counts. */
    public static List<String> measures() {
        return Arrays.stream(Measure.values()).map(Measure::stored).sorted().toList();
    }

    /** What is counted and should not be, or the other way round. */
    static List<IntegrityAudit.Fault> faults(Set<String> counted) {
        var faults = new ArrayList<IntegrityAudit.Fault>();
        for (var measure : measures()) {
            if (!counted.contains(measure)) {
                faults.add(
                        new IntegrityAudit.Fault(
                                "projection",
                                measure,
                                "it is not counted for the cases that there were before: run exeat"
                                        + " rebuild"));
            }
        }
        counted.stream()
                .filter(measure -> !measures().contains(measure))
                .map(measure ->
                        new IntegrityAudit.Fault(
                                "projection", measure, "nothing that is counted is called so"))
                .forEach(faults::add);
        return faults;
    }

    /**
     * Says at a start what this program counts, where there are no cases yet.
     *
     * @return whether all of it is counted; else the figures of what is not are 0 until {@link
     *     #run}
     */
    public boolean claim() {
        return StoreCalls.get(() -> store.counts(measures()));
    }

    /** Which counters are read, and which are being counted. */
    public RebuildStore.Standing standing() {
        return StoreCalls.get(store::standing);
    }

    /**
     * Writes all of it, or what an earlier run has left.
     *
     * @param progress is told how many streams this run has written
     */
    public RebuildResult run(LongConsumer progress) {
        long after = StoreCalls.get(() -> store.begin(measures())).after();
        var broken = new ArrayList<IntegrityAudit.Fault>();
        long written = 0;
        for (var page = page(after); !page.isEmpty(); page = page(after)) {
            for (var read : page) {
                if (!isRegister(read.stream()) && write(read, broken)) {
                    progress.accept(++written);
                }
            }
            after = page.getLast().stream().id();
            if (broken.isEmpty()) {
                long last = after;
                StoreCalls.run(() -> store.passed(last));
            }
        }
        if (broken.isEmpty()) {
            StoreCalls.run(store::finish);
        }
        return new RebuildResult(written, broken);
    }

    /** From a register follows nothing that is written here. */
    private static boolean isRegister(Stream stream) {
        return stream.kind().equals("register");
    }

    /** A stream with its events, as they were at one moment; of a register without them. */
    private record Read(Stream stream, List<AuditedEvent> events) {}

    private List<Read> page(long after) {
        return StoreCalls.read(() ->
                AuditStore.of(
                        database,
                        rows -> {
                            var read = new ArrayList<Read>();
                            for (var stream : rows.streams(after, PAGE)) {
                                var events =
                                        isRegister(stream)
                                                ? List.<AuditedEvent>of()
                                                : rows.events(stream.id());
                                read.add(new Read(stream, events));
                            }
                            return read;
                        }));
    }

    private Read again(Stream stream) {
        return StoreCalls.read(() ->
                AuditStore.of(
                        database,
                        rows -> {
                            var now = rows.streams(stream.id() - 1, 1).getFirst();
                            return new Read(now, rows.events(now.id()));
                        }));
    }

    /** Whether it was written; what keeps it from that is added to the faults. */
    private boolean write(Read read, List<IntegrityAudit.Fault> broken) {
        var now = read;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            var faults = new ArrayList<IntegrityAudit.Fault>();
            var row = row(now, faults);
            if (row.isEmpty()) {
                broken.addAll(faults);
                return false;
            }
            var ready = row.get();
            if (StoreCalls.get(() -> store.write(ready.rows(), ready.state()))) {
                return true;
            }
            now = again(now.stream());
        }
        broken.add(fault(read.stream(), "it changed whenever it was to be written"));
        return false;
    }

    private static IntegrityAudit.Fault fault(Stream stream, String what) {
        return new IntegrityAudit.Fault("stream", stream.key(), what);
    }

    private record Row(RebuildStore.Rows rows, Bytes state) {}

    /** What a stream's events give; empty where they do not hold together, which is a fault. */
    private Optional<Row> row(Read read, List<IntegrityAudit.Fault> faults) {
        var stream = read.stream();
        var past = new StreamVerifier(stream, read.events(), vault, faults);
        var state = past.state();
        if (state.isEmpty()) {
            return Optional.empty();
        }
        try {
            var key =
                    vault.unwrap(
                            stream.key(), stream.wrapped().orElseThrow(), stream.travellerKeys());
            var directive = directive(register, stream);
            var derived =
                    state.filter(CaseState.class::isInstance)
                            .map(c -> Projections.of((CaseState) c, directive, Optional.empty()));
            var steps =
                    past.steps().stream()
                            .map(step -> new StreamRows.PastEvent(step.event(), step.row().at()))
                            .toList();
            var rows = new StreamRows(state.get(), steps, directive, derived);
            return Optional.of(
                    new Row(
                            rows.rows(stream.id(), stream.version()),
                            sealed(key, stream.version(), state.get(), derived)));
        } catch (OfficeException | NoSuchElementException missing) {
            faults.add(fault(stream, "its directive or its key is missing"));
            return Optional.empty();
        }
    }

    private static Bytes sealed(
            Vault.StreamKey key, long version, State state, Optional<Projections> derived) {
        return state instanceof CaseState c
                ? PayloadSealing.state(key, version, c, derived.orElseThrow().own())
                : PayloadSealing.state(key, version, state);
    }

    /** As the writer has it: a briefing, and reports, go on under the version of today. */
    static Directive directive(DirectiveRegister register, Stream stream) {
        return Set.of("briefing", "report").contains(stream.kind())
                ? register.directive(stream.directive().id()).orElseThrow()
                : register.directive(stream.directive());
    }
}
