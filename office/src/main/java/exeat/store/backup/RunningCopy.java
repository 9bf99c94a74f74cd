package exeat.store.backup;

import exeat.store.database.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Copies the folder of a PostgreSQL that runs, as its manual says (Continuous Archiving, Making a
 * Base Backup Using the Low Level API), with the write-ahead log that makes the copy whole. The
 * server keeps that log for as long as the connection is open.
 *
 * <p>After a crash: the server forgets that it was copied, and the copy has no name yet.
 */
final class RunningCopy implements AutoCloseable {

    /** Read when all the rest is copied. */
    private static final String CONTROL = "global/pg_control";

    /** What belongs to the running process, and what PostgreSQL makes anew when it starts. */
    private static final Set<String> NOT_COPIED =
            Set.of("postmaster.pid", "postmaster.opts", "epg-lock", "backup_label", CONTROL);

    /** Whose content is made anew; the folders themselves must be there. */
    private static final List<String> EMPTIED =
            List.of(
                    "pg_wal/",
                    "pg_replslot/",
                    "pg_dynshmem/",
                    "pg_notify/",
                    "pg_serial/",
                    "pg_snapshots/",
                    "pg_stat_tmp/",
                    "pg_subtrans/");

    private static final int TRIES = 100;

    private final Connection superuser;
    private final Path folder;
    private final String first;

    private RunningCopy(Connection superuser, Path folder, String first) {
        this.superuser = superuser;
        this.folder = folder;
        this.first = first;
    }

    /**
     * From now on what is copied is part of the copy.
     *
     * @param superuser a connection of the superuser's, which belongs to this from here on
     */
    static RunningCopy begin(Connection superuser, Path folder) throws SQLException {
        try {
            // Ends with the connection.
            text(
                    superuser,
                    "select (pg_create_physical_replication_slot('exeat_backup_'"
                            + " || pg_backend_pid(), true, true)).slot_name as it");
            var first =
                    text(
                            superuser,
                            "select pg_walfile_name(pg_backup_start('exeat', fast => true)) as it");
            return new RunningCopy(superuser, folder, first);
        } catch (SQLException | RuntimeException failed) {
            superuser.close();
            throw failed;
        }
    }

    /** Everything but the log. */
    void files(PackedFolder to) throws IOException {
        to.folder(
                folder,
                name ->
                        !NOT_COPIED.contains(name)
                                && EMPTIED.stream().noneMatch(name::startsWith)
                                && !name.contains("pgsql_tmp")
                                && !name.endsWith("pg_internal.init"));
        to.file(CONTROL, settled(folder.resolve(CONTROL)));
    }

    /** A small file that is written anew at times, as it is between two times. */
    private static byte[] settled(Path file) throws IOException {
        var last = Files.readAllBytes(file);
        for (int tries = 0; tries < TRIES; tries++) {
            var now = Files.readAllBytes(file);
            if (Arrays.equals(last, now)) {
                return now;
            }
            last = now;
        }
        throw new IOException(file + " changes all the time");
    }

    /** The end of the copy: its label, and the log from its first moment to its last. */
    Ended end(PackedFolder to) throws IOException, SQLException {
        record Stopped(String label, String spaces, String last, Instant at) {}
        var stopped =
                Sql.one(
                                superuser,
                                """
                                select s.labelfile, coalesce(s.spcmapfile, '') as spcmapfile,
                                    pg_walfile_name(s.lsn) as last, clock_timestamp() as at
                                from pg_backup_stop(wait_for_archive => false) s
                                """,
                                row ->
                                        new Stopped(
                                                row.getString("labelfile"),
                                                row.getString("spcmapfile"),
                                                row.getString("last"),
                                                Sql.instant(row, "at")))
                        .orElseThrow();
        if (!stopped.spaces().isBlank()) {
            throw new IOException("tablespaces outside the data folder are not copied");
        }
        to.file("backup_label", stopped.label().getBytes(StandardCharsets.UTF_8));
        for (var name : WalSegment.between(first, stopped.last())) {
            to.file("pg_wal/" + name, Files.readAllBytes(folder.resolve("pg_wal").resolve(name)));
        }
        return new Ended(first, stopped.at());
    }

    /**
     * A finished copy.
     *
     * @param first the piece of the log with which its recovery begins
     * @param at from when on the database can be brought to any time
     */
    record Ended(String first, Instant at) {}

    private static String text(Connection connection, String sql) throws SQLException {
        return Sql.one(connection, sql, row -> row.getString("it")).orElseThrow();
    }

    @Override
    public void close() throws SQLException {
        superuser.close();
    }
}
