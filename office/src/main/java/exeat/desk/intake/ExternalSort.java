package exeat.desk.intake;

import exeat.store.key.SealedFile;
import exeat.store.key.Vault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Sorts any number of records by their bytes: runs of some megabytes are sorted in memory, written
 * encrypted to disk, and then merged. Owned by one thread.
 */
final class ExternalSort {

    private static final int RUN_BYTES = 8 << 20;

    /** What an array takes beside its bytes. */
    private static final int OVERHEAD = 24;

    private final Path folder;
    private final String name;
    private final Vault vault;
    private final List<byte[]> run = new ArrayList<>();
    private long bytes;
    private int runs;

    /** Lays its runs into a folder, under a name of their own. */
    ExternalSort(Path folder, String name, Vault vault) {
        this.folder = folder;
        this.name = name;
        this.vault = vault;
    }

    void add(byte[] record) throws IOException {
        run.add(record);
        bytes += record.length + OVERHEAD;
        if (bytes >= RUN_BYTES) {
            lay();
        }
    }

    private void lay() throws IOException {
        run.sort(Arrays::compareUnsigned);
        try (var file = SealedFile.create(folder.resolve(file(runs)), vault, sealed(runs))) {
            for (var record : run) {
                file.write(record);
            }
            file.flush();
        }
        runs++;
        run.clear();
        bytes = 0;
    }

    /** Lays the last run, and says how many there are. */
    int end() throws IOException {
        if (!run.isEmpty()) {
            lay();
        }
        return runs;
    }

    private String file(int n) {
        return name + "-" + n;
    }

    /** A run is sealed for this folder and its own place in it. */
    private String sealed(int n) {
        return folder.getFileName() + "/" + file(n);
    }

    /** Runs that were laid, read in order. */
    Merged read(int count) throws IOException {
        var merged = new Merged();
        try {
            for (int n = 0; n < count; n++) {
                merged.open(SealedFile.open(folder.resolve(file(n)), vault, sealed(n)));
            }
            return merged;
        } catch (IOException | RuntimeException failed) {
            merged.close();
            throw failed;
        }
    }

    /** All records, the smallest first. */
    static final class Merged implements AutoCloseable {
        /** The next record of a run. */
        private static final class Head {
            private final byte[] record;
            private final SealedFile.FrameReader from;

            Head(byte[] record, SealedFile.FrameReader from) {
                this.record = record;
                this.from = from;
            }
        }

        private final List<SealedFile.FrameReader> open = new ArrayList<>();
        private final PriorityQueue<Head> heads =
                new PriorityQueue<>(
                        Comparator.comparing(head -> head.record, Arrays::compareUnsigned));

        private void open(SealedFile.FrameReader reader) throws IOException {
            open.add(reader);
            take(reader);
        }

        private void take(SealedFile.FrameReader reader) throws IOException {
            reader.next().ifPresent(record -> heads.add(new Head(record, reader)));
        }

        Optional<byte[]> next() throws IOException {
            var head = heads.poll();
            if (head == null) {
                return Optional.empty();
            }
            take(head.from);
            return Optional.of(head.record);
        }

        @Override
        public void close() throws IOException {
            for (var reader : open) {
                reader.close();
            }
        }
    }
}
