package exeat.oversight;

import java.util.stream.Stream;

/**
 * A figure as a reader may see it: exact, or between two bounds.
 *
 * @param least at least this many
 * @param most at most this many; the same for an exact figure
 */
public record FigureRange(long least, long most) {

    /** Figures from 1 up to this could point at a person. */
    static final long FEW = 4;

    static FigureRange exact(long n) {
        return new FigureRange(n, n);
    }

    /** A counted figure, for a reader who may not see that it is only a few. */
    static FigureRange suppressed(long n) {
        return n >= 1 && n <= FEW ? new FigureRange(1, FEW) : exact(n);
    }

    /**
     * A total, calculated only from the figures shown. So no total, and no difference between
     * totals in one report or two, reveals a small figure.
     */
    static FigureRange total(Stream<FigureRange> parts) {
        return parts.reduce(
                exact(0), (a, b) -> new FigureRange(a.least + b.least, a.most + b.most));
    }

    public boolean isExact() {
        return least == most;
    }

    /** The middle of it, for a chart; the figure itself where it is exact. */
    public long about() {
        return isExact() ? least : (least + most + 1) / 2;
    }

    /** As a page and a file print it: {@code 12}, {@code <5}, {@code 39-45}. */
    public String text() {
        if (isExact()) {
            return Long.toString(least);
        }
        return least == 1 && most == FEW ? "<5" : least + "-" + most;
    }
}
