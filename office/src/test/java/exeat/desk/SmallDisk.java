package exeat.desk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A real file system, small enough to fill, if the user may mount one. */
public final class SmallDisk implements AutoCloseable {

    private static final int MEGABYTES = 300;
    private static final int BLOCK = 1 << 16;

    public final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /** Empty where this process may not mount; only root may, and not in every container. */
    public static Optional<SmallDisk> mount() throws IOException, InterruptedException {
        var folder = Town.emptyFolder();
        return run(
                        "mount",
                        "-t",
                        "tmpfs",
                        "-o",
                        "size=" + MEGABYTES + "m,mode=0700",
                        "exeat",
                        folder.toString())
                ? Optional.of(new SmallDisk(folder))
                : Optional.empty();
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        try {
            var run =
                    new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return run.waitFor(30, TimeUnit.SECONDS) && run.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        }
    }

    private Path ballast() {
        return folder.resolve("ballast");
    }

    /** Fills it to the last block. */
    public void fill() throws IOException {
        for (int size = BLOCK; size >= 512; size /= 2) {
            try (OutputStream out =
                    Files.newOutputStream(
                            ballast(),
                            java.nio.file.StandardOpenOption.CREATE,
                            java.nio.file.StandardOpenOption.APPEND)) {
                while (true) {
                    out.write(new byte[size]);
                }
            } catch (IOException full) {
                // As it was meant: not one more of these fits.
            }
        }
    }

    /** Somebody makes room. */
    public void makeRoom() throws IOException {
        Files.delete(ballast());
    }

    @Override
    public void close() throws IOException {
        try {
            run("umount", "--lazy", folder.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
