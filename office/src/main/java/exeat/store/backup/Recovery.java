package exeat.store.backup;

import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What PostgreSQL is told so that it makes the copy of a running server whole, and brings it to a
 * time. It then goes on as a new timeline, whose log is never mistaken for that of the old one.
 */
final class Recovery {

    private static final String SIGNAL = "recovery.signal";
    private static final String SETTINGS = "postgresql.auto.conf";
    private static final String LOG = "wal";

    /** As the server words it when the log ends before the time to which it is to be brought. */
    private static final String TOO_SHORT = "recovery ended before configured recovery target";

    /** As it words that it has begun. */
    private static final String BEGUN = "starting point-in-time recovery";

    /** As it words a time before the copy was finished. */
    private static final String TOO_EARLY = "before consistent recovery point";

    /** A server that reads its settings knows no names of time zones yet. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSSxxx");

    private final Path postgres;
    private final String settings;
    private final Optional<Instant> to;

    private Recovery(Path postgres, String settings, Optional<Instant> to) {
        this.postgres = postgres;
        this.settings = settings;
        this.to = to;
    }

    /**
     * Makes an unpacked copy ready to be started.
     *
     * @param archive the log from its first moment on; empty for what the copy itself has
     * @param to the last moment that is brought back; empty for all that there is
     * @throws OfficeException {@link Code#BAD_INPUT} when the archive is not whole
     */
    static Recovery prepare(
            Path postgres,
            RunningCopy.Ended copy,
            Optional<WalArchive> archive,
            Optional<Instant> to)
            throws IOException {
        if (to.isPresent() && to.get().isBefore(copy.at())) {
            throw new OfficeException(
                    Code.BAD_INPUT,
                    "the backup was finished at %s, after %s: take an earlier one"
                            .formatted(copy.at(), to.get()));
        }
        var file = postgres.resolve(SETTINGS);
        var before = Files.exists(file) ? Files.readString(file) : "";
        var text = new StringBuilder(before);
        if (archive.isPresent()) {
            archive.get()
                    .unpack(copy.first(), postgres.resolve("pg_wal"), postgres.resolveSibling(LOG));
            text.append("restore_command = 'cp ../").append(LOG).append("/%f %p'\n");
        } else {
            text.append("restore_command = 'exit 1'\n");
        }
        // Nobody reads before it is whole, and then it goes on by itself.
        text.append("hot_standby = off\nrecovery_target_action = 'promote'\n");
        to.ifPresent(at ->
                text.append("recovery_target_time = '")
                        .append(TIME.format(at.atOffset(ZoneOffset.UTC)))
                        .append("'\n"));
        Files.writeString(file, text);
        Files.writeString(postgres.resolve(SIGNAL), "");
        return new Recovery(postgres, before, to);
    }

    /** Once it is done, nothing of it stays. */
    void finish() throws IOException {
        Files.writeString(postgres.resolve(SETTINGS), settings);
        Files.deleteIfExists(postgres.resolve(SIGNAL));
        Files.deleteIfExists(postgres.resolve("backup_label.old"));
        BackupFiles.settle(postgres.resolve(SETTINGS));
    }

    /** The failure in words that say what to do, where that is known. */
    OfficeException explained(OfficeException failed) {
        var said = String.valueOf(failed.getMessage());
        var at = to.map(Instant::toString).orElse("");
        if (said.contains(TOO_EARLY)) {
            return new OfficeException(
                    Code.BAD_INPUT,
                    "the backup is later than " + at + ": take an earlier one",
                    failed);
        }
        // Its last words may be missing: then it had begun, and did not come to that time.
        if (said.contains(TOO_SHORT) || (to.isPresent() && said.contains(BEGUN))) {
            return new OfficeException(
                    Code.BAD_INPUT,
                    "the archived log ends before "
                            + at
                            + ": nothing was restored. Without --to everything that is there is"
                            + " restored",
                    failed);
        }
        return failed;
    }
}
