package exeat.ledger;

import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The position of a tile or of a bundle of entries, by C2SP's tlog-tiles.
 *
 * @param level 0 for leaves, up to 7, each 256 times wider than the one below; {@link #ENTRIES} for
 *     a bundle of entries
 * @param index from 0, from the left
 * @param width hashes or entries in it, 1 to 256; below 256 it is partial
 */
public record Tile(int level, long index, int width) {

    /** Hashes in a whole tile. */
    public static final int WIDTH = 256;

    /** The level of bundles of entries. */
    public static final int ENTRIES = -1;

    private static final int MAX_LEVEL = 7;
    private static final int STEP = 1000;
    private static final Pattern PATH =
            Pattern.compile(
                    "tile/(entries|[0-7])/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < ENTRIES || level > MAX_LEVEL || index < 0 || width < 1 || width > WIDTH) {
            throw new IllegalArgumentException(
                    "no tile: level %d, index %d, width %d".formatted(level, index, width));
        }
    }

    /** The tile that holds a hash of a level, in a tree of that size. */
    static Tile holding(int level, long position, long treeSize) {
        long index = position / WIDTH;
        long wide = Math.min(WIDTH, across(level, treeSize) - index * WIDTH);
        return new Tile(level, index, Math.toIntExact(wide));
    }

    /** How many hashes a level has in a tree of that size. */
    static long across(int level, long treeSize) {
        return treeSize >>> (8 * level);
    }

    public boolean isWhole() {
        return width == WIDTH;
    }

    /** Such as {@code tile/0/x001/x234/067.p/8}; without a slash in front. */
    public String path() {
        var kind = level == ENTRIES ? "entries" : Integer.toString(level);
        return "tile/" + kind + "/" + digits(index) + (isWhole() ? "" : ".p/" + width);
    }

    private static String digits(long index) {
        var parts = new ArrayList<String>();
        parts.add("%03d".formatted(index % STEP));
        for (long rest = index / STEP; rest > 0; rest /= STEP) {
            parts.addFirst("x%03d".formatted(rest % STEP));
        }
        return String.join("/", parts);
    }

    /** The tile of a path; empty for an invalid or non-canonical path. */
    public static Optional<Tile> parse(String path) {
        var match = PATH.matcher(path);
        if (!match.matches()) {
            return Optional.empty();
        }
        int level = match.group(1).equals("entries") ? ENTRIES : Integer.parseInt(match.group(1));
        long index = Long.parseLong(match.group(2).replace("x", "").replace("/", ""));
        int width = match.group(3) == null ? WIDTH : Integer.parseInt(match.group(3));
        return width > WIDTH
                ? Optional.empty()
                : Optional.of(new Tile(level, index, width))
                        .filter(tile -> tile.path().equals(path));
    }
}
