package exeat.store;

import exeat.store.database.Database;
import exeat.store.database.Migration;
import exeat.store.database.Sql;
import exeat.store.key.Keys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.postgresql.PGConnection;

/**
 * Data that a release left: its keys, its newest checkpoint, and the rows of its tables. Its tables
 * themselves are made by its own migrations, which are never changed afterwards; their checksums
 * are kept here too. Its keys protect nothing else.
 *
 * @param schema the number of its last migration, which names its folder
 */
public record Release(int schema) {

    /** Every release whose data this version upgrades, the oldest first. */
    public static List<Release> all() {
        return List.of(new Release(211));
    }

    private static final List<String> FILES =
            List.of(
                    "keys/clerk.password",
                    "keys/door.password",
                    "keys/keyset",
                    "keys/ledger",
                    "keys/ledger.origin",
                    "keys/pepper",
                    "keys/reader.password",
                    "keys/sequencer.password",
                    "keys/writer.password",
                    "ledger/checkpoint");

    /** Filled by migrations, or Flyway's own. */
    private static final List<String> LEFT_OUT = List.of("event_right", "flyway_schema_history");

    private static final String NOW = "now";
    private static final String CASES = "cases.csv";
    private static final String CHECKSUMS = "checksums";
    private static final String ROWS = "rows.gz";

    /** When the last thing happened in it. */
    public String at() throws IOException {
        return text(NOW).strip();
    }

    /** What each application is an example of, with its number, secret, stage and version. */
    public String cases() throws IOException {
        return text(CASES);
    }

    /** The checksum of each of its migrations, by number. */
    public Map<String, String> checksums() throws IOException {
        var sums = new TreeMap<String, String>();
        text(CHECKSUMS).lines().map(line -> line.split(" ", 2)).forEach(l -> sums.put(l[0], l[1]));
        return sums;
    }

    /** The same of the files as they are today. */
    public Map<String, String> checksumsToday(String url, String user, String password) {
        return checksums(flyway(url, user, password), schema);
    }

    private static Map<String, String> checksums(Flyway flyway, int schema) {
        var sums = new TreeMap<String, String>();
        for (var file : flyway.info().all()) {
            if (number(file) > 0 && number(file) <= schema) {
                sums.put(Integer.toString(number(file)), Objects.toString(file.getChecksum()));
            }
        }
        return sums;
    }

    private static int number(MigrationInfo migration) {
        var version = migration.getVersion();
        return version == null ? 0 : Integer.parseInt(version.getVersion());
    }

    private static Flyway flyway(String url, String user, String password) {
        return Flyway.configure()
                .dataSource(url, user, password)
                .schemas("exeat")
                .locations("classpath:exeat/store/schema")
                .placeholders(Database.Role.placeholders(Migration.databaseName(url)))
                .load();
    }

    private String text(String name) throws IOException {
        return new String(bytes(name), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String name) throws IOException {
        var path = "/exeat/desk/release/" + schema + "/" + name;
        try (var in = Objects.requireNonNull(Release.class.getResourceAsStream(path), path)) {
            return in.readAllBytes();
        }
    }

    /** Its data folder without the database. */
    public void files(Path data) throws IOException {
        Keys.in(data);
        for (var name : FILES) {
            var file = data.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, bytes(name));
        }
    }

    /** Its tables and rows, in an empty database of this owner. */
    public void restore(Path data, String url, String user, String password)
            throws IOException, SQLException {
        try (var owner = DriverManager.getConnection(url, user, password)) {
            Migration.roles(owner, Migration.databaseName(url), Keys.in(data));
        }
        Flyway.configure()
                .configuration(flyway(url, user, password).getConfiguration())
                .target(Integer.toString(schema))
                .load()
                .migrate();
        try (var owner = DriverManager.getConnection(url, user, password);
                var rows = new GZIPInputStream(new java.io.ByteArrayInputStream(bytes(ROWS)))) {
            read(owner, new String(rows.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static final Pattern END = Pattern.compile("(?m)^\\\\\\.\n");

    /** Each table as COPY writes it, after a line that names it with its columns. */
    private static void read(Connection owner, String text) throws SQLException, IOException {
        for (var part : END.splitAsStream(text).toList()) {
            int end = part.indexOf('\n');
            var columns = part.substring(0, end);
            var table = columns.substring(0, columns.indexOf(' '));
            // What they would write is there already.
            Sql.run(owner, "alter table " + table + " disable trigger user");
            Sql.run(owner, "delete from " + table);
            owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(
                            "copy " + columns + " from stdin",
                            new StringReader(part.substring(end + 1)));
            Sql.run(owner, "alter table " + table + " enable trigger user");
        }
        for (var counter : Sql.query(owner, COUNTERS, row -> row.getString("sql"))) {
            Sql.query(owner, counter, row -> row.getLong(1));
        }
    }

    /** Numbers that the database gives go on after those that are there. */
    private static final String COUNTERS =
            """
            select format('select setval(%L, coalesce(max(%I), 0) + 1, false) from exeat.%I',
                pg_get_serial_sequence('exeat.' || c.relname, a.attname), a.attname, c.relname)
                as sql
            from pg_attribute a join pg_class c on c.oid = a.attrelid
            where c.relnamespace = 'exeat'::regnamespace and a.attidentity <> ''
            """;

    /** In the order in which they were made, so that what is referred to comes first. */
    private static final String TABLES =
            """
            select c.relname as name, string_agg(a.attname, ', ' order by a.attnum) as columns
            from pg_class c join pg_attribute a on a.attrelid = c.oid
            where c.relnamespace = 'exeat'::regnamespace and c.relkind = 'r'
                and a.attnum > 0 and not a.attisdropped
            group by c.oid, c.relname order by c.oid
            """;

    private record Table(String name, String columns) {}

    /** Keeps the data of an office that stands still, for all later versions. */
    public void keep(Path to, Path data, Connection owner, String now, String cases)
            throws IOException, SQLException {
        Files.createDirectories(to);
        Files.writeString(to.resolve(NOW), now + "\n");
        Files.writeString(to.resolve(CASES), cases);
        for (var name : FILES) {
            var file = to.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, Files.readAllBytes(data.resolve(name)));
        }
        var all = new ByteArrayOutputStream();
        try (var rows = new GZIPOutputStream(all)) {
            for (var table : tables(owner)) {
                var into = "exeat.%s (%s)".formatted(table.name(), table.columns());
                var text = new StringWriter();
                owner.unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyOut("copy " + into + " to stdout", text);
                rows.write((into + "\n" + text + "\\.\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.write(to.resolve(ROWS), all.toByteArray());
    }

    private static List<Table> tables(Connection owner) throws SQLException {
        var tables =
                new ArrayList<>(
                        Sql.query(
                                owner,
                                TABLES,
                                row -> new Table(row.getString("name"), row.getString("columns"))));
        tables.removeIf(table -> LEFT_OUT.contains(table.name()));
        return tables;
    }

    /** Keeps what the files of its migrations are. */
    public void keepChecksums(Path to, String url, String user, String password)
            throws IOException {
        var lines = new ArrayList<String>();
        checksumsToday(url, user, password).forEach((n, sum) -> lines.add(n + " " + sum));
        Files.writeString(to.resolve(CHECKSUMS), String.join("\n", lines) + "\n");
    }

    /** The number of the last migration of this version. */
    public static Release ofToday(String url, String user, String password) {
        return new Release(
                Arrays.stream(flyway(url, user, password).info().all())
                        .mapToInt(Release::number)
                        .max()
                        .orElseThrow());
    }
}
