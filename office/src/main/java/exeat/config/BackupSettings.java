package exeat.config;

import static exeat.config.Setting.place;

/** What is kept to bring the database back: the settings of the section {@code backup}. */
public final class BackupSettings {

    public static final Setting ARCHIVE =
            place(
                    "backup.archive",
                    "",
                    "a folder",
                    "Where the write-ahead log of the embedded PostgreSQL is archived, at least once"
                            + " a minute while something is written; with a backup it brings the"
                            + " database to any time. Best on another disk. If empty, nothing is"
                            + " archived.");

    private BackupSettings() {}
}
