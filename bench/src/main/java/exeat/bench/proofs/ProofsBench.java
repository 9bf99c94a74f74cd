package exeat.bench.proofs;

import exeat.rules.source.PackException;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a proof costs: compared with Apache KIE's analysis of decision tables as far as that goes,
 * and alone on tables of the size that the bar requires.
 */
public final class ProofsBench {

    private static final int RULES = 2000;
    private static final double ONE_BAR = 10;
    private static final double PAIR_BAR = 30;
    private static final Duration FOR_OURS = Duration.ofMinutes(2);

    /** The numbers of rules and inputs of the tables that the peer gets. */
    private static final List<int[]> BESIDE =
            List.of(
                    new int[] {25, 3},
                    new int[] {50, 3},
                    new int[] {100, 3},
                    new int[] {50, 4},
                    new int[] {200, 3});

    private final boolean quick;
    private final PrintStream out;
    private final List<String> wrong = new ArrayList<>();
    private final List<String> bars = new ArrayList<>();
    private boolean met = true;

    public ProofsBench(boolean quick, PrintStream out) {
        this.quick = quick;
        this.out = out;
    }

    /** Whether every bar is met and every result was right. */
    public boolean run() throws IOException, InterruptedException, PackException {
        out.printf(
                Locale.ROOT,
                "load average %.1f on %d processors%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        small(quick ? 60 : 300);
        if (wrong.isEmpty()) {
            beside();
        }
        if (wrong.isEmpty()) {
            wide();
        }
        out.println();
        wrong.forEach(line -> out.println("  WRONG: " + line));
        bars.forEach(out::println);
        return met && wrong.isEmpty();
    }

    private void small(int tables) throws IOException, InterruptedException, PackException {
        var kie = ProofsPart.run(FOR_OURS, "kie-small", String.valueOf(tables));
        int complete = 0;
        int hiding = 0;
        int kieGaps = 0;
        int kieMasks = 0;
        int kieDiffers = 0;
        for (int seed = 0; seed < tables; seed++) {
            var table = SmallTable.of(seed);
            var ours = ExeatProof.of(ProofPack.files(table.table()));
            complete += table.isComplete() ? 1 : 0;
            hiding += table.hidesSome() ? 1 : 0;
            check(ours.complete() == table.isComplete(), "table " + seed + ": complete or not");
            check(ours.hidden() > 0 == table.hidesSome(), "table " + seed + ": hidden or not");
            if (seed < kie.answers().size()) {
                var theirs = KieAnalysis.Verdict.parse(kie.answers().get(seed));
                kieGaps += theirs.isComplete() ? 0 : 1;
                kieMasks += theirs.masked() > 0 ? 1 : 0;
                boolean masks = theirs.masked() > 0 && !table.hidesSome();
                kieDiffers += theirs.isComplete() != table.isComplete() || masks ? 1 : 0;
            }
        }
        out.printf(
                "%n%d small tables, each case tried: %d complete, %d with a hidden rule%n",
                tables, complete, hiding);
        out.printf("  Exeat: %d wrong%n", wrong.size());
        out.printf(
                "  KIE: of %d, %d with a gap, %d with a masked rule, %d wrong%n",
                kie.answers().size(), kieGaps, kieMasks, kieDiffers);
    }

    private void check(boolean holds, String what) {
        if (!holds) {
            wrong.add(what);
        }
    }

    private void beside() throws IOException, InterruptedException {
        var limit = Duration.ofSeconds(quick ? 10 : 60);
        out.printf(
                "%nRandom FIRST tables of numeric ranges, %d s of processor time%n",
                limit.toSeconds());
        out.printf(
                "  %5s %6s   %12s %8s %8s %9s %7s   %12s %8s %9s %7s%n",
                "rules",
                "inputs",
                "KIE CPU s",
                "messages",
                "gaps",
                "overlaps",
                "masked",
                "Exeat CPU s",
                "complete",
                "disagree",
                "hidden");
        for (var size : BESIDE) {
            var rules = String.valueOf(size[0]);
            var inputs = String.valueOf(size[1]);
            var kie = ProofsPart.run(limit, "kie", rules, inputs);
            var part = ProofsPart.run(limit, "ours", rules, inputs);
            var theirs = kie.answer().map(KieAnalysis.Verdict::parse);
            var ours = part.answer().map(ExeatProof::parse);
            check(ours.isPresent(), "no answer of ours in time: " + rules + " over " + inputs);
            out.printf(
                    Locale.ROOT,
                    "  %5s %6s   %s   %s%n",
                    rules,
                    inputs,
                    theirs.map(verdict ->
                                    String.format(
                                            Locale.ROOT,
                                            "%12.2f %8d %8d %9d %7d",
                                            kie.cpu(),
                                            verdict.messages(),
                                            verdict.gaps(),
                                            verdict.overlaps(),
                                            verdict.masked()))
                            .orElse(String.format("%-48s", "   no answer in time")),
                    ours.map(proof ->
                                    String.format(
                                            Locale.ROOT,
                                            "%12.2f %8s %9d %7d",
                                            part.cpu(),
                                            proof.complete() ? "yes" : "no",
                                            proof.disagreeing(),
                                            proof.hidden()))
                            .orElse("no answer in time"));
            if (theirs.isPresent() && ours.isPresent()) {
                var what = rules + " over " + inputs + ": Exeat and KIE differ, ";
                check(theirs.get().isComplete() == ours.get().complete(), what + "complete or not");
                check(
                        theirs.get().masked() == 0 || ours.get().hidden() > 0,
                        what + "hidden or not");
            }
        }
        out.println("  (both from the start of a virtual machine; CPU of all its threads)");
    }

    private void wide() throws IOException, InterruptedException {
        out.printf("%nExeat alone, six inputs, all obligations, -Xmx1g, one processor%n");
        out.printf(
                "  %5s %-34s %15s %15s %8s %9s %7s %5s%n",
                "rules",
                "",
                "reading CPU/wall",
                "proving CPU/wall",
                "splits",
                "disagree",
                "hidden",
                "MB");
        for (int rules : quick ? List.of(RULES) : List.of(500, RULES)) {
            for (var kind : List.of("overlapping", "disjoint")) {
                wide(rules, kind, "alone", "");
                wide(rules, kind, "ADDS", ", below it one that adds");
                wide(rules, kind, "ONE_STRICTER", ", below it one stricter rule");
            }
        }
    }

    private void wide(int rules, String kind, String with, String words)
            throws IOException, InterruptedException {
        var part = ProofsPart.run(FOR_OURS, "wide", String.valueOf(rules), kind, with);
        var what = rules + " " + kind + words;
        if (part.answer().isEmpty()) {
            wrong.add(what + ": no answer in " + FOR_OURS.toSeconds() + " s");
            return;
        }
        var proof = ExeatProof.parse(part.answer().get());
        out.printf(
                Locale.ROOT,
                "  %5d %-34s %8.2f %6.2f   %8.2f %6.2f %8d %9d %7d %5d%n",
                rules,
                kind + words,
                proof.reading().cpu(),
                proof.reading().wall(),
                proof.proving().cpu(),
                proof.proving().wall(),
                proof.splits(),
                proof.disagreeing(),
                proof.hidden(),
                proof.megabytes());
        check(proof.decided(), what + ": not decided within the limit of splits");
        check(proof.restricts() == with.equals("ONE_STRICTER"), what + ": added restriction");
        if (kind.equals("disjoint")) {
            boolean alone = with.equals("alone");
            check(!alone || !proof.complete(), what + ": the gap was not found");
            check(!alone || proof.hidden() == 0, what + ": a rule that none can hide");
        }
        if (rules == RULES) {
            bar(
                    what,
                    proof.reading().plus(proof.proving()).cpu(),
                    with.equals("alone") ? ONE_BAR : PAIR_BAR);
        }
    }

    private void bar(String what, double cpu, double most) {
        boolean holds = cpu < most;
        met &= holds;
        bars.add(
                String.format(
                        Locale.ROOT,
                        "  %-55s %6.2f CPU s  (bar: under %.0f)  %s",
                        what,
                        cpu,
                        most,
                        holds ? "met" : "NOT MET"));
    }
}
