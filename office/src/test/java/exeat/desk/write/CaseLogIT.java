package exeat.desk.write;

import static exeat.desk.Town.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.CrossingDirection;
import exeat.desk.Backstage;
import exeat.desk.Town;
import java.sql.Connection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What a case leaves in PostgreSQL's log, by table and index, read from the log itself: it does not
 * depend on how busy the machine is. {@code docs/operate/cost.md} says what it comes to.
 */
class CaseLogIT {

    private static final int CASES = 8;

    /** Applying, handing out the secret, confirming, two clearances, authorising, two crossings. */
    private static final int COMMANDS = 7;

    /** Of one client, with what its reading writes; 36,700 at first. */
    private static final double MAX_BYTES = 31_000;

    private final Town town = Town.shared();

    /** Records and bytes of one table or index, whole pages not counted. */
    private record Written(double records, double bytes) {}

    @Test
    void a_command_writes_what_is_new_and_no_index_of_what_stays() throws Exception {
        cases(); // makes caches and pages
        var url = Backstage.url(town);
        try (var exeat = Backstage.superuser(town);
                var beside =
                        Backstage.superuser(
                                town, url.substring(0, url.lastIndexOf('/')) + "/postgres")) {
            Backstage.run(beside, "create extension if not exists pg_walinspect");
            var begin = place(beside);
            cases();
            town.sequenced();
            var written = written(exeat, beside, begin, place(beside));

            assertThat(records(written, "request")).isEqualTo(COMMANDS);
            // Every border post sees a paper that is out, by one row.
            assertThat(records(written, "case_authority")).isLessThan(8);
            // One row in and one out for each command, and for what was written down of reading.
            assertThat(records(written, "ledger_queue")).isBetween(14.0, 24.0);
            // A place for each command, and not for each step.
            assertThat(records(written, "ledger_span")).isBetween(7.0, 12.0);
            assertThat(records(written, "event_pkey")).isBetween(12.0, 16.0);
            for (var index : new String[] {"stream_key_key", "stream_number_key", "stream_pkey"}) {
                // Once for the case, and where a page has no room for another version.
                assertThat(records(written, index)).as(index).isBetween(1.0, 3.5);
            }
            assertThat(written.values().stream().mapToDouble(Written::bytes).sum())
                    .as("bytes of a case: %s", written)
                    .isLessThan(MAX_BYTES);
        }
    }

    private static double records(Map<String, Written> written, String of) {
        return Objects.requireNonNull(written.get(of), of).records();
    }

    private void cases() {
        for (int n = 0; n < CASES; n++) {
            var filing = town.confirmed(Town.returning());
            town.clear(filing, ONE);
            town.authorise(filing, ONE);
            town.cross(filing, ONE, CrossingDirection.DEPARTURE);
        }
    }

    private static String place(Connection connection) throws Exception {
        return Backstage.rows(connection, "select pg_current_wal_insert_lsn()::text as at")
                .getFirst()
                .text("at");
    }

    /** Of the office's tables and indexes, for each case. */
    private static Map<String, Written> written(
            Connection exeat, Connection beside, String begin, String end) throws Exception {
        var names =
                Backstage.rows(
                                exeat,
                                """
                                select pg_relation_filenode(oid)::text as file, relname as name
                                from pg_class where relnamespace = 'exeat'::regnamespace
                                    and relkind in ('r', 'i')
                                """)
                        .stream()
                        .collect(
                                Collectors.toMap(row -> row.text("file"), row -> row.text("name")));
        var written = new TreeMap<String, Written>();
        var rows =
                Backstage.rows(
                        beside,
                        """
                        select relfilenode::text as file, count(*) as records,
                            sum(record_length - block_fpi_length) as bytes
                        from pg_get_wal_block_info('%s', '%s') where block_id = 0 group by relfilenode
                        """
                                .formatted(begin, end));
        for (var row : rows) {
            var name = names.get(row.text("file"));
            if (name != null) {
                double cases = CASES;
                written.put(
                        name,
                        new Written(row.number("records") / cases, row.number("bytes") / cases));
            }
        }
        return written;
    }
}
