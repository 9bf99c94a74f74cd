package exeat.bench.identity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Measures names, records and a register: each figure beside its bar. The data of others is read
 * from a folder; a part whose file is not there is said to be skipped, and its bar is not met.
 */
public final class IdentityBench {

    private static final double BLOCKING_BAR = 0.995;
    private static final long SEED = 1963;
    private static final int WHOLE = 1_000_000;

    private final Path folder;
    private final boolean quick;
    private final Report report;

    /**
     * Prepares it.
     *
     * @param folder with {@code name-pairs-half.csv}, {@code febrl-1.csv}, {@code febrl-2.csv},
     *     {@code febrl-4a.csv}, {@code febrl-4b.csv}, {@code korean.csv}, {@code
     *     korean-tokens-train.tsv} and {@code chinese-tokens-train.tsv}
     * @param quick a register of a tenth, and no bars for time
     */
    public IdentityBench(Path folder, boolean quick, PrintStream out) {
        this.folder = folder;
        this.quick = quick;
        this.report = new Report(out);
    }

    /** Whether every bar was met. */
    public boolean run() throws IOException {
        namePairs();
        hangulNames();
        scriptPairs();
        febrl();
        report.line("A register of made-up people");
        if (quick) {
            new MillionPart(WHOLE / 10, SEED).run(report, false);
        } else {
            new MillionPart(WHOLE / 10, SEED).run(report, false);
            new MillionPart(WHOLE * 3 / 10, SEED).run(report, false);
            new MillionPart(WHOLE, SEED).run(report, true);
        }
        return report.isMet();
    }

    private boolean isThere(String... names) {
        for (var name : names) {
            if (!Files.isReadable(folder.resolve(name))) {
                report.line("skipped: %s is not in %s", name, folder);
                report.bar("  what it would show", 0, ">=", 1);
                return false;
            }
        }
        return true;
    }

    private void namePairs() throws IOException {
        report.line("Labelled pairs of names, several scripts");
        if (isThere("name-pairs-half.csv")) {
            var part = new NamePairsPart(folder.resolve("name-pairs-half.csv"));
            var people = part.run(true, report);
            report.line("  people alone: %s", people);
            var all = part.run(false, report);
            report.line("  companies and vessels too: %s", all);
            report.bar("  F1", all.f1(), ">=", NamePairsPart.BAR);
        }
    }

    private void hangulNames() throws IOException {
        report.line("Korean names, romanised by the Library of Congress");
        if (isThere("korean.csv")) {
            var part = new HangulNamesPart(folder.resolve("korean.csv"));
            report.line("  %d names, each among all", part.size());
            report.bar("  recall at 5", part.recall(), ">=", HangulNamesPart.BAR);
        }
    }

    private void scriptPairs() throws IOException {
        var part = new ScriptPairsPart(report);
        report.line("By scripts, near sound or better: labelled pairs");
        if (isThere("name-pairs-half.csv")) {
            part.labelled(folder.resolve("name-pairs-half.csv"));
        }
        report.line("By scripts, names against others of the same file");
        if (isThere("korean.csv")) {
            part.korean(folder.resolve("korean.csv"));
        }
        for (var file : List.of("korean-tokens-train.tsv", "chinese-tokens-train.tsv")) {
            if (isThere(file)) {
                part.tokens(folder.resolve(file));
            }
        }
    }

    private void febrl() throws IOException {
        report.line("FEBRL");
        if (isThere("febrl-1.csv", "febrl-2.csv", "febrl-4a.csv", "febrl-4b.csv")) {
            var two = new FebrlPart(folder.resolve("febrl-2.csv"));
            var four =
                    new FebrlPart(folder.resolve("febrl-4a.csv"), folder.resolve("febrl-4b.csv"));
            blocking(new FebrlPart(folder.resolve("febrl-1.csv")), "set 1");
            blocking(two, "set 2");
            blocking(four, "set 4");
            var matcher = two.learned();
            var thresholds = two.thresholds(matcher);
            report.line("  weights and thresholds from set 2: %s", thresholds);
            four.results(matcher, thresholds, report, "set 4");
        }
    }

    private void blocking(FebrlPart set, String name) {
        report.bar("  blocking recall, " + name, set.blocking(report, name), ">=", BLOCKING_BAR);
    }
}
