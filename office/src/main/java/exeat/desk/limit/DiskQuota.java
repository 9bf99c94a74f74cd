package exeat.desk.limit;

import exeat.config.Config;
import exeat.config.LimitSettings;
import exeat.desk.limit.Budgets.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How much of the disk people may fill who have not signed in, and officers by files. Below some
 * free space of the data folder nobody files, begins or uploads anything, so that the office can go
 * on with its work.
 */
public final class DiskQuota {

    private static final long LOOK = Duration.ofSeconds(1).toNanos();
    private static final Duration AFTER = Duration.ofMinutes(10);

    /** Asks the file system how many bytes are free. */
    @FunctionalInterface
    interface Space {
        long free() throws IOException;
    }

    private final Budgets budgets;
    private final Space space;
    private final long least;
    private final LongSupplier nanos;

    /** Owned by {@link #isShort}. */
    private long lookedAt;

    /** In bytes; owned by {@link #isShort}. */
    private long free = Long.MAX_VALUE;

    public DiskQuota(Budgets budgets, Config config, Path data) {
        this(budgets, config.size(LimitSettings.DISK_FREE), () -> usable(data), System::nanoTime);
    }

    DiskQuota(Budgets budgets, long least, Space space, LongSupplier nanos) {
        this.budgets = budgets;
        this.space = space;
        this.least = least;
        this.nanos = nanos;
        this.lookedAt = nanos.getAsLong() - LOOK;
    }

    private static long usable(Path data) throws IOException {
        return Files.getFileStore(data).getUsableSpace();
    }

    /**
     * Ends what would fill the disk further.
     *
     * @throws OverBudgetException while there is too little free space
     */
    public void require(Use use) {
        if (isShort()) {
            throw budgets.refusal(use, AFTER);
        }
    }

    /** Requires space within a total of its own, such as that of all drafts. */
    public void require(Use use, long bytes, long most) {
        require(use);
        if (bytes > most) {
            throw budgets.refusal(use, AFTER);
        }
    }

    /**
     * Ends a file that would leave too little free space: it lies there twice while it is read.
     *
     * @param bytes of the file
     * @throws OverBudgetException then
     */
    public synchronized void requireRoom(long bytes) {
        if (isShort() || free - 2 * bytes < least) {
            throw budgets.refusal(Use.UPLOAD, AFTER);
        }
    }

    /** Whether there is too little free space; found out once a second at most. */
    public synchronized boolean isShort() {
        long now = nanos.getAsLong();
        if (now - lookedAt >= LOOK) {
            lookedAt = now;
            try {
                free = space.free();
            } catch (IOException unknown) {
                // A folder that cannot be asked fails by itself where something is written to it.
                free = Long.MAX_VALUE;
            }
        }
        return free < least;
    }
}
