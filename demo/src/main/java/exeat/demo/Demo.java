package exeat.demo;

import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.auth.OfficerAccount;
import exeat.desk.base.MadeUpData;
import exeat.desk.base.PasswordCost;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
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

    private final Office office;
    private final MadeMonth made;
    private final PrintStream out;

    private Demo(Office office, DemoClock clock, OfficeSettings settings, PrintStream out) {
        this.office = office;
        this.made = MadeMonth.in(office, clock, settings, out);
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
        var tree = MadeMonth.directive(office).authorities();
        return new DemoOfficers(office, tree, DemoOfficers.PASSWORD).shown();
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

    /**
     * Like {@link #load(Office, DemoClock, OfficeSettings, PrintStream, long)}, with another size.
     */
    public static void load(
            Office office, DemoClock clock, OfficeSettings settings, PrintStream out, Size size) {
        MadeUpData.refuseTraining(settings.data());
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
        if (made.finished().isEmpty()) {
            notAnybodys();
            made.finish(lived(size));
        }
        var root = made.directive().authorities().root().id();
        out.println();
        out.print(office.reports().situationForOperator(root, Optional.empty()).toText());
        out.println();
        out.print(made.finished().orElseThrow());
        out.flush();
    }

    private String lived(Size size) throws IOException {
        var tree = made.directive().authorities();
        var officers = new DemoOfficers(office, tree, DemoOfficers.PASSWORD);
        var runs = made.live(size, officers, Focus.everywhere(tree));
        return Visitors.of(runs)
                + "Officers to try: any on the sign-in page, such as jl-yanji-fa-1, password "
                + DemoOfficers.PASSWORD
                + "\n";
    }
}
