package exeat.store.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is unsafe in how a PostgreSQL is set up, as it says itself. */
public final class DatabaseSafety {

    /** What an answer of "done" relies on. */
    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    private DatabaseSafety() {}

    /**
     * Asks the database as its owner.
     *
     * @return sentences, each with what to do; empty if there is nothing to say
     */
    public static List<String> of(Database database) throws SQLException {
        try (var owner = database.owner()) {
            var found = new ArrayList<String>();
            for (var name : DURABLE) {
                if (value(owner, name).equals("off")) {
                    found.add(
                            "PostgreSQL runs with "
                                    + name
                                    + " off: what was answered as done can be lost. Set it to on.");
                }
            }
            listening(owner, found);
            roles(owner, found);
            return List.copyOf(found);
        }
    }

    /** What time PostgreSQL has. */
    public static Instant clock(Database database) throws SQLException {
        try (var owner = database.owner()) {
            return Sql.one(owner, "select clock_timestamp() as at", row -> Sql.instant(row, "at"))
                    .orElseThrow();
        }
    }

    private static void listening(Connection owner, List<String> found) throws SQLException {
        var addresses = value(owner, "listen_addresses");
        boolean open =
                !addresses.isEmpty()
                        && !List.of(addresses.split("\\s*,\\s*", -1)).stream()
                                .allMatch(DatabaseSafety::isLocal);
        if (open && value(owner, "ssl").equals("off")) {
            found.add(
                    "PostgreSQL listens on "
                            + addresses
                            + " without TLS: anyone on the network can read what goes to it. Set"
                            + " ssl to on, or listen_addresses to localhost.");
        }
        if (!value(owner, "password_encryption").equals("scram-sha-256")) {
            found.add(
                    "PostgreSQL stores new passwords weakly. Set password_encryption to"
                            + " scram-sha-256.");
        }
    }

    private static boolean isLocal(String address) {
        return List.of("localhost", "127.0.0.1", "::1").contains(address);
    }

    /** No connection of a running office may be one that row security does not bind. */
    private static void roles(Connection owner, List<String> found) throws SQLException {
        var strong =
                Sql.query(
                        owner,
                        """
                        select r.rolname from pg_roles r
                        where (r.rolsuper or r.rolbypassrls)
                            and (r.rolname = current_user
                                or r.rolname in (select current_database() || '_' || w
                                    from unnest(array['writer', 'reader', 'door', 'clerk',
                                        'sequencer']) w))
                        order by r.rolname
                        """,
                        row -> row.getString("rolname"));
        for (var role : strong) {
            found.add(
                    "The database role "
                            + role
                            + " is a superuser or passes by row security. Take that away: alter"
                            + " role "
                            + role
                            + " nosuperuser nobypassrls.");
        }
    }

    private static String value(Connection owner, String name) throws SQLException {
        return Sql.one(
                        owner,
                        "select coalesce(current_setting(?, true), '') as v",
                        row -> row.getString("v"),
                        name)
                .orElse("");
    }
}
