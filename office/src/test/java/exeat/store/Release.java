package exeat.store;

import exeat.store.database.Database;
import exeat.store.database.EmbeddedDatabase;
import exeat.store.database.Sql;
import exeat.store.key.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * Data of release 0.1.0: its keys, its newest checkpoint, and its database as SQL, made by its own
 * code with 48 made-up applications. Its keys protect nothing else.
 */
public final class Release {

    /** When the last thing happened in it. */
    public static final String NOW = "now";

    /**
     * One line per application: what it is an example of, stream, number, secret, stage, version.
     */
    public static final String CASES = "cases.csv";

    private static final String FOLDER = "/exeat/desk/release-0.1.0/";

    private Release() {}

    public static String text(String name) throws IOException {
        return new String(bytes(name), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String name) throws IOException {
        try (var in =
                Objects.requireNonNull(Release.class.getResourceAsStream(FOLDER + name), name)) {
            return in.readAllBytes();
        }
    }

    /** Its statements, readable by psql and by a driver. */
    public static String sql() throws IOException {
        try (var in =
                new GZIPInputStream(new java.io.ByteArrayInputStream(bytes("database.sql.gz")))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    /** Its data folder without the database. */
    public static void files(Path data) throws IOException {
        Keys.in(data);
        for (var name :
                List.of(
                        "keys/clerk.password",
                        "keys/door.password",
                        "keys/ledger",
                        "keys/ledger.origin",
                        "keys/master",
                        "keys/pepper",
                        "keys/reader.password",
                        "keys/sequencer.password",
                        "keys/writer.password",
                        "ledger/checkpoint")) {
            var file = data.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.write(file, bytes(name));
        }
    }

    /** The roles to which its database gives rights. */
    public static void roles(Connection owner) throws SQLException {
        for (var role : Database.Role.values()) {
            Sql.run(owner, "create role exeat_" + role.word() + " login noinherit");
        }
    }

    /** Its data folder with its database, as the embedded PostgreSQL of today. */
    public static void embedded(Path data) throws IOException, SQLException {
        files(data);
        var keys = Keys.in(data);
        try (var server = EmbeddedDatabase.start(data, keys)) {
            var address = EmbeddedDatabase.written(keys).orElseThrow();
            var url = address.with("preferQueryMode=simple");
            try (var owner = DriverManager.getConnection(url, address.user(), address.password());
                    var statement = owner.createStatement()) {
                roles(owner);
                statement.execute(sql());
            }
            if (!server.isUp()) {
                throw new IOException("PostgreSQL is not there");
            }
        }
    }
}
