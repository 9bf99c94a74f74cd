package exeat.server;

import exeat.config.Config;
import exeat.config.Settings;
import exeat.store.ClosedFolder;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jboss.logging.Logger;

/**
 * The folder for the files of a form while they arrive. Files that a broken connection or a killed
 * server left there are removed.
 */
@Singleton
public final class UploadFolder {

    /**
     * A file that has not been written to for this long does not belong to a form that is still
     * arriving.
     */
    static final Duration LEFT = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(UploadFolder.class);

    private final Path folder;
    private final InstantSource clock;

    @Inject
    UploadFolder(Config config, InstantSource clock) {
        this(config.path(Settings.DATA).resolve("uploads"), clock);
    }

    UploadFolder(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
    }

    /** Makes the folder for its owner alone, without what an earlier process left. */
    void open() {
        try {
            ClosedFolder.make(folder);
        } catch (IOException failed) {
            throw new UncheckedIOException("the folder for uploads cannot be used", failed);
        }
        removeOlderThan(Instant.MAX);
    }

    /** Removes what nobody has written to since {@link #LEFT} ago. */
    void sweep() {
        removeOlderThan(clock.instant().minus(LEFT));
    }

    private void removeOlderThan(Instant last) {
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
