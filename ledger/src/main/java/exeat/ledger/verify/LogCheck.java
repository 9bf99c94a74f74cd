package exeat.ledger.verify;

import exeat.ledger.verify.TreeHead.Unproven;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checks a whole log: hashes every entry, compares every tile, and compares the root with the
 * signed checkpoint and every known earlier one.
 */
public final class LogCheck {

    static final int WIDTH = 256;
    private static final int MAX_WRONG = 20;

    private final LogFiles log;
    private final List<String> shown = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /** At each level the hashes that its next tile must hold. */
    private final List<List<byte[]>> above = new ArrayList<>();

    private final RootStack byEntries = new RootStack();
    private final RootStack byTiles = new RootStack();

    private LogCheck(LogFiles log) {
        this.log = log;
    }

    /**
     * Checks the log.
     *
     * @param earlier checkpoints seen before, as whole notes, in any order
     * @throws IOException if the log cannot be read, so there is no result
     */
    public static Verdict check(VerifierKey key, LogFiles log, List<String> earlier)
            throws IOException {
        var check = new LogCheck(log);
        check.run(key, earlier);
        return new Verdict(check.shown, check.wrong);
    }

    private void run(VerifierKey key, List<String> earlier) throws IOException {
        var note = log.read("checkpoint");
        if (note.isEmpty()) {
            wrong("there is no checkpoint");
            return;
        }
        var head = head("the checkpoint", new String(note.get(), StandardCharsets.UTF_8), key);
        if (head.isEmpty()) {
            return;
        }
        shown.add(
                "The checkpoint of %s over %,d entries is signed by its key."
                        .formatted(head.get().origin(), head.get().size()));
        var known = new TreeMap<Long, List<TreeHead>>();
        for (var text : earlier) {
            head("an earlier checkpoint", text, key)
                    .ifPresent(old ->
                            known.computeIfAbsent(old.size(), _ -> new ArrayList<>()).add(old));
        }
        walk(head.get(), known);
    }

    private Optional<TreeHead> head(String which, String note, VerifierKey key) {
        try {
            return Optional.of(TreeHead.of(note, key));
        } catch (Unproven unproven) {
            wrong(which + " " + unproven.getMessage());
            return Optional.empty();
        }
    }

    private void walk(TreeHead head, NavigableMap<Long, List<TreeHead>> known) throws IOException {
        known.tailMap(head.size(), false)
                .keySet()
                .forEach(size ->
                        wrong(
                                ("the log has only %d entries, but there is a checkpoint of it"
                                                + " over %d")
                                        .formatted(head.size(), size)));
        compare(known.getOrDefault(0L, List.of()), 0);
        for (long from = 0; from < head.size(); from += WIDTH) {
            int width = (int) Math.min(WIDTH, head.size() - from);
            if (!bundle(from / WIDTH, width, known) || wrong.size() >= MAX_WRONG) {
                wrong.add("the check stopped there; later entries were not checked");
                return;
            }
        }
        for (int level = 1; level <= above.size(); level++) {
            tile(level, head.size());
        }
        root(head);
        known.headMap(head.size(), true)
                .forEach((size, heads) -> {
                    if (wrong.isEmpty()) {
                        shown.add(
                                "It begins with the %,d entries of an earlier checkpoint."
                                        .formatted(size));
                    }
                });
    }

    private void root(TreeHead head) {
        boolean entries = byEntries.root().equals(head.root());
        boolean tiles = byTiles.root().equals(head.root());
        if (entries && tiles) {
            if (wrong.isEmpty()) {
                shown.add("All %,d entries match its root.".formatted(head.size()));
            }
        } else if (tiles) {
            wrong("the tiles match the signed root, but the entries do not: entries were changed");
        } else if (entries) {
            wrong("the entries match the signed root, but the tiles do not: tiles were changed");
        } else {
            wrong("neither the entries nor the tiles match the signed root");
        }
    }

    /** Walks one bundle and the tile of its leaves; false when the walk cannot go on. */
    private boolean bundle(long n, int width, Map<Long, List<TreeHead>> known) throws IOException {
        var path = path("entries", n, width);
        var tilePath = path("0", n, width);
        var bundle = file(log, "entries", n, width);
        var tile = file(log, "0", n, width);
        if (bundle.isEmpty() || tile.isEmpty()) {
            wrong((bundle.isEmpty() ? path : tilePath) + " is not there");
            return false;
        }
        var entries = entries(bundle.get(), width);
        if (entries.isEmpty() || tile.get().length < width * MerkleHash.LENGTH) {
            wrong((entries.isEmpty() ? path : tilePath) + " is cut short or damaged");
            return false;
        }
        var hashes = new RootStack();
        for (int i = 0; i < width; i++) {
            var leaf = MerkleHash.leaf(entries.get().get(i));
            var said = hash(tile.get(), i);
            if (!Arrays.equals(leaf, said)) {
                wrong(
                        "entry %d, number %d in %s, does not match its leaf hash in %s"
                                .formatted(n * WIDTH + i, i, path, tilePath));
            }
            byEntries.add(leaf);
            byTiles.add(said);
            hashes.add(said);
            compare(known.getOrDefault(n * WIDTH + i + 1, List.of()), n * WIDTH + i + 1);
        }
        if (width == WIDTH) {
            carry(1, hash(hashes), n);
        }
        return true;
    }

    private void compare(List<TreeHead> heads, long size) {
        for (var head : heads) {
            if (!byEntries.root().equals(head.root())) {
                wrong(
                        "the first %d entries differ from those of an earlier checkpoint: %s"
                                .formatted(size, "history was rewritten before entry " + size));
            }
        }
    }

    /** A whole tile's root is one hash of the level above. */
    private void carry(int level, byte[] root, long n) throws IOException {
        while (above.size() < level) {
            above.add(new ArrayList<>());
        }
        var next = above.get(level - 1);
        next.add(root);
        if (next.size() == WIDTH) {
            var hashes = compareTile(level, n / WIDTH, next);
            next.clear();
            carry(level + 1, hash(hashes), n / WIDTH);
        }
    }

    /** The partial tile on the right of a level. */
    private void tile(int level, long size) throws IOException {
        var rest = above.get(level - 1);
        if (!rest.isEmpty()) {
            compareTile(level, (size >>> (8 * level)) / WIDTH, rest);
        }
    }

    private RootStack compareTile(int level, long n, List<byte[]> must) throws IOException {
        var path = path(Integer.toString(level), n, must.size());
        var tile = file(log, Integer.toString(level), n, must.size());
        var stack = new RootStack();
        must.forEach(stack::add);
        if (tile.isEmpty() || tile.get().length < must.size() * MerkleHash.LENGTH) {
            wrong(path + (tile.isEmpty() ? " is not there" : " is cut short"));
            return stack;
        }
        for (int i = 0; i < must.size(); i++) {
            if (!Arrays.equals(must.get(i), hash(tile.get(), i))) {
                wrong(
                        "hash %d of %s is not the root of tile %d below"
                                .formatted(i, path, n * WIDTH + i));
            }
        }
        return stack;
    }

    private static byte[] hash(RootStack stack) {
        return java.util.HexFormat.of().parseHex(stack.root());
    }

    private static byte[] hash(byte[] tile, int i) {
        return Arrays.copyOfRange(tile, i * MerkleHash.LENGTH, (i + 1) * MerkleHash.LENGTH);
    }

    /** A partial file may be gone once the whole one is there. */
    static Optional<byte[]> file(LogFiles log, String kind, long n, int width) throws IOException {
        var file = log.read(path(kind, n, width));
        return file.isEmpty() && width < WIDTH ? log.read(path(kind, n, WIDTH)) : file;
    }

    static Optional<List<byte[]>> entries(byte[] bundle, int width) {
        var entries = new ArrayList<byte[]>();
        int at = 0;
        while (entries.size() < width) {
            if (at + 2 > bundle.length) {
                return Optional.empty();
            }
            int length = ((bundle[at] & 0xff) << 8) | (bundle[at + 1] & 0xff);
            if (at + 2 + length > bundle.length) {
                return Optional.empty();
            }
            entries.add(Arrays.copyOfRange(bundle, at + 2, at + 2 + length));
            at += 2 + length;
        }
        return Optional.of(entries);
    }

    static String path(String kind, long n, int width) {
        var number = new StringBuilder("%03d".formatted(n % 1000));
        for (long rest = n / 1000; rest > 0; rest /= 1000) {
            number.insert(0, "x%03d/".formatted(rest % 1000));
        }
        return "tile/" + kind + "/" + number + (width == WIDTH ? "" : ".p/" + width);
    }

    private void wrong(String sentence) {
        if (wrong.size() < MAX_WRONG) {
            wrong.add(sentence);
        }
    }
}
