package exeat.oversight.watch;

/**
 * A random number generator with a given seed, so that results can be repeated: SplitMix64 (G. L.
 * Steele, D. Lea, C. H. Flood, Fast splittable pseudorandom number generators, 2014).
 */
final class SeededRandom {

    private long state;

    SeededRandom(long seed) {
        state = seed;
    }

    /** From 0 to 1, without 1. */
    double next() {
        state += 0x9e3779b97f4a7c15L;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1.0p-53;
    }

    int below(int bound) {
        return (int) (next() * bound);
    }

    int poisson(double mean) {
        double product = next();
        int count = 0;
        while (product > Math.exp(-mean)) {
            product *= next();
            count++;
        }
        return count;
    }
}
