package exeat.oversight.watch;

/** Distributions of counts, without approximation where counts are small. */
final class ExactDistributions {

    /** Up to here the product is taken, from here on Stirling's series, exact to 12 digits. */
    private static final int SMALL = 32;

    private ExactDistributions() {}

    static double logFactorial(int n) {
        if (n < SMALL) {
            double sum = 0;
            for (int i = 2; i <= n; i++) {
                sum += Math.log(i);
            }
            return sum;
        }
        double x = n;
        return x * Math.log(x)
                - x
                + 0.5 * Math.log(2 * Math.PI * x)
                + 1 / (12 * x)
                - 1 / (360 * x * x * x)
                + 1 / (1260 * x * x * x * x * x);
    }

    static double logChoose(int n, int k) {
        return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
    }

    /** How many of those drawn are marked. */
    static final class Distribution {

        static final Distribution NOTHING = new Distribution(0, new double[] {1});

        private final int least;
        private final double[] probabilities;

        /** With the chance of {@code least}, of one more, and so on. */
        private Distribution(int least, double[] probabilities) {
            this.least = least;
            this.probabilities = probabilities;
        }

        int least() {
            return least;
        }

        int most() {
            return least + probabilities.length - 1;
        }

        double atLeast(int count) {
            double sum = 0;
            for (int x = most(); x >= Math.max(count, least); x--) {
                sum += probabilities[x - least];
            }
            return Math.min(1, sum);
        }

        double atMost(int count) {
            double sum = 0;
            for (int x = least; x <= Math.min(count, most()); x++) {
                sum += probabilities[x - least];
            }
            return Math.min(1, sum);
        }

        /** The distribution of the sum of two independent counts. */
        Distribution plus(Distribution other) {
            var sum = new double[probabilities.length + other.probabilities.length - 1];
            for (int i = 0; i < probabilities.length; i++) {
                if (probabilities[i] > 0) {
                    for (int j = 0; j < other.probabilities.length; j++) {
                        sum[i + j] += probabilities[i] * other.probabilities[j];
                    }
                }
            }
            return new Distribution(least + other.least, sum);
        }
    }

    /**
     * How many marked ones are drawn: {@code drawn} blindly of {@code all}, {@code marked} of them
     * marked.
     */
    static Distribution hypergeometric(int all, int marked, int drawn) {
        int from = Math.max(0, drawn - (all - marked));
        int to = Math.min(marked, drawn);
        var probabilities = new double[to - from + 1];
        double whole = logChoose(all, drawn);
        for (int x = from; x <= to; x++) {
            probabilities[x - from] =
                    Math.exp(logChoose(marked, x) + logChoose(all - marked, drawn - x) - whole);
        }
        return new Distribution(from, probabilities);
    }

    /** The chance of so many or more of {@code n} that each come with chance {@code p}. */
    static double binomialAtLeast(int n, int count, double p) {
        double sum = 0;
        for (int k = n; k >= Math.max(0, count); k--) {
            sum += Math.exp(logChoose(n, k) + k * Math.log(p) + (n - k) * Math.log1p(-p));
        }
        return Math.min(1, sum);
    }

    /**
     * The lower confidence bound of a share (Clopper and Pearson, Biometrika 26, 1934).
     *
     * @param level how often it may be above the true share
     */
    static double shareAtLeast(int n, int count, double level) {
        double low = 0;
        double high = 1;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (binomialAtLeast(n, count, middle) < level) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The upper confidence bound of a share, likewise. */
    static double shareAtMost(int n, int count, double level) {
        return 1 - shareAtLeast(n, n - count, level);
    }

    static double poisson(int count, double mean) {
        return Math.exp(count * Math.log(mean) - mean - logFactorial(count));
    }

    /** The upper tail of the normal distribution, good far out. */
    static double normalAbove(double z) {
        if (z < 0) {
            return 1 - normalAbove(-z);
        }
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (z > 2.5) {
            double fraction = z;
            for (int i = 60; i >= 1; i--) {
                fraction = z + i / fraction;
            }
            return density / fraction;
        }
        double term = z;
        double sum = z;
        for (int i = 1; i < 80; i++) {
            term *= z * z / (2 * i + 1);
            sum += term;
        }
        return 0.5 - density * sum;
    }

    /** The lower tail of chi-square, by the series of the incomplete gamma function. */
    static double chiSquareBelow(double x, int degrees) {
        if (x <= 0) {
            return 0;
        }
        double a = degrees / 2.0;
        double y = x / 2;
        double term = 1 / a;
        double sum = term;
        for (int i = 1; i < 10_000 && term > sum * 1e-15; i++) {
            term *= y / (a + i);
            sum += term;
        }
        return Math.min(1, sum * Math.exp(a * Math.log(y) - y - logGamma(a)));
    }

    /** The logarithm of the gamma function of a half or a whole number. */
    private static double logGamma(double a) {
        if (a == Math.rint(a)) {
            return logFactorial((int) a - 1);
        }
        double sum = 0.5 * Math.log(Math.PI);
        for (double x = 0.5; x < a; x += 1) {
            sum += Math.log(x);
        }
        return sum;
    }
}
