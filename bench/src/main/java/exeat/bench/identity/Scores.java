package exeat.bench.identity;

import java.util.Locale;

/**
 * How many answers were right.
 *
 * @param hits pairs of one person, called so
 * @param wrong pairs of two people, called one
 * @param missed pairs of one person, called two
 */
record Scores(long hits, long wrong, long missed) {

    double precision() {
        return (double) hits / Math.max(1, hits + wrong);
    }

    double recall() {
        return (double) hits / Math.max(1, hits + missed);
    }

    double f1() {
        return 2.0 * hits / Math.max(1, 2 * hits + wrong + missed);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "precision %.4f, recall %.4f, F1 %.4f", precision(), recall(), f1());
    }
}
