package exeat.desk;

import exeat.desk.base.Session;
import exeat.desk.base.SessionTokens;
import exeat.store.Bytes;
import exeat.store.batch.BatchStore;
import exeat.store.batch.WriteVerdict;
import exeat.store.database.Database;
import exeat.store.key.Keys;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sends what a broken or hostile writer would: a row that no rule of casework made. */
public final class Forger {

    private final Town town;

    public Forger(Town town) {
        this.town = town;
    }

    public WriteVerdict forge(
            Session session, String stream, String kind, String number, String type)
            throws Exception {
        var version = version(stream);
        var row =
                new BatchStore.Row(
                        0,
                        SessionTokens.hash(session.token()),
                        stream,
                        kind,
                        version,
                        Town.key(),
                        Bytes.utf8("a command"),
                        "prc-1963",
                        "1",
                        "hash",
                        "jl-tumen-fa",
                        number,
                        null,
                        Bytes.utf8("state"),
                        Bytes.utf8("key"),
                        Instant.EPOCH.toString(),
                        List.of(
                                new BatchStore.NewEvent(
                                        type,
                                        Bytes.utf8("hash"),
                                        Bytes.utf8("salt"),
                                        Bytes.utf8("sealed"),
                                        Optional.empty())),
                        Set.of("jl-tumen-fa"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Set.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        List.of(),
                        null,
                        List.of(),
                        List.of(),
                        List.of());
        try (var database = Database.running(Keys.in(town.data)).orElseThrow()) {
            var store = new BatchStore(database);
            return store.append(town.clock().instant(), 0, List.of(row)).getFirst().verdict();
        }
    }

    public long version(String stream) throws SQLException {
        try (var superuser = Backstage.superuser(town)) {
            return Backstage.rows(
                            superuser,
                            "select version from exeat.stream where key = '%s'".formatted(stream))
                    .stream()
                    .findFirst()
                    .map(row -> row.number("version"))
                    .orElse(0L);
        }
    }
}
