package exeat.store.database;

import exeat.store.Bytes;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.InstallationKind;
import exeat.store.key.Keys;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationState;
import org.postgresql.Driver;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;

/** Makes the roles and brings the schema up to this version, as the database's owner. */
public final class Migration {

    private static final int OLDEST = 15;

    /** The first file of the baseline: nothing older is upgraded; see decision 160. */
    private static final int BASELINE = 201;

    private Migration() {}

    /**
     * Does what is missing.
     *
     * @throws OfficeException {@link Code#DATABASE_UNFIT} when the server is too old, the data are
     *     from before the baseline or the user lacks a right, {@link Code#DATABASE_AWAY} when it
     *     cannot be reached
     */
    static void run(EmbeddedDatabase.Address address, Keys keys) {
        var database = databaseName(address.url());
        try (var owner =
                DriverManager.getConnection(address.url(), address.user(), address.password())) {
            int version = owner.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new OfficeException(
                        Code.DATABASE_UNFIT,
                        "PostgreSQL " + version + " is too old: " + OLDEST + " or newer is needed");
            }
            refuseEarlier(owner, address, keys);
            refuseOtherKeys(owner, keys);
            roles(owner, database, keys);
        } catch (SQLException failed) {
            throw Database.isAway(failed)
                    ? Database.away(failed)
                    : new OfficeException(
                            Code.DATABASE_UNFIT,
                            "the user must own the database and be allowed to create roles",
                            failed);
        }
        migrate(address, database);
    }

    /**
     * Data from before the baseline, or made by other files of its numbers, as they were before a
     * release; before anything of them is touched.
     */
    private static void refuseEarlier(Connection owner, EmbeddedDatabase.Address address, Keys keys)
            throws SQLException {
        if (!hasHistory(owner)) {
            return;
        }
        var oldest =
                Sql.one(
                        owner,
                        """
                        select min(version::int) as n from exeat.flyway_schema_history
                        where version is not null
                        having min(version::int) is not null
                        """,
                        row -> row.getInt("n"));
        if (oldest.filter(n -> !isSupported(n)).isPresent() || isOfOtherFiles(address)) {
            throw new OfficeException(
                    Code.DATABASE_UNFIT,
                    ("the database %s of the data folder %s was made by an earlier version of Exeat,"
                                    + " which this version cannot upgrade. Nothing was changed. Go on"
                                    + " with the version that made it, or start this one with"
                                    + " another data folder and database")
                            .formatted(
                                    databaseName(address.url()),
                                    keys.data().toAbsolutePath().normalize()));
        }
    }

    /**
     * A database that other keys began, or these as another kind, before anything of it is touched:
     * a mark was added to them or taken away. To go on would exchange the passwords of its roles.
     */
    private static void refuseOtherKeys(Connection owner, Keys keys) throws SQLException {
        if (!isThere(owner, "exeat.key_check")) {
            return;
        }
        var kind = InstallationKind.in(keys.data());
        var began =
                Sql.one(
                        owner,
                        "select mark from exeat.key_check",
                        row -> Bytes.of(row.getBytes("mark")));
        if (began.filter(kind.other().keyMarkOf(keys)::equals).isPresent()) {
            boolean training = kind == InstallationKind.TRAINING;
            throw new OfficeException(
                    Code.KEYS,
                    (training
                                            ? "the database of %s is an office's, but its keys are marked as"
                                                    + " training"
                                            : "the database of %s is a training installation's, but its keys"
                                                    + " have lost the mark \"training\"")
                                    .formatted(keys.data().toAbsolutePath().normalize())
                            + ". Nothing was changed. Restore the keys as they were");
        }
        if (began.filter(mark -> !mark.equals(kind.keyMarkOf(keys))).isPresent()) {
            throw new OfficeException(
                    Code.KEYS, "the keys in the data folder do not belong to this database");
        }
    }

    private static boolean hasHistory(Connection owner) throws SQLException {
        return isThere(owner, "exeat.flyway_schema_history");
    }

    private static boolean isThere(Connection owner, String table) throws SQLException {
        return Sql.one(
                        owner,
                        "select to_regclass(?) is not null as it",
                        row -> row.getBoolean("it"),
                        table)
                .orElse(false);
    }

    /**
     * Whether this version upgrades data whose oldest, or only known, migration has this number.
     */
    public static boolean isSupported(int schema) {
        return schema >= BASELINE;
    }

    /** Whether one of its migrations was another file than this version has by that number. */
    public static boolean isOfOtherFiles(EmbeddedDatabase.Address address) {
        return Arrays.stream(flyway(address).info().all())
                .anyMatch(migration ->
                        migration.getAppliedChecksum() != null
                                && migration.getResolvedChecksum() != null
                                && !migration.isChecksumMatching());
    }

    /** The roles that do the work, with the passwords of these keys. */
    public static void roles(Connection owner, String database, Keys keys) throws SQLException {
        for (var role : Database.Role.values()) {
            makeRole(owner, role.name(database), keys.password(role.word()));
        }
        restrict(owner, database);
    }

    private static Flyway flyway(EmbeddedDatabase.Address address) {
        return Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .schemas("exeat")
                .locations("classpath:exeat/store/schema")
                .placeholders(Database.Role.placeholders(databaseName(address.url())))
                .load();
    }

    /** The number of the last migration that this version knows. */
    public static int newest(EmbeddedDatabase.Address address) {
        return Arrays.stream(flyway(address).info().all())
                .filter(migration -> !migration.getState().name().startsWith("FUTURE"))
                .map(migration -> migration.getVersion())
                .filter(version -> version != null)
                .mapToInt(version -> Integer.parseInt(version.getVersion()))
                .max()
                .orElse(0);
    }

    private static void migrate(EmbeddedDatabase.Address address, String database) {
        try {
            var flyway = flyway(address);
            if (isLater(flyway)) {
                throw new OfficeException(
                        Code.DATABASE_UNFIT,
                        "the database %s has been used by a newer version of Exeat"
                                .formatted(database));
            }
            flyway.migrate();
        } catch (FlywayException failed) {
            throw new OfficeException(
                    Code.DATABASE_UNFIT, "the database cannot be migrated", failed);
        }
    }

    /** Whether a later version has worked on it; what it left this one may not understand. */
    private static boolean isLater(Flyway flyway) {
        return Arrays.stream(flyway.info().all())
                .anyMatch(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS);
    }

    private static void makeRole(Connection owner, String name, String password)
            throws SQLException {
        if (Sql.query(
                        owner,
                        "select rolname from pg_roles where rolname = ?",
                        row -> row.getString("rolname"),
                        name)
                .isEmpty()) {
            Sql.run(owner, "create role " + quoted(name) + " login noinherit");
        }
        // The driver sends only a verifier: the password is in no log of the server.
        owner.unwrap(PGConnection.class)
                .alterUserPassword(name, password.toCharArray(), "scram-sha-256");
    }

    /** Nobody may connect, or make so much as a temporary table, but who is named here. */
    private static void restrict(Connection owner, String database) throws SQLException {
        Sql.run(owner, "revoke all on database " + quoted(database) + " from public");
        for (var role : Database.Role.values()) {
            Sql.run(
                    owner,
                    "grant connect on database %s to %s"
                            .formatted(quoted(database), quoted(role.name(database))));
        }
    }

    public static String databaseName(String url) {
        var properties = Driver.parseURL(url, null);
        var name = properties == null ? null : PGProperty.PG_DBNAME.getOrDefault(properties);
        if (name == null) {
            throw new OfficeException(
                    Code.BAD_INPUT, "not a PostgreSQL address: it must be jdbc:postgresql://...");
        }
        return name;
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }
}
