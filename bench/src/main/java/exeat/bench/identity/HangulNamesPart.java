package exeat.bench.identity;

import exeat.identity.name.NameComparison;
import exeat.identity.name.NameMatch;
import exeat.identity.name.SpokenName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Names of Korean people in Hangul or Hanja, and as the Library of Congress romanises them (samples
 * of scriptshifter, CC0). Each romanised name is looked for among all others in their own letters.
 */
final class HangulNamesPart {

    static final double BAR = 0.90;
    static final int RANKS = 5;

    static final String GROUP = "korean_names";

    private final List<SpokenName> written = new ArrayList<>();
    private final List<SpokenName> romanised = new ArrayList<>();

    HangulNamesPart(Path file) throws IOException {
        for (var line : Files.readAllLines(file)) {
            var fields = CsvLines.fields(line);
            if (fields.size() > 2 && fields.getFirst().equals(GROUP)) {
                written.add(SpokenName.of(fields.get(1)));
                romanised.add(SpokenName.of(fields.get(2)));
            }
        }
    }

    int size() {
        return written.size();
    }

    /** The share that is among the first; who sounds exactly alike does not push anybody out. */
    double recall() {
        long found = 0;
        for (int i = 0; i < romanised.size(); i++) {
            var mine = NameComparison.of(romanised.get(i), written.get(i));
            int nearer = 0;
            for (int j = 0; j < written.size() && nearer < RANKS; j++) {
                nearer += isNearer(NameComparison.of(romanised.get(i), written.get(j)), mine);
            }
            found += nearer < RANKS ? 1 : 0;
        }
        return (double) found / Math.max(1, romanised.size());
    }

    private static int isNearer(NameMatch one, NameMatch than) {
        return one.distance() < than.distance() ? 1 : 0;
    }
}
