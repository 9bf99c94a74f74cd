package exeat.desk;

import exeat.config.Config;
import exeat.config.Known;
import exeat.rules.Function;
import exeat.rules.PackException;
import exeat.store.AuditStore;
import exeat.store.BatchStore;
import exeat.store.ClerkStore;
import exeat.store.Database;
import exeat.store.DoorStore;
import exeat.store.ErasureStore;
import exeat.store.InspectionStore;
import exeat.store.Keys;
import exeat.store.LedgerReads;
import exeat.store.LookStore;
import exeat.store.MasterKeyStore;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.PassStore;
import exeat.store.ReadStore;
import exeat.store.Sequencer;
import exeat.store.StaffStore;
import exeat.store.TurnStore;
import exeat.store.Vault;
import exeat.store.WatchStore;
import exeat.store.WebhookStore;
import exeat.store.tamper.Rehearsal;
import exeat.store.tamper.Tamper;
import exeat.telemetry.Traces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The whole casework, open for business: close it when done. */
public final class Office implements AutoCloseable {

    private static final int WRITERS = 2;

    private final Database database;
    private final Keys keys;
    private final Vault vault;
    private final Writer writer;
    private final Doors doors;
    private final Desk desk;
    private final Cases cases;
    private final Register register;
    private final Staff staff;
    private final Reports reports;
    private final SentReports sentReports;
    private final Issues issues;
    private final Intakes intakes;
    private final CsvIntake csv;
    private final Health health;
    private final Sweep sweep;
    private final Sequencer sequencer;
    private final Ledger ledger;
    private final Impacts impacts;
    private final Watching watching;
    private final Alarms alarms;
    private final ClockWatch watch;
    private final Turns turns;
    private final KeyRing masterKeys;
    private final Looks looks;
    private final Erasures erasures;
    private final Retention retention;
    private final Webhooks webhooks;
    private final Inspections inspections;
    private final Sampling sampling;
    private final Redecisions redecisions;

    private Office(
            Database database, Keys keys, Settings settings, InstantSource clock, Traces traces) {
        var data = settings.data();
        var config = settings.config();
        this.database = database;
        this.keys = keys;
        vault = new Vault(keys);
        masterKeys = new KeyRing(new MasterKeyStore(database, vault));
        var clerk = new ClerkStore(database);
        var readStore = new ReadStore(database);
        var reading = new Reading(readStore, vault, clock);
        looks = new Looks(new LookStore(database, readStore), reading, clock, config);
        var tally = new Tally();
        register = new Register(clerk, reading, new Scopes(clerk), vault, clock);
        var deciding = new Deciding(vault, register);
        var batchStore = new BatchStore(database);
        var batches = new Batches(batchStore, deciding, clock, tally, traces);
        writer = new Writer(batches, tally, WRITERS, config);
        doors =
                new Doors(
                        new DoorStore(database),
                        new StaffStore(database),
                        vault,
                        register,
                        clock,
                        config);
        var erasureStore = new ErasureStore(database);
        erasures = new Erasures(erasureStore, vault, data);
        cases = new Cases(reading, register, looks);
        var watches = new WatchStore(database);
        alarms = new Alarms(reading, cases, register, watches);
        sentReports = new SentReports(reading, register);
        var sources = List.of(alarms, sentReports, new LateIssues(reading), new Unread(register));
        reports = new Reports(reading, clerk, register, sources, clock);
        var ledgerReads = new LedgerReads(database);
        var freezing = new Freezing(reports, ledgerReads);
        desk = new Desk(writer, doors, vault, register, erasures, freezing);
        issues = new Issues(desk, reading, register, cases);
        retention = new Retention(erasureStore, desk, doors, retentionFile(settings), clock);
        staff = new Staff(clerk, new StaffStore(database), register, vault, clock);
        var turn = config.time(Known.TURN);
        var sights = new Sights(cases, reading, new TurnStore(database), clock, turn);
        turns = new Turns(cases, desk, sights, clock, turn);
        var states = new IntakeStates(data.resolve("intake"), vault, clock, config);
        var work = new IntakeWork(states, desk, doors, register, vault, clock);
        intakes = new Intakes(states, work, vault, clock, config);
        csv = new CsvIntake(intakes);
        sequencer = new Sequencer(database, keys, data, clock, traces);
        ledger = new Ledger(ledgerReads, sequencer, cases, reading, data);
        watch =
                new ClockWatch(
                        clock,
                        System::nanoTime,
                        config.time(Known.CLOCK_JUMP),
                        config.time(Known.CLOCK_STANDS));
        var inspected = new InspectionStore(database, readStore);
        inspections = new Inspections(reading, register, inspected, ledgerReads, vault);
        sampling = new Sampling(reading, register, inspections, inspected, ledgerReads, vault);
        redecisions = new Redecisions(reading, inspected, vault, desk, doors, register);
        health = new Health(database, writer, tally, sequencer, watch);
        var passes = new PassStore(database);
        var moves = new Moves(passes, register);
        impacts = new Impacts(passes, batchStore, reading, register, doors);
        var looking = new Watching.When(clock, config.count(Known.WATCH_FROM));
        watching = new Watching(watches, desk, doors, register, vault, looking);
        webhooks = new Webhooks(new WebhookStore(database), register, vault, config, clock);
        var reportWatch = new ReportWatch(batchStore, reading, register, desk);
        sweep = new Sweep(clerk, desk, doors, moves, reportWatch, clock);
    }

    /**
     * Starts or reaches the database, migrates it, makes its roles, loads the keys and the packs
     * that are new.
     *
     * @param clock gives every time that is written, and by which sessions end
     * @throws OfficeException with a code that says what to do
     */
    public static Office open(Settings settings, InstantSource clock) {
        return open(settings, clock, Traces.none());
    }

    /** The same, and what is done in it leaves traces. */
    public static Office open(Settings settings, InstantSource clock, Traces traces) {
        var keys = Keys.in(settings.data());
        var database =
                settings.jdbcUrl().isPresent()
                        ? Database.outside(
                                settings.jdbcUrl().get(),
                                settings.user().orElse(""),
                                settings.password().orElse(""),
                                keys,
                                settings.config())
                        : Database.embedded(settings.data(), keys, settings.config());
        var office = opened(database, keys, settings, clock, traces);
        office.sequencer.start();
        office.eraseAgain();
        return office;
    }

    /**
     * For a command beside a server: as {@link #open}, but where another process runs the embedded
     * database of this data folder, goes there and leaves it running.
     */
    public static Office visit(Settings settings, InstantSource clock) {
        if (settings.jdbcUrl().isEmpty()) {
            var keys = Keys.in(settings.data());
            var running = Database.running(keys, settings.config());
            if (running.isPresent()) {
                return opened(running.get(), keys, settings, clock, Traces.none());
            }
        }
        return open(settings, clock);
    }

    private static Path retentionFile(Settings settings) {
        return settings.config()
                .given(Known.RETENTION)
                .map(Path::of)
                .orElse(settings.data().resolve("retention"));
    }

    private static Office opened(
            Database database, Keys keys, Settings settings, InstantSource clock, Traces traces) {
        try {
            var office = new Office(database, keys, settings, clock, traces);
            try {
                for (var pack : packs(settings.directives())) {
                    office.register.load(pack);
                }
                office.checkSecondFactor(settings.config());
                return office;
            } catch (PackException broken) {
                office.closeWriting();
                throw new OfficeException(
                        Code.BAD_INPUT, "a pack cannot be read: " + broken.getMessage(), broken);
            } catch (RuntimeException failed) {
                office.closeWriting();
                throw failed;
            }
        } catch (RuntimeException failed) {
            database.close();
            throw failed;
        }
    }

    /**
     * A function that no directive declares would leave a door open that somebody meant to shut.
     */
    private void checkSecondFactor(Config config) {
        var asked = new TreeSet<>(config.several(Known.SECOND_FACTOR));
        asked.removeAll(List.of("lawyer", "auditor"));
        if (asked.isEmpty()) {
            return;
        }
        var known = register.functions().stream().map(Function::slug).toList();
        known.forEach(asked::remove);
        if (!asked.isEmpty()) {
            throw new OfficeException(
                    Code.BAD_INPUT,
                    "%s: no directive declares the function %s; take it out, or write one of %s"
                            .formatted(
                                    Known.SECOND_FACTOR.key(),
                                    String.join(", ", asked),
                                    String.join(", ", known)));
        }
    }

    private static List<Path> packs(Path directives) {
        try (var folders = Files.list(directives)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("record.yaml")))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new OfficeException(Code.BAD_INPUT, "cannot read " + directives, broken);
        }
    }

    private void closeWriting() {
        writer.close();
        looks.close();
    }

    public Desk desk() {
        return desk;
    }

    public Doors doors() {
        return doors;
    }

    /** Whose turn it is. */
    public Turns turns() {
        return turns;
    }

    public Cases cases() {
        return cases;
    }

    public Register register() {
        return register;
    }

    public Staff staff() {
        return staff;
    }

    public Reports reports() {
        return reports;
    }

    /** What is unclear or wrong in a paragraph, and what the issuer says to it. */
    public Issues issues() {
        return issues;
    }

    /** What units reported, and what they still have to. */
    public SentReports sentReports() {
        return sentReports;
    }

    public Impacts impacts() {
        return impacts;
    }

    public CsvIntake csv() {
        return csv;
    }

    public Intakes intakes() {
        return intakes;
    }

    /** Who opened which file. */
    public Looks looks() {
        return looks;
    }

    /** What was erased. */
    public Erasures erasures() {
        return erasures;
    }

    /** For how long files are kept. */
    public Retention retention() {
        return retention;
    }

    /** Erases again what came back with an older copy of the database; says in how many cases. */
    public int eraseAgain() {
        int cases = erasures.again(desk, doors);
        erasures.keep();
        erasures.issues(desk, doors);
        return cases;
    }

    /** What auditors read. */
    public Inspections inspections() {
        return inspections;
    }

    /** What auditors draw. */
    public Sampling sampling() {
        return sampling;
    }

    /** What is decided again, blindly. */
    public Redecisions redecisions() {
        return redecisions;
    }

    /** The keys under which all other keys lie. */
    public KeyRing masterKeys() {
        return masterKeys;
    }

    public Health health() {
        return health;
    }

    public Ledger ledger() {
        return ledger;
    }

    /**
     * Holds every row of the database to its events, and these to the signed log.
     *
     * @return what does not fit; nothing when all does
     */
    public List<Audit.Fault> audit() {
        return Calls.read(() -> {
            var signed = signed();
            return AuditStore.of(database, store -> Audit.of(store, register, vault, signed));
        });
    }

    /**
     * What was signed so far. It is read before the database is looked at: what is kept outside is
     * in the database already, and a log that goes on meanwhile is longer and no fault.
     */
    private Audit.Signed signed() throws IOException {
        return new Audit.Signed(sequencer.verifierKey(), sequencer.keptOutside());
    }

    /**
     * What an audit finds after each of these was done to the embedded database, which is left as
     * it was.
     */
    public List<Tried> rehearse(List<Tamper> tampers) {
        var tried = new ArrayList<Tried>();
        for (var tamper : tampers) {
            tried.add(
                    Calls.read(() -> {
                        var signed = signed();
                        return Rehearsal.of(
                                database,
                                keys,
                                tamper,
                                (store, place) ->
                                        new Tried(
                                                tamper,
                                                place,
                                                Audit.of(store, register, vault, signed)));
                    }));
        }
        return tried;
    }

    /**
     * What came of one attempt.
     *
     * @param place where it was done
     */
    public record Tried(Tamper tamper, String place, List<Audit.Fault> faults) {

        /** The fault that names the table and the place, if there is one. */
        public Optional<Audit.Fault> found() {
            return faults.stream()
                    .filter(fault ->
                            fault.table().equals(tamper.table())
                                    && (fault.where() + " " + fault.what()).contains(place))
                    .findFirst();
        }
    }

    /** Does what time has made due, and says in how many cases something happened. */
    public int passTime() {
        intakes.sweep();
        redecisions.raise();
        return sweep.passTime() + retention.passDaily() + erasures.issues(desk, doors);
    }

    /** The same once a minute: does nothing while the clock has jumped, see {@link Health}. */
    public int passMinute() {
        return watch.look() ? passTime() : 0;
    }

    /** Other systems that are told what happens. */
    public Webhooks webhooks() {
        return webhooks;
    }

    public Alarms alarms() {
        return alarms;
    }

    /**
     * Lets the watchers look, once a day whoever asks, and lets unanswered alarms rise.
     *
     * @return how many alarms are new
     */
    public int watch() {
        return watching.look();
    }

    /** Finishes what waits, then stops what was started. */
    @Override
    public void close() {
        intakes.close();
        webhooks.close();
        closeWriting();
        sequencer.close();
        database.close();
    }
}
