package exeat.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The machine's clock and zone come in where a program begins, and nowhere else: neither the rooms
 * nor their tests can tell which day it is, or where.
 */
class TimeTest {

    private static final Pattern CLOCK =
            Pattern.compile(
                    "\\b(Instant|Local(Date|Time|DateTime)|(Zoned|Offset)DateTime|OffsetTime|Year"
                            + "|YearMonth|MonthDay)(\\.now\\(|::now\\b)"
                            + "|\\bInstantSource(\\.|::)system|\\bClock(\\.|::)(system|tick)"
                            + "|\\bSystem(\\.currentTimeMillis\\(|::currentTimeMillis)|\\bnew Date\\(\\)"
                            + "|\\bCalendar\\.getInstance");

    private static final Pattern ZONE =
            Pattern.compile(
                    "\\bZoneId(\\.systemDefault\\(|::systemDefault)"
                            + "|\\bTimeZone(\\.[gs]etDefault\\(|::getDefault)"
                            + "|\\bnew (SimpleDateFormat|GregorianCalendar)\\b");

    private static final Pattern SQL =
            Pattern.compile(
                    "(?<![\\w.\"])(now\\(\\)|(clock|statement|transaction)_timestamp\\(|timeofday\\()"
                            + "|(?<!\\w)(current_(date|time|timestamp)|localtime(stamp)?)(?!\\w)",
                    Pattern.CASE_INSENSITIVE);

    /** Where a program begins, or is begun as a process of its own that reads the clock. */
    private static final Set<String> ROOTS =
            Set.of(
                    "server/src/main/java/exeat/server/Startup.java",
                    "tool/src/main/java/exeat/tool/cli/CommandIo.java",
                    "bench/src/main/java/exeat/bench/cases/BenchOffice.java",
                    // A server that is killed is a whole process, and this is its auditor.
                    "server/src/test/java/exeat/crash/KillIT.java",
                    "server/src/test/java/exeat/crash/Signed.java");

    /** Where PostgreSQL itself says what time it is. */
    private static final Set<String> DATED_BY_POSTGRESQL =
            Set.of(
                    // Triggers log what is done with accounts, whoever does it: no client dates
                    // that.
                    "office/src/main/resources/exeat/store/schema/V201__register.sql",
                    "office/src/main/resources/exeat/store/schema/V202__streams.sql",
                    "office/src/main/resources/exeat/store/schema/V203__people.sql",
                    "office/src/main/resources/exeat/store/schema/V206__ledger.sql",
                    // Its own clock stands in the log by which a copy is brought to a time.
                    "office/src/main/java/exeat/store/backup/RunningCopy.java",
                    "office/src/test/java/exeat/desk/RunningBackupIT.java",
                    // What somebody types who tampers.
                    "office/src/main/resources/exeat/store/tamper/tampers.sql",
                    // How far its clock is from this machine's.
                    "office/src/main/java/exeat/store/database/DatabaseSafety.java",
                    // A peer of the bench, and no part of the program.
                    "bench/src/main/java/exeat/bench/cases/BareRoad.java");

    @Test
    void the_clock_is_read_where_a_program_begins_and_nowhere_else() throws IOException {
        assertThat(found(CLOCK, Rooms.sources())).containsExactlyInAnyOrderElementsOf(ROOTS);
    }

    @Test
    void nothing_depends_on_the_zone_of_the_machine() throws IOException {
        assertThat(found(ZONE, Rooms.sources())).isEmpty();
    }

    @Test
    void the_database_is_told_what_time_it_is() throws IOException {
        var told =
                Rooms.files().stream()
                        .filter(file -> file.toString().endsWith(".sql") || isOfDatabase(file))
                        .toList();
        assertThat(told).hasSizeGreaterThan(100);
        assertThat(found(SQL, told)).containsExactlyInAnyOrderElementsOf(DATED_BY_POSTGRESQL);
    }

    /** Whether there may be SQL in it. */
    private static boolean isOfDatabase(Path file) {
        var name = name(file);
        return name.endsWith(".java")
                && (name.startsWith("office/src/main/java/exeat/store/")
                        || name.startsWith("office/src/test/")
                        || name.startsWith("demo/src/test/")
                        || name.startsWith("bench/"));
    }

    /** The files in which it stands, outside comments. */
    private static List<String> found(Pattern what, List<Path> files) throws IOException {
        var found = new ArrayList<String>();
        for (var file : files) {
            try (var lines = Files.lines(file)) {
                if (lines.map(String::strip)
                        .filter(line -> !line.startsWith("*") && !line.startsWith("//"))
                        .anyMatch(line -> what.matcher(line).find())) {
                    found.add(name(file));
                }
            }
        }
        return found;
    }

    private static String name(Path file) {
        return Rooms.root().relativize(file).toString();
    }
}
