package exeat.demo;

import exeat.desk.base.Session;
import exeat.desk.intake.CsvIntake;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.Role;
import java.io.PrintStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The month of work, day by day: intake, due work, and what people do. */
final class Month {

    /** The last day, counted from 0. */
    static final int DAYS = 30;

    /** An office's clock checks daily; here only on days 9, 16, 23 and 30, to save time. */
    private static final int LOOK_EVERY = 7;

    private static final int LOOKS_FROM = 2;

    private static final LocalTime MORNING = LocalTime.of(8, 30);

    private final Scene scene;
    private final DemoClock clock;
    private final PrintStream out;
    private final long seed;
    private final List<CaseRun> runs = new ArrayList<>();
    private final List<CsvIntake.BadRow> badRows = new ArrayList<>();

    Month(Scene scene, DemoClock clock, PrintStream out, long seed) {
        this.scene = scene;
        this.clock = clock;
        this.out = out;
        this.seed = seed;
    }

    List<CaseRun> runs() {
        return runs;
    }

    /** The intake's report on the bad rows, with line numbers of the whole file. */
    List<CsvIntake.BadRow> badRows() {
        return badRows;
    }

    /** The first day of the month that ends on the last day whose morning has come. */
    static LocalDate first(LocalDateTime now) {
        boolean isEarly = now.toLocalTime().isBefore(MORNING);
        return now.toLocalDate().minusDays(isEarly ? DAYS + 1 : DAYS);
    }

    /** Sets the clock to a day's morning. */
    void wake(int day) {
        ZoneId zone = scene.directive().vocabulary().zone();
        clock.set(scene.date(day).atTime(MORNING).atZone(zone).toInstant());
    }

    /** Simulates the whole month. */
    void live(CaseloadFile file) {
        var issues = new DemoIssues(scene);
        var reporting = new Reporters(scene);
        for (int day = 0; day <= DAYS; day++) {
            wake(day);
            takeIn(file, day);
            scene.office().passTime();
            if (day % LOOK_EVERY == LOOKS_FROM) {
                scene.office().detectAnomalies();
            }
            work(day);
            issues.raise(day);
            reporting.report(day);
            out.printf(
                    Locale.ROOT,
                    "  %s  %,6d applications  %,7d commands%n",
                    scene.date(day),
                    runs.size(),
                    scene.counter().done());
        }
        clock.release();
    }

    /** The day's rows, through the same intake as any other file. */
    private void takeIn(CaseloadFile file, int day) {
        var part = file.part(day);
        if (part.households().isEmpty()) {
            return;
        }
        var clerk = clerk();
        var key = "demo-" + seed + "-" + day;
        var result = scene.office().csv().read(clerk, part.text(), key);
        for (var bad : result.badRows()) {
            var line = part.lineInFile(bad.line());
            badRows.add(new CsvIntake.BadRow(line, bad.column(), bad.field(), bad.message()));
        }
        begin(clerk, part.households(), result.numbers());
    }

    private Session clerk() {
        var root = scene.directive().authorities().root().id();
        AuthorityId unit = scene.officers().unit(root, Role.HOLDS_FILES);
        return scene.officers().first(unit);
    }

    private void begin(Session clerk, List<Household> households, Map<String, String> numbers) {
        var byId =
                households.stream()
                        .collect(Collectors.toConcurrentMap(Household::id, household -> household));
        var begun = java.util.Collections.synchronizedList(new ArrayList<CaseRun>());
        try (var crew = WorkerPool.many()) {
            numbers.forEach((id, number) -> {
                var household = byId.get(id);
                if (household != null) {
                    crew.go(() -> begun.add(begin(clerk, household, number)));
                }
            });
        }
        begun.sort(java.util.Comparator.comparing(run -> run.household().id()));
        runs.addAll(begun);
    }

    private CaseRun begin(Session clerk, Household household, String number) {
        var seen =
                scene.office()
                        .cases()
                        .byNumber(clerk, number)
                        .orElseThrow(() -> new IllegalStateException(household.id() + " is gone"))
                        .seen();
        return new CaseRun(scene, household, seen, seed);
    }

    /**
     * Everybody who has something to do today does it, in parallel, or in sequence if the order
     * matters.
     */
    private void work(int day) {
        var due = runs.stream().filter(run -> run.isDue(day)).toList();
        try (var crew = WorkerPool.many()) {
            crew.go(() -> due.stream().filter(CaseRun::isInLine).forEach(run -> run.live(day)));
            due.stream()
                    .filter(run -> !run.isInLine())
                    .forEach(run -> crew.go(() -> run.live(day)));
        }
    }
}
