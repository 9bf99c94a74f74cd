package exeat.bench.identity;

import exeat.identity.name.NameComparison;
import exeat.identity.name.SpokenName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Labelled pairs of names in several scripts (nomenklatura, MIT): the distance up to which two
 * names are one is taken from every second pair, and tried on the others; then the other way round.
 */
final class NamePairsPart {

    static final double BAR = 0.85;

    private final List<Pair> pairs = new ArrayList<>();

    private record Pair(String one, String other, boolean person, boolean same, double distance) {}

    NamePairsPart(Path file) throws IOException {
        for (var row : CsvLines.named(file)) {
            var one = row.getOrDefault("name1", "");
            var other = row.getOrDefault("name2", "");
            pairs.add(
                    new Pair(
                            one,
                            other,
                            row.getOrDefault("schema", "").equals("Person"),
                            Boolean.parseBoolean(row.getOrDefault("is_match", "")),
                            NameComparison.of(SpokenName.of(one), SpokenName.of(other))
                                    .distance()));
        }
    }

    /** Scores the pairs that were not used to choose the threshold, both ways together. */
    Scores run(boolean peopleAlone, Report report) {
        var used = pairs.stream().filter(pair -> pair.person() || !peopleAlone).toList();
        var halves = List.of(half(used, 0), half(used, 1));
        long hits = 0;
        long wrong = 0;
        long missed = 0;
        for (int i = 0; i < 2; i++) {
            double limit = bestLimit(halves.get(i));
            var scores = scores(halves.get(1 - i), limit);
            report.line("  limit %.3f from half %d: %s", limit, i, scores);
            hits += scores.hits();
            wrong += scores.wrong();
            missed += scores.missed();
        }
        return new Scores(hits, wrong, missed);
    }

    /** The pairs on which it is wrong, as a help to improve it. */
    List<String> mistakes(double limit) {
        return pairs.stream()
                .filter(pair -> pair.same() != pair.distance() <= limit)
                .map(pair ->
                        String.format(
                                Locale.ROOT,
                                "%s %.3f %s | %s",
                                pair.same() ? "one" : "two",
                                pair.distance(),
                                pair.one(),
                                pair.other()))
                .toList();
    }

    private static List<Pair> half(List<Pair> pairs, int which) {
        var half = new ArrayList<Pair>();
        for (int i = which; i < pairs.size(); i += 2) {
            half.add(pairs.get(i));
        }
        return half;
    }

    private static double bestLimit(List<Pair> pairs) {
        double best = 0;
        double most = -1;
        for (var pair : pairs) {
            double f1 = scores(pairs, pair.distance()).f1();
            if (f1 > most) {
                most = f1;
                best = pair.distance();
            }
        }
        return best;
    }

    private static Scores scores(List<Pair> pairs, double limit) {
        long hits = count(pairs, limit, true);
        long wrong = count(pairs, limit, false);
        long same = pairs.stream().filter(Pair::same).count();
        return new Scores(hits, wrong, same - hits);
    }

    private static long count(List<Pair> pairs, double limit, boolean same) {
        return pairs.stream()
                .filter(pair -> pair.same() == same && pair.distance() <= limit)
                .count();
    }
}
