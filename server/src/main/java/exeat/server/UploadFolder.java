package exeat.server;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.store.ClosedFolder;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * Where the server lays aside the files of a form while it comes in. What a broken connection or a
 * killed server left there is removed.
 */
@Singleton
public final class UploadFolder {

    /** Nothing is written to a file for as long as this while its form still comes in. */
    static final Duration LEFT = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(UploadFolder.class);

    private final Path folder;

    @Inject
    UploadFolder(Config config) {
        this(config.path(Settings.DATA).resolve("uploads"));
    }

    UploadFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder for its owner alone, without what an earlier process left. */
    void open() {
        try {
            ClosedFolder.make(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("the folder for uploads cannot be used", failed);
        }
        sweep(Instant.MAX);
    }

    /** Removes what nobody has written to since {@link #LEFT} before this instant. */
    void sweep(Instant now) {
        var last = now.equals(Instant.MAX) ? now : now.minus(LEFT);
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(last)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException gone) {
            // Its form ended meanwhile; the next sweep looks at the rest.
            LOG.debug("an upload ended during a sweep", gone);
        } catch (IOException failed) {
            throw new UncheckedIOException("old uploads cannot be removed", failed);
        }
    }
}
