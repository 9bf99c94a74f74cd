package exeat.demo;

import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.rules.Directive;
import exeat.rules.SampleAnswers;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.io.PrintStream;
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
 * Makes the people, hires the officers and lives the month, in an office whose data folder keeps
 * what is needed to go on tomorrow.
 *
 * @param folder of the caseload's file, of the first day, and of what is told once all is done
 * @param packs the folder of the directive
 */
record MadeMonth(Office office, DemoClock clock, Path folder, Path packs, PrintStream out) {

    /** Everybody here is made up from what it asks. */
    static final String DIRECTIVE = "prc-1963";

    private static final String FINISHED = "visitors.txt";

    static MadeMonth in(Office office, DemoClock clock, OfficeSettings settings, PrintStream out) {
        var folder = settings.data().resolve("demo");
        return new MadeMonth(office, clock, folder, settings.directives(), out);
    }

    static Directive directive(Office office) {
        return office.register()
                .directive(DIRECTIVE)
                .orElseThrow(() -> new IllegalStateException("no pack " + DIRECTIVE));
    }

    Directive directive() {
        return directive(office);
    }

    /** What is told of a month that was made to its end; empty before that. */
    Optional<String> finished() throws IOException {
        var file = folder.resolve(FINISHED);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    /** Writes it, as the last step: if it is there, loading is complete. */
    void finish(String text) throws IOException {
        var fresh = folder.resolve("visitors.new");
        Files.writeString(fresh, text);
        Files.move(fresh, folder.resolve(FINISHED));
    }

    /** Makes or goes on with the month, and returns what became of each application. */
    List<CaseRun> live(Demo.Size size, DemoOfficers officers, Focus focus) throws IOException {
        long begun = System.nanoTime();
        Files.createDirectories(
                folder,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var directive = directive();
        out.println(
                "Making a caseload of "
                        + size.applications()
                        + " applications. None of these people exist.");
        var people = Caseload.of(size.seed(), size.applications(), answers(directive), focus);
        var file = CaseloadFile.of(people, directive.vocabulary());
        Files.writeString(folder.resolve("caseload.csv"), file.text());
        out.println("Hiring officers.");
        officers.hire();
        var counter = new DeskClient(office);
        var planting = size.planted() ? Planting.of(size.applications()) : Planting.nothing();
        var scene =
                new Scene(
                        office, counter, officers, directive, firstDay(directive), planting, focus);
        var month = new Month(scene, clock, out, size.seed());
        month.wake(0);
        new DemoBriefing(counter, officers, directive, focus).handDown();
        out.println("Simulating a month of work:");
        month.live(file);
        officers.goHome();
        summarise(month, counter, Duration.ofNanos(System.nanoTime() - begun));
        return month.runs();
    }

    private SampleAnswers answers(Directive directive) {
        try {
            return SampleAnswers.read(packs.resolve(DIRECTIVE), directive);
        } catch (PackException wrong) {
            throw new IllegalStateException("the answers of made-up people are wrong", wrong);
        }
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
