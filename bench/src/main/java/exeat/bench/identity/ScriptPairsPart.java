package exeat.bench.identity;

import exeat.identity.name.NameAgreement;
import exeat.identity.name.NameComparison;
import exeat.identity.name.SpokenName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often a name is recognised by its own level of agreement, without any threshold taken from
 * data: *near sound* or better. By the two scripts that are compared.
 */
final class ScriptPairsPart {

    /** Each name is compared with this many others, at equal steps through the file. */
    private static final int OTHERS = 50;

    /** Every tenth line of a file of tokens, so that it does not take minutes. */
    private static final int EVERY = 10;

    private static final int WRITTEN = 1;
    private static final int ROMANISED = 2;

    private final Report report;

    private record Names(SpokenName one, SpokenName other) {}

    ScriptPairsPart(Report report) {
        this.report = report;
    }

    /** Labelled pairs, which were read while the module was written. */
    void labelled(Path file) throws IOException {
        Map<String, long[]> counts = new TreeMap<>();
        for (var row : CsvLines.named(file)) {
            var one = SpokenName.of(row.getOrDefault("name1", ""));
            var other = SpokenName.of(row.getOrDefault("name2", ""));
            boolean same = Boolean.parseBoolean(row.getOrDefault("is_match", ""));
            var scripts =
                    one.writing().compareTo(other.writing()) < 0
                            ? one.writing() + " and " + other.writing()
                            : other.writing() + " and " + one.writing();
            var count = counts.computeIfAbsent(scripts, _ -> new long[3]);
            boolean near = isNear(one, other);
            if (same || near) {
                count[!same ? 1 : near ? 0 : 2]++;
            }
        }
        counts.forEach((scripts, count) ->
                report.line(
                        "  %s, %d of one: %s",
                        scripts, count[0] + count[2], new Scores(count[0], count[1], count[2])));
    }

    /** Korean names as the Library of Congress romanises them. */
    void korean(Path file) throws IOException {
        var names = new ArrayList<Names>();
        for (var line : Files.readAllLines(file)) {
            var fields = CsvLines.fields(line);
            if (fields.size() > ROMANISED && fields.getFirst().equals(HangulNamesPart.GROUP)) {
                names.add(
                        new Names(
                                SpokenName.of(fields.get(ROMANISED)),
                                SpokenName.of(fields.get(WRITTEN))));
            }
        }
        against(names, file);
    }

    /** Single names, in Latin letters and another script with a space after each letter. */
    void tokens(Path file) throws IOException {
        var names = new ArrayList<Names>();
        var lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i += EVERY) {
            var fields = lines.get(i).split("\t", -1);
            names.add(
                    new Names(
                            SpokenName.of(fields[0]),
                            SpokenName.of(fields[WRITTEN].replace(" ", ""))));
        }
        against(names, file);
    }

    private void against(List<Names> names, Path file) {
        long hits = 0;
        long wrong = 0;
        long two = 0;
        for (int i = 0; i < names.size(); i++) {
            hits += isNear(names.get(i).one(), names.get(i).other()) ? 1 : 0;
            for (int step = 1; step <= OTHERS; step++) {
                var other = names.get((i + step * (names.size() / (OTHERS + 1))) % names.size());
                if (!other.other().equals(names.get(i).other())
                        && !other.one().equals(names.get(i).one())) {
                    two++;
                    wrong += isNear(names.get(i).one(), other.other()) ? 1 : 0;
                }
            }
        }
        report.line(
                "  %s: of %,d names %,d are recognised (%.4f); of %,d pairs of two names %,d are"
                        + " taken for one; precision among these %.4f",
                file.getFileName(),
                names.size(),
                hits,
                (double) hits / names.size(),
                two,
                wrong,
                (double) hits / Math.max(1, hits + wrong));
    }

    private static boolean isNear(SpokenName one, SpokenName other) {
        return NameComparison.quick(one, other).agreement().compareTo(NameAgreement.NEAR_SOUND)
                <= 0;
    }
}
