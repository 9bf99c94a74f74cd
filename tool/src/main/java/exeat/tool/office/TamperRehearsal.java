package exeat.tool.office;

import exeat.casework.value.UnitChange;
import exeat.config.Config;
import exeat.demo.Demo;
import exeat.demo.DemoClock;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.audit.AuditRunner;
import exeat.desk.auth.AccountProposal;
import exeat.desk.auth.AccountRole;
import exeat.desk.inspect.AuditSampling;
import exeat.desk.inspect.Inspections;
import exeat.desk.operator.OperatorKey;
import exeat.desk.operator.Operators;
import exeat.desk.webhook.WebhookAdministration;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.PackException;
import exeat.store.OfficeException;
import exeat.store.tamper.NothingChangedException;
import exeat.store.tamper.Tamper;
import exeat.tool.cli.CommandIo;
import exeat.tool.cli.PackLocator;
import exeat.tool.cli.UsageError;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The rehearsal of the tamper command. */
public final class TamperRehearsal {

    private static final Duration IN_LOG = Duration.ofMinutes(2);

    private TamperRehearsal() {}

    /**
     * Prints each result, and returns whether all were found.
     *
     * @param only what the description of an act contains; empty for all of them
     * @throws UsageError where one changed nothing, or none is described so
     */
    public static boolean run(CommandIo io, int applications, String only) throws IOException {
        var tampers = Tamper.all().stream().filter(one -> one.what().contains(only)).toList();
        if (tampers.isEmpty()) {
            throw new UsageError("no act of tampering is described so: " + only);
        }
        Logger.getLogger("").setLevel(Level.WARNING);
        var data = Files.createTempDirectory("exeat-tamper");
        var later = new Later(io.clock());
        var clock = new DemoClock(later);
        var settings = Demo.settings(OfficeSettings.embedded(data, PackLocator.folder()));
        try (var office = Office.open(settings, clock)) {
            io.err().println("Making a caseload of " + applications + " applications.");
            Demo.load(
                    office,
                    clock,
                    settings,
                    new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                    new Demo.Size(Demo.SEED, applications));
            atTheDoor(office);
            erased(office, data, later);
            sequenced(office);
            inspected(office, clock);
            office.register().importText("letter.txt", Tamper.letter());
            office.register().storeDraft(PackLocator.folder().resolve("prc-1963"));
            // In a running office this is done in the background.
            office.search().index().fill();
            sequenced(office);
            return rehearsed(io, office, tampers);
        } catch (OfficeException | PackException e) {
            throw new UsageError(e);
        } finally {
            delete(data);
        }
    }

    /** Some files are erased too, by a rule that two operators approved. */
    private static void erased(Office office, Path data, Later later) throws IOException {
        Files.writeString(data.resolve("retention"), "prc-1963 1 a rule of this rehearsal\n");
        var operators = office.operators();
        var rule = office.retention().rules().getFirst().approval();
        var one = OperatorKey.make("one", data.resolve("one.key"));
        var two = OperatorKey.make("two", data.resolve("two.key"));
        added(operators.add(one.name(), one.open(), Optional.of(one)));
        added(operators.add(two.name(), two.open(), Optional.of(one)));
        later.pass(Operators.STANDING);
        operators.acting(Optional.of(one), rule);
        operators.acting(Optional.of(two), rule);
        sequenced(office);
        later.until(office.retention().approved().getFirst().from());
        if (office.retention().pass().erased() == 0) {
            throw new IllegalStateException("nothing was erased");
        }
        operators.recordSettings(Config.plain(data));
    }

    private static void added(Optional<String> why) {
        if (why.isPresent()) {
            throw new IllegalStateException(why.get());
        }
    }

    /** The machine's clock, put forward. */
    private static final class Later implements InstantSource {
        private final InstantSource real;
        private Duration ahead = Duration.ZERO;

        Later(InstantSource real) {
            this.real = real;
        }

        synchronized void pass(Duration time) {
            ahead = ahead.plus(time);
        }

        void until(Instant time) {
            pass(Duration.between(instant(), time).plusMinutes(1));
        }

        @Override
        public synchronized Instant instant() {
            return real.instant().plus(ahead);
        }
    }

    /** An auditor asks for a file by name, and draws a sample: these can be tampered with too. */
    private static void inspected(Office office, InstantSource clock) {
        var account =
                Demo.accounts(office).stream()
                        .filter(demo -> demo.login().endsWith("-auditor"))
                        .findFirst()
                        .orElseThrow();
        var auditor =
                office.authentication()
                        .signInOfficer(account.login(), account.password())
                        .orElseThrow();
        var file = office.inspections().files(auditor, 1).getFirst();
        var shown = office.inspections().reveal(auditor, file.id(), "A rehearsal of tampering.");
        if (shown != Inspections.Revealed.DONE) {
            throw new IllegalStateException("a case was not shown by name: " + shown);
        }
        var sample =
                office.sampling()
                        .commit(auditor, Instant.EPOCH, clock.instant(), 3, Optional.empty())
                        .orElseThrow();
        sequenced(office);
        var drawn = office.sampling().draw(auditor, sample, Optional.empty());
        if (drawn != AuditSampling.DrawResult.DONE) {
            throw new IllegalStateException("a sample was not drawn: " + drawn);
        }
    }

    /** An officer has a second factor, and codes beside it. */
    private static void atTheDoor(Office office) {
        var login = Demo.accounts(office).getFirst().login();
        if (office.authentication().secondFactor().enrol(login, "a rehearsal").isEmpty()) {
            throw new IllegalStateException("no second factor for " + login);
        }
        proposed(office, login);
    }

    /** An administrator of the demonstration proposes a code, a unit's name and a webhook. */
    private static void proposed(Office office, String login) {
        var administrator =
                Demo.accounts(office).stream()
                        .filter(account -> account.role() == AccountRole.ADMINISTRATOR)
                        .findFirst()
                        .orElseThrow();
        var session =
                office.authentication()
                        .signInOfficer(administrator.login(), administrator.password())
                        .orElseThrow();
        var account =
                office.administration().accounts(session).stream()
                        .filter(one -> one.member().login().equals(login))
                        .findFirst()
                        .orElseThrow();
        var came =
                office.administration()
                        .propose(
                                session,
                                AccountProposal.What.PASSWORD,
                                account.member().id(),
                                "a rehearsal");
        if (came.refused().isPresent()) {
            throw new IllegalStateException("nothing proposed: " + came);
        }
        var units = office.unitAdministration();
        var customs = new AuthorityId("jl-tumen-cu");
        var renamed =
                new UnitChange.Renamed(
                        customs, new TreeMap<>(Map.of("en", "Customs House")), units.today());
        if (!units.propose(session, renamed, "a rehearsal").done()) {
            throw new IllegalStateException("no other name proposed for " + customs);
        }
        var wish =
                new WebhookAdministration.Wish(
                        customs, Optional.of("prc-1963"), "https://files.example/", List.of());
        var hook = office.webhooks().administration().propose(session, wish, "a rehearsal");
        if (hook.refused().isPresent()) {
            throw new IllegalStateException("no webhook proposed: " + hook);
        }
    }

    private static boolean rehearsed(CommandIo io, Office office, List<Tamper> tampers)
            throws IOException {
        var before = office.audit();
        if (!before.isEmpty()) {
            io.print("The audit found faults before any tampering: " + before + "\n");
            return false;
        }
        int missed = 0;
        int idle = 0;
        for (var tamper : tampers) {
            var tried = tried(office, tamper);
            var found = tried.flatMap(AuditRunner.TamperResult::found);
            idle += tried.isEmpty() ? 1 : 0;
            missed += tried.isPresent() && found.isEmpty() ? 1 : 0;
            io.print(
                    "%-8s %-58s %s%n"
                            .formatted(
                                    tried.isEmpty()
                                            ? "NOT DONE"
                                            : found.isPresent() ? "found" : "MISSED",
                                    tamper.what(),
                                    found.map(fault -> fault.table() + ", " + fault.where())
                                            .orElse("")));
        }
        int done = tampers.size() - idle;
        io.print(
                "%d tampered with, %d found in the right place, %d missed.%n"
                        .formatted(done, done - missed, missed));
        if (idle > 0) {
            throw new UsageError(
                    idle + " acts of tampering changed nothing, so they show nothing of an audit");
        }
        return missed == 0;
    }

    /** Empty if it changed nothing. */
    private static Optional<AuditRunner.TamperResult> tried(Office office, Tamper tamper) {
        try {
            return Optional.of(office.audits().rehearse(List.of(tamper)).getFirst());
        } catch (NothingChangedException nothing) {
            return Optional.empty();
        }
    }

    /**
     * Waits until everything is in the log, because an audit cannot prove what is not in it yet.
     */
    private static void sequenced(Office office) {
        long deadline = System.nanoTime() + IN_LOG.toNanos();
        while (!isSequenced(office)) {
            if (System.nanoTime() > deadline) {
                throw new UsageError("the log has not caught up: " + office.health().ledger());
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UsageError("interrupted", e);
            }
        }
    }

    private static boolean isSequenced(Office office) {
        var status = office.health().ledger();
        return status.waiting() == 0
                && office.ledger()
                        .checkpoint()
                        .filter(note -> note.contains("\n" + status.size() + "\n"))
                        .isPresent();
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(TamperRehearsal::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
