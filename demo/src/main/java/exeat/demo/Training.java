package exeat.demo;

import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.auth.OfficerAccount;
import exeat.desk.base.MadeUpData;
import exeat.desk.base.ReferenceCodes;
import exeat.rules.Pack;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.source.PackException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fills a training installation: a made-up month in the areas of the trainees' units, whose last
 * days of work are left to them, and an account for each.
 *
 * <p>Every password is random, printed once, and kept nowhere. So a load that was interrupted
 * cannot go on as the demonstration's does: the training starts again.
 */
public final class Training {

    private static final int SEEDS = 1_000_000;

    private static final String NO_UNIT =
            "say in which unit people train, with --unit, such as --unit jl-yanji-fa";

    private final Office office;
    private final DemoClock clock;
    private final MadeMonth made;
    private final PrintStream out;

    private Training(Office office, DemoClock clock, OfficeSettings settings, PrintStream out) {
        this.office = office;
        this.clock = clock;
        this.made = MadeMonth.in(office, clock, settings, out);
        this.out = out;
    }

    /**
     * What a trainer asks for.
     *
     * @param units ids of the units in which people train; none for a training that exists already
     * @param trainees accounts in each of these units
     * @param applications at least as many as days on which some come in
     */
    public record Plan(List<String> units, int trainees, int applications) {
        public Plan {
            units = List.copyOf(units);
        }
    }

    /**
     * Makes the cases and accounts if they are not there, and prints whom to act as.
     *
     * @param clock the office's clock; it shows the real time again at the end
     * @throws IllegalStateException if a unit is missing or unknown, or an earlier start did not
     *     get to the end
     */
    public static void load(
            Office office, DemoClock clock, OfficeSettings settings, PrintStream out, Plan plan) {
        MadeUpData.requireTraining(settings.data());
        try {
            new Training(office, clock, settings, out).load(plan);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the data folder", e);
        } finally {
            clock.release();
        }
    }

    private void load(Plan plan) throws IOException {
        var before = made.finished();
        if (before.isPresent()) {
            if (!plan.units().isEmpty()) {
                out.println(
                        "The cases and accounts of this training were made before. To make them for"
                                + " other units, start again with --again.");
            }
            out.println();
            out.print(before.get());
            out.println("Passwords were printed when it was made. If they are lost, use --again.");
            out.flush();
            return;
        }
        var units = units(plan);
        if (!office.officerAccounts().members().isEmpty()) {
            throw new IllegalStateException(
                    "this training was not made to its end, and its passwords are lost. Start again"
                            + " with --again");
        }
        make(plan, units);
    }

    /**
     * Why no cases can be made for these units; empty if they can.
     *
     * @param packs the folder of the packs
     */
    public static Optional<String> unitProblem(Path packs, List<String> units) {
        if (units.isEmpty()) {
            return Optional.of(NO_UNIT);
        }
        try {
            var known = Pack.read(packs.resolve(MadeMonth.DIRECTIVE)).authorities();
            return units.stream()
                    .filter(typed ->
                            known.all().stream().noneMatch(one -> one.id().text().equals(typed)))
                    .findFirst()
                    .map(Training::unknown);
        } catch (PackException wrong) {
            return Optional.of(
                    "the directive "
                            + MadeMonth.DIRECTIVE
                            + ", whose cases training has, is not in "
                            + packs);
        }
    }

    private static String unknown(String unit) {
        return "there is no unit "
                + unit
                + " in the directive "
                + MadeMonth.DIRECTIVE
                + ", whose cases training has";
    }

    private List<Authority> units(Plan plan) {
        if (plan.units().isEmpty()) {
            throw new IllegalStateException(NO_UNIT);
        }
        return plan.units().stream().distinct().map(this::unit).toList();
    }

    private Authority unit(String typed) {
        return made.directive().authorities().all().stream()
                .filter(unit -> unit.id().text().equals(typed))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(unknown(typed)));
    }

    private void make(Plan plan, List<Authority> units) throws IOException {
        var tree = made.directive().authorities();
        var others = ReferenceCodes.password();
        var officers = new DemoOfficers(office, tree, others);
        var ids = units.stream().map(Authority::id).toList();
        var size = new Demo.Size(new SecureRandom().nextInt(SEEDS), plan.applications());
        var runs = made.live(size, officers, Focus.on(tree, ids));
        clock.release();
        var trainees = ids.stream().flatMap(unit -> trainees(unit, plan.trainees())).toList();
        trainees.forEach(office.officerAccounts()::create);

        out.println();
        out.println("Passwords. They are shown this once, and kept nowhere:");
        trainees.forEach(one -> out.printf("  %s  %s%n", one.login(), one.password()));
        out.printf("  every other officer  %s%n", others);
        var told = told(units, trainees, runs);
        made.finish(told);
        out.println();
        out.print(told);
        out.flush();
    }

    private Stream<OfficerAccount> trainees(AuthorityId unit, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(n -> {
                    var login = unit.text() + "-trainee-" + n;
                    var id = DemoOfficers.id(login);
                    return new OfficerAccount(
                            id, login, ReferenceCodes.password(), "Trainee " + n, unit);
                });
    }

    private String told(List<Authority> units, List<OfficerAccount> trainees, List<CaseRun> runs) {
        var text = new StringBuilder();
        for (var unit : units) {
            text.append("Training in %s (%s).%n".formatted(unit.name(), unit.id()));
        }
        text.append("Trainees: ");
        text.append(String.join(", ", trainees.stream().map(OfficerAccount::login).toList()));
        text.append(
                "\nThe trainer can act as any other officer, such as %s or %s.%n"
                        .formatted(
                                units.getFirst().id() + "-1",
                                above(units.getFirst()).orElse(units.getFirst()).id() + "-1"));
        if (units.stream().anyMatch(Authority::borderPost)) {
            text.append(Visitors.papers(runs));
        }
        return text.append(Visitors.of(runs)).toString();
    }

    private Optional<Authority> above(Authority unit) {
        return made.directive().authorities().parent(unit.id());
    }
}
