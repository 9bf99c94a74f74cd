package exeat.demo.age;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.demo.Packs;
import exeat.demo.Patience;
import exeat.demo.Today;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Costs that must not grow with the number of stored applications. */
class AgeIT {

    private static final AgeLoad.Size MANY = new AgeLoad.Size(100_000, 60, 800, 850, 1963);
    private static final long LARGE = 20_000;

    @Tag("full")
    @Test
    void nothing_reads_a_large_table_from_end_to_end_with_100_000_applications(@TempDir Path data)
            throws Exception {
        var said = new ByteArrayOutputStream();
        var out = new PrintStream(said, true, StandardCharsets.UTF_8);
        AgeLoad.load(data, Packs.folder(), MANY, out);
        try (var database = Database.embedded(data, Keys.in(data));
                var superuser = AgeLoad.superuser(data)) {
            assertThat(database.isReachable()).isTrue();
            assertThat(large(superuser)).contains("stream", "event", "request", "work_item");

            assertThat(read(superuser, data, Set.of())).isEmpty();
            // The check works: without indexes, the costs do grow.
            AgeLoad.run(
                    superuser,
                    """
                    do $$
                    declare
                        i regclass;
                    begin
                        alter table exeat.work_item drop constraint work_item_pkey;
                        for i in select x.indexrelid::regclass from pg_index x
                            where x.indrelid = 'exeat.work_item'::regclass
                        loop
                            execute 'drop index ' || i;
                        end loop;
                    end $$
                    """);
            assertThat(read(superuser, data, Set.of("queue WORK of jl-yanji-fa")))
                    .containsExactly("work_item");
        }
    }

    /** The large tables that were read whole while all of it, or some, was done. */
    private static Set<String> read(Connection superuser, Path data, Set<String> only)
            throws SQLException, java.io.IOException, InterruptedException {
        settled(superuser);
        var before = scans(superuser);
        var url = Files.readString(data.resolve("keys").resolve("address")).strip();
        var password = Keys.in(data).password("owner");
        var outside =
                new OfficeSettings(
                        data,
                        Optional.of(url),
                        Optional.of("exeat"),
                        Optional.of(password),
                        Packs.folder());
        try (var office = Office.open(outside, Today.clock())) {
            for (var op : new AgeDrive(office).ops()) {
                if (only.isEmpty() || only.contains(op.name())) {
                    var _ = op.once().applyAsInt(0);
                }
            }
            var patience = Patience.of(Duration.ofSeconds(30));
            while (office.health().ledger().waiting() > 0) {
                assertThat(patience.isOver()).isFalse();
                Thread.sleep(20);
            }
        }
        settled(superuser);
        var large = large(superuser);
        var read = new TreeSet<String>();
        scans(superuser)
                .forEach((table, n) -> {
                    if (large.contains(table) && n > before.getOrDefault(table, 0L)) {
                        read.add(table);
                    }
                });
        return read;
    }

    /**
     * Until nobody is connected but the five pools outside: a connection reports its counts when it
     * ends.
     */
    private static void settled(Connection superuser) throws SQLException, InterruptedException {
        var patience = Patience.of(Duration.ofSeconds(60));
        while (AgeLoad.number(
                        superuser,
                        "select count(1) from pg_stat_activity where usename like 'exeat_%'")
                != AgeLoad.number(superuser, "select 5")) {
            assertThat(patience.isOver()).isFalse();
            Thread.sleep(20);
        }
    }

    private static Map<String, Long> scans(Connection superuser) throws SQLException {
        var scans = new HashMap<String, Long>();
        try (var statement = superuser.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select relname, seq_scan from pg_stat_user_tables
                                where schemaname = 'exeat'
                                """)) {
            while (rows.next()) {
                scans.put(rows.getString("relname"), rows.getLong("seq_scan"));
            }
        }
        return scans;
    }

    private static Set<String> large(Connection superuser) throws SQLException {
        var large = new TreeSet<String>();
        try (var statement = superuser.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select relname from pg_class
                                where relnamespace = 'exeat'::regnamespace and relkind = 'r'
                                    and reltuples > %d
                                """
                                        .formatted(LARGE))) {
            while (rows.next()) {
                large.add(rows.getString("relname"));
            }
        }
        return large;
    }
}
