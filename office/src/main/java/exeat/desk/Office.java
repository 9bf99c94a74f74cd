package exeat.desk;

import exeat.desk.audit.AuditRunner;
import exeat.desk.audit.IntegrityAudit;
import exeat.desk.auth.Administration;
import exeat.desk.auth.AskedFactors;
import exeat.desk.auth.Authentication;
import exeat.desk.auth.OfficerAccounts;
import exeat.desk.auth.TypedText;
import exeat.desk.auth.UnitAdministration;
import exeat.desk.base.Infrastructure;
import exeat.desk.cases.AccessLog;
import exeat.desk.cases.CaseReader;
import exeat.desk.cases.PublicLedger;
import exeat.desk.clock.AnomalyJob;
import exeat.desk.clock.ClockJumpDetector;
import exeat.desk.clock.DueWork;
import exeat.desk.clock.Retention;
import exeat.desk.inspect.AuditSampling;
import exeat.desk.inspect.Inspections;
import exeat.desk.inspect.Redecisions;
import exeat.desk.intake.CsvIntake;
import exeat.desk.intake.FileIntakes;
import exeat.desk.limit.Budgets;
import exeat.desk.limit.CounterCodes;
import exeat.desk.limit.DiskQuota;
import exeat.desk.notice.Notices;
import exeat.desk.operator.LogKeyChange;
import exeat.desk.operator.Operators;
import exeat.desk.papers.RevokedPapers;
import exeat.desk.protection.ClaimDoor;
import exeat.desk.queue.QueueReader;
import exeat.desk.queue.WorkQueue;
import exeat.desk.register.DirectiveRegister;
import exeat.desk.register.SessionReader;
import exeat.desk.report.Alarms;
import exeat.desk.report.ImpactAnalysis;
import exeat.desk.report.Issues;
import exeat.desk.report.ReportSnapshots;
import exeat.desk.report.SentReports;
import exeat.desk.report.SituationReports;
import exeat.desk.search.PersonSearch;
import exeat.desk.search.SearchIndex;
import exeat.desk.webhook.Webhooks;
import exeat.desk.write.Desk;
import exeat.desk.write.ErasureLog;
import exeat.desk.write.Writer;
import exeat.desk.write.WriterMetrics;
import exeat.rules.source.PackException;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import exeat.store.key.Vault;
import exeat.store.ledger.Sequencer;
import exeat.telemetry.TraceSpans;
import java.time.InstantSource;
import java.util.List;

/** The whole office, open: close it when done. */
public final class Office implements AutoCloseable {

    private final Database database;
    private final Writer writer;
    private final Authentication doors;
    private final TypedText typed;
    private final Budgets budgets;
    private final DiskQuota disk;
    private final CounterCodes counterCodes;
    private final Desk desk;
    private final ClaimDoor claims;
    private final CaseReader cases;
    private final QueueReader queues;
    private final PersonSearch search;
    private final DirectiveRegister register;
    private final OfficerAccounts staff;
    private final Administration administration;
    private final UnitAdministration unitAdministration;
    private final SituationReports reports;
    private final SentReports sentReports;
    private final Issues issues;
    private final FileIntakes intakes;
    private final CsvIntake csv;
    private final Health health;
    private final DueWork sweep;
    private final Sequencer sequencer;
    private final PublicLedger ledger;
    private final ImpactAnalysis impacts;
    private final AnomalyJob watching;
    private final Alarms alarms;
    private final ClockJumpDetector watch;
    private final WorkQueue turns;
    private final MasterKeyRotation masterKeys;
    private final AccessLog looks;
    private final ErasureLog erasures;
    private final Operators operators;
    private final Retention retention;
    private final Webhooks webhooks;
    private final Notices notices;
    private final Inspections inspections;
    private final AuditSampling sampling;
    private final Redecisions redecisions;
    private final AuditRunner audits;
    private final RevokedPapers revokedPapers;

    private Office(
            Database database,
            Keys keys,
            OfficeSettings settings,
            InstantSource clock,
            TraceSpans traces) {
        this.database = database;
        var vault = new Vault(keys);
        var in =
                new Infrastructure(
                        database,
                        vault,
                        settings.data(),
                        settings.config(),
                        settings.passwordCost(),
                        clock);
        var reading = SessionReader.of(in);
        register = DirectiveRegister.of(in, reading);
        doors = Authentication.of(in, register);
        typed = TypedText.of(in);
        budgets = new Budgets(settings.config());
        disk = new DiskQuota(budgets, settings.config(), settings.data());
        counterCodes = new CounterCodes(vault, clock);
        staff = OfficerAccounts.of(in, register);
        administration = Administration.of(in, staff, register);
        looks = AccessLog.of(in, reading, register);
        cases = new CaseReader(reading, register, looks);
        queues = new QueueReader(reading, cases, typed, clock);
        var index = SearchIndex.of(in, doors);
        search = PersonSearch.of(in, index, reading, register, cases, queues.names());
        masterKeys = MasterKeyRotation.of(in, index);
        alarms = Alarms.of(in, reading, cases);
        sentReports = new SentReports(reading, register);
        reports = SituationReports.of(in, reading, register, alarms, sentReports);
        var tally = new WriterMetrics();
        writer = Writer.of(in, register, tally, traces);
        var signer = LogKeyChange.signer(in, keys);
        sequencer = new Sequencer(database, signer, settings.data(), clock, traces);
        erasures = ErasureLog.of(in, sequencer.keys());
        var freezing = ReportSnapshots.of(in, reports);
        desk = new Desk(writer, doors, vault, register, erasures, freezing::figures);
        claims = ClaimDoor.of(in, doors, desk, tally, ClaimDoor.TIME);
        turns = WorkQueue.of(in, queues, reading, desk);
        issues = new Issues(desk, reading, register, cases, vault);
        impacts = ImpactAnalysis.of(in, reading, register, doors);
        intakes = FileIntakes.of(in, desk, doors, register);
        csv = new CsvIntake(intakes);
        ledger = PublicLedger.of(in, sequencer, cases, reading);
        inspections = Inspections.of(in, reading, register);
        sampling = AuditSampling.of(in, reading, register, inspections);
        redecisions = Redecisions.of(in, reading, register, desk, doors);
        webhooks = Webhooks.of(in, register);
        notices = Notices.of(in);
        operators = new Operators(in, sequencer.keys().first());
        retention = Retention.of(in, desk, doors, operators);
        watch = ClockJumpDetector.of(in);
        watching = AnomalyJob.of(in, register, desk, doors, claims.surge());
        sweep = DueWork.of(in, reading, register, desk, doors);
        unitAdministration = UnitAdministration.of(in, register, watch.guarded(sweep::handOver));
        health = new Health(database, writer, tally, sequencer, watch);
        audits = new AuditRunner(in, keys, register, sequencer, erasures);
        revokedPapers = RevokedPapers.of(in);
    }

    /**
     * Starts or reaches the database, migrates it, makes its roles, loads the keys and the packs
     * that are new.
     *
     * @param clock the source of every time that is written and by which sessions end
     * @throws OfficeException with a code that says what to do
     */
    public static Office open(OfficeSettings settings, InstantSource clock) {
        return open(settings, clock, TraceSpans.none());
    }

    /** Opens the office with tracing. */
    public static Office open(OfficeSettings settings, InstantSource clock, TraceSpans traces) {
        var keys = Keys.in(settings.data());
        var database = OfficeDatabase.open(settings, keys);
        var office = opened(database, keys, settings, clock, traces);
        office.audits.rebuild().claim();
        office.sequencer.start();
        office.eraseAgain();
        return office;
    }

    /**
     * For a command beside a server: as {@link #open}, but if another process runs the embedded
     * database of this data folder, connects to it and leaves it running.
     */
    public static Office visit(OfficeSettings settings, InstantSource clock) {
        var keys = Keys.in(settings.data());
        return OfficeDatabase.beside(
                settings,
                keys,
                running -> opened(running, keys, settings, clock, TraceSpans.none()),
                () -> open(settings, clock));
    }

    private static Office opened(
            Database database,
            Keys keys,
            OfficeSettings settings,
            InstantSource clock,
            TraceSpans traces) {
        try {
            var office = new Office(database, keys, settings, clock, traces);
            try {
                for (var pack : settings.packs()) {
                    office.register.load(pack);
                }
                AskedFactors.check(settings.config(), office.register);
                office.notices.check();
                office.staff.checkCost();
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

    private void closeWriting() {
        writer.close();
        looks.close();
    }

    public Desk desk() {
        return desk;
    }

    /** Where somebody claims protection for somebody else. */
    public ClaimDoor claims() {
        return claims;
    }

    public Authentication authentication() {
        return doors;
    }

    /** Text kept encrypted in a page for the person who typed it. */
    public TypedText typedText() {
        return typed;
    }

    /** What each address, session and unit may ask for. */
    public Budgets budgets() {
        return budgets;
    }

    /** How much of the disk people may fill who have not signed in. */
    public DiskQuota diskQuota() {
        return disk;
    }

    /** What a counter gives to somebody whom a flood keeps from filing. */
    public CounterCodes counterCodes() {
        return counterCodes;
    }

    public WorkQueue workQueue() {
        return turns;
    }

    public CaseReader cases() {
        return cases;
    }

    public QueueReader queues() {
        return queues;
    }

    public PersonSearch search() {
        return search;
    }

    public DirectiveRegister register() {
        return register;
    }

    public OfficerAccounts officerAccounts() {
        return staff;
    }

    /** What administrators do with accounts. */
    public Administration administration() {
        return administration;
    }

    /** What administrators do with the office's units. */
    public UnitAdministration unitAdministration() {
        return unitAdministration;
    }

    public SituationReports reports() {
        return reports;
    }

    /** Issues about paragraphs, and the issuer's answers. */
    public Issues issues() {
        return issues;
    }

    /** Reports that units sent, and those that are due. */
    public SentReports sentReports() {
        return sentReports;
    }

    public ImpactAnalysis impactAnalysis() {
        return impacts;
    }

    public CsvIntake csv() {
        return csv;
    }

    public FileIntakes intakes() {
        return intakes;
    }

    public AccessLog accessLog() {
        return looks;
    }

    public ErasureLog erasureLog() {
        return erasures;
    }

    /** Who operates the machine. */
    public Operators operators() {
        return operators;
    }

    /** For how long files are kept. */
    public Retention retention() {
        return retention;
    }

    /**
     * Erases data again that came back with an older copy of the database; returns the number of
     * cases.
     */
    public int eraseAgain() {
        int cases = erasures.again(desk, doors);
        erasures.keep();
        erasures.issues(desk, doors);
        return cases;
    }

    public Inspections inspections() {
        return inspections;
    }

    public AuditSampling sampling() {
        return sampling;
    }

    public Redecisions redecisions() {
        return redecisions;
    }

    /** The keys that encrypt all other keys. */
    public MasterKeyRotation masterKeys() {
        return masterKeys;
    }

    public Health health() {
        return health;
    }

    /** What posts need to check the seals of papers without a line. */
    public RevokedPapers revokedPapers() {
        return revokedPapers;
    }

    public PublicLedger ledger() {
        return ledger;
    }

    /** The faults of every row against its events, and of these against the signed log. */
    public List<IntegrityAudit.Fault> audit() {
        return audits.run();
    }

    /** What an audit finds after changes, and how what follows from events is written again. */
    public AuditRunner audits() {
        return audits;
    }

    /** Does the work that is due, and returns the number of cases in which something happened. */
    public int passTime() {
        intakes.sweep();
        redecisions.raise();
        erasures.keepWaiting();
        return sweep.passTime() + retention.passDaily() + erasures.issues(desk, doors);
    }

    /** Passes time, once a minute; not while the clock has jumped, see {@link Health}. */
    public int passMinute() {
        return watch.look() ? passTime() : 0;
    }

    public Webhooks webhooks() {
        return webhooks;
    }

    public Notices notices() {
        return notices;
    }

    public Alarms alarms() {
        return alarms;
    }

    /**
     * Runs the watchers, at most once a day, and lets unanswered alarms go up.
     *
     * @return how many alarms are new
     */
    public int detectAnomalies() {
        return watching.look();
    }

    /** Finishes waiting work, then stops everything that was started. */
    @Override
    public void close() {
        intakes.close();
        search.index().close();
        webhooks.close();
        notices.close();
        ledger.close();
        closeWriting();
        sequencer.close();
        database.close();
    }
}
