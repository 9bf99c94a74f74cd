package exeat.demo;

import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.auth.OfficerAccount;
import exeat.desk.base.PasswordCost;
import exeat.rules.Directive;
import exeat.rules.SampleAnswers;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Fills an office with the demonstration: accounts with public passwords, a made-up caseload, and a
 * month of work on it that ends today, or yesterday if it is before office hours.
 *
 * <p>Everything follows from the seed and the number of the day in the month, never from the date:
 * the same month only gets other dates. Days off are the exception, because reports are due by
 * working days.
 *
 * <p>Every command has a fixed key, so an interrupted load continues where it was, and a finished
 * one is not repeated.
 */
public final class Demo {

    /** The seed of the demonstration that {@code exeat demo} shows. */
    public static final long SEED = 1963;

    private static final String DIRECTIVE = "prc-1963";

    private final Office office;
    private final DemoClock clock;
    private final Path folder;
    private final Path packs;
    private final PrintStream out;

    private Demo(Office office, DemoClock clock, OfficeSettings settings, PrintStream out) {
        this.office = office;
        this.clock = clock;
        this.folder = settings.data().resolve("demo");
        this.packs = settings.directives();
        this.out = out;
    }

    /**
     * How rehearsals and tests open the demonstration's office: its passwords are public, so that
     * they are worth no work. What a server shows hashes at full cost like every office, so that
     * signing in takes as long as it does there. An office with officers of its own does not open
     * with these.
     */
    public static OfficeSettings settings(OfficeSettings office) {
        return office.with(PasswordCost.MIN);
    }

    /**
     * The accounts for visitors, by login: the officers that the demonstration hired, except those
     * whose account has ended or whose password has changed.
     */
    public static List<OfficerAccount> accounts(Office office) {
        return new DemoOfficers(office, directive(office).authorities()).shown();
    }

    /**
     * Loads what is missing, and prints progress and the visitors' accounts.
     *
     * @param clock the office's clock; it shows the real time again at the end
     * @param settings how the office was opened; the file of the caseload goes to {@code demo} in
     *     its data folder, and what made-up people answer stands beside its packs
     * @throws IllegalStateException if the desk answers in an impossible way: a broken invariant
     */
    public static void load(
            Office office, DemoClock clock, OfficeSettings settings, PrintStream out, long seed) {
        load(office, clock, settings, out, new Size(seed, Caseload.APPLICATIONS));
    }

    /**
     * The size and seed; tests and rehearsals use less.
     *
     * @param planted whether the month has the planted misconduct: a cap, a demand, stalled work
     *     and a rubber stamp
     */
    public record Size(long seed, int applications, boolean planted) {
        /** An honest month. */
        public Size(long seed, int applications) {
            this(seed, applications, false);
        }

        /** The month of {@code exeat demo}, honest or not. */
        public static Size whole(boolean planted) {
            return new Size(SEED, Caseload.APPLICATIONS, planted);
        }
    }

    /** As {@link #load(Office, DemoClock, OfficeSettings, PrintStream, long)}, of another size. */
    public static void load(
            Office office, DemoClock clock, OfficeSettings settings, PrintStream out, Size size) {
        var demo = new Demo(office, clock, settings, out);
        try {
            demo.load(size);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the data folder", e);
        } finally {
            clock.release();
        }
    }

    /** Accounts with public passwords are made in no office that has officers of its own. */
    private void notAnybodys() {
        var officers = office.officerAccounts().members();
        if (!officers.isEmpty() && accounts(office).isEmpty()) {
            throw new IllegalStateException(
                    "this office has officers of its own; choose another data folder or database"
                            + " for a demonstration");
        }
    }

    private void load(Size size) throws IOException {
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var visitors = folder.resolve("visitors.txt");
        if (!Files.exists(visitors)) {
            notAnybodys();
            var text = lived(size);
            // Written last: if this file exists, loading is complete.
            var fresh = folder.resolve("visitors.new");
            Files.writeString(fresh, text);
            Files.move(fresh, visitors);
        }
        var root = directive(office).authorities().root().id();
        out.println();
        out.print(office.reports().situationForOperator(root, Optional.empty()).toText());
        out.println();
        out.print(Files.readString(visitors));
        out.flush();
    }

    private static Directive directive(Office office) {
        return office.register()
                .directive(DIRECTIVE)
                .orElseThrow(() -> new IllegalStateException("no pack " + DIRECTIVE));
    }

    private SampleAnswers answers(Directive directive) {
        try {
            return SampleAnswers.read(packs.resolve(DIRECTIVE), directive);
        } catch (PackException wrong) {
            throw new IllegalStateException("the answers of made-up people are wrong", wrong);
        }
    }

    private String lived(Size size) throws IOException {
        long begun = System.nanoTime();
        var directive = directive(office);
        out.println(
                "Making a caseload of "
                        + size.applications()
                        + " applications. None of these people exist.");
        var people = Caseload.of(size.seed(), size.applications(), answers(directive));
        var file = CaseloadFile.of(people, directive.vocabulary());
        Files.writeString(folder.resolve("caseload.csv"), file.text());
        var officers = new DemoOfficers(office, directive.authorities());
        out.println("Hiring officers.");
        officers.hire();
        var counter = new DeskClient(office);
        var planting = size.planted() ? Planting.of(size.applications()) : Planting.nothing();
        var scene = new Scene(office, counter, officers, directive, firstDay(directive), planting);
        var month = new Month(scene, clock, out, size.seed());
        month.wake(0);
        new DemoBriefing(counter, officers, directive).handDown();
        out.println("Simulating a month of work:");
        month.live(file);
        officers.goHome();
        summarise(month, counter, Duration.ofNanos(System.nanoTime() - begun));
        return Visitors.of(month.runs());
    }

    /** Stored, so that a load that continues tomorrow still simulates the same month. */
    private LocalDate firstDay(Directive directive) throws IOException {
        var kept = folder.resolve("first-day");
        if (!Files.exists(kept)) {
            var now = clock.instant().atZone(directive.vocabulary().zone()).toLocalDateTime();
            var first = Month.first(now).toString();
            Files.writeString(kept, first, StandardOpenOption.CREATE_NEW);
        }
        return LocalDate.parse(Files.readString(kept).strip());
    }

    private void summarise(Month month, DeskClient counter, Duration took) {
        out.printf(
                Locale.ROOT,
                "%,d applications, %,d commands done in %d s.%n",
                month.runs().size(),
                counter.done(),
                took.toSeconds());
        if (!counter.rejected().isEmpty()) {
            out.println("The command was rejected: " + counter.rejected());
        }
        out.println("Rows of caseload.csv that were rejected, as intended:");
        month.badRows()
                .forEach(bad ->
                        out.printf(
                                "  line %d, column %d, %s: %s%n",
                                bad.line(), bad.column(), bad.field(), bad.message()));
    }
}
