package exeat.config;

import static exeat.config.Setting.place;
import static exeat.config.Setting.time;

/** What is kept to bring the database back: the settings of the section {@code backup}. */
public final class BackupSettings {

    public static final Setting ARCHIVE =
            place(
                    "backup.archive",
                    "",
                    "a folder",
                    "Where the write-ahead log of the embedded PostgreSQL is archived, at least once"
                            + " a minute while something is written; with a backup of the running"
                            + " office it brings the database to any time from the end of that"
                            + " backup to the last archived piece. Best on another disk. If empty,"
                            + " nothing is archived.");

    public static final Setting TEST_EVERY =
            time(
                    "backup.test-every",
                    "1d",
                    "90d",
                    "7d",
                    "How often the last backup of the embedded PostgreSQL is restored beside the"
                            + " office, to find out whether that works. It needs as much free space"
                            + " as the database for some minutes.");

    private BackupSettings() {}
}
