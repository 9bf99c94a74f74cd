package exeat.desk.witness;

import exeat.casework.value.StreamId.CaseId;
import exeat.desk.Backstage;
import exeat.desk.Town;
import exeat.ledger.Checkpoint;
import exeat.ledger.Hash;
import exeat.ledger.MerkleTree;
import exeat.store.Bytes;
import exeat.store.key.Keys;
import exeat.store.key.LedgerKey;
import exeat.store.ledger.CheckpointFile;
import exeat.store.ledger.Leaf;
import exeat.store.ledger.LogTiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Optional;

/**
 * What an operator can do who has the database as its superuser and the whole data folder: changes
 * who did a step, and makes the log anew over it.
 */
final class Rewriter {

    private Rewriter() {}

    /**
     * Rewrites the actor of the last step of a case, that step's leaf, every tile, and if the log's
     * key is in the data folder, the checkpoint in the database and outside.
     */
    static void rewrite(Town town, CaseId id, String actor) throws SQLException {
        try (var superuser = Backstage.superuser(town)) {
            Backstage.run(superuser, "set session_replication_role = replica");
            Backstage.run(superuser, "set search_path = exeat");
            step(superuser, id, actor);
            var tree = tiles(superuser);
            var keys = Keys.in(town.data);
            if (!keys.read(LedgerKey.FILE).isEmpty()) {
                var signer = LedgerKey.of(keys);
                var head = new Checkpoint(signer.name(), tree.size(), tree.root());
                var note = signer.sign(head.text());
                Backstage.run(superuser, "delete from ledger_cosignature");
                Backstage.run(superuser, "delete from ledger_checkpoint");
                set(
                        superuser,
                        "insert into ledger_checkpoint values (?, ?, ?)",
                        statement -> {
                            statement.setLong(1, tree.size());
                            statement.setString(2, note);
                            statement.setObject(
                                    3, town.clock().instant().atOffset(java.time.ZoneOffset.UTC));
                        });
                new CheckpointFile(town.data).keep(note);
            }
        }
    }

    /** Takes away every checkpoint of the database. */
    static void withoutCheckpoints(Town town) throws SQLException {
        try (var superuser = Backstage.superuser(town)) {
            Backstage.run(superuser, "set session_replication_role = replica");
            Backstage.run(superuser, "delete from exeat.ledger_cosignature");
            Backstage.run(superuser, "delete from exeat.ledger_checkpoint");
        }
    }

    private static void step(Connection superuser, CaseId id, String actor) throws SQLException {
        try (var query =
                superuser.prepareStatement(
                        """
                        select e.stream, e.sequence, e.type, e.at, e.authority, e.payload_hash,
                            e.blind, before_of(e)
                        from event e join stream t on t.id = e.stream
                        where t.key = ? order by e.sequence desc limit 1
                        """)) {
            query.setString(1, id.key());
            try (var row = query.executeQuery()) {
                row.next();
                long stream = row.getLong(1);
                long sequence = row.getLong(2);
                var leaf =
                        Leaf.hash(
                                new Leaf.Entry(
                                        id.key(),
                                        Leaf.place(
                                                sequence,
                                                Optional.ofNullable(row.getBytes(7))
                                                        .map(Bytes::of)),
                                        row.getString(3),
                                        row.getObject(4, java.time.OffsetDateTime.class)
                                                .toInstant(),
                                        actor,
                                        Optional.ofNullable(row.getString(5)).orElse(""),
                                        Bytes.of(row.getBytes(6)),
                                        row.getString(8)));
                change(
                        superuser,
                        "update event set leaf = ?, actor = '"
                                + actor
                                + "' where stream = ? and sequence = ?",
                        leaf,
                        stream,
                        sequence);
            }
        }
    }

    private static void change(
            Connection superuser, String sql, Bytes leaf, long stream, long sequence)
            throws SQLException {
        set(
                superuser,
                sql,
                statement -> {
                    statement.setBytes(1, leaf.array());
                    statement.setLong(2, stream);
                    statement.setLong(3, sequence);
                });
    }

    private static MerkleTree tiles(Connection superuser) throws SQLException {
        var leaves = new ArrayList<Hash>();
        try (var statement = superuser.createStatement();
                var rows =
                        statement.executeQuery(
                                "select entry from ledger_placed(0, ledger_size()) order by place")) {
            while (rows.next()) {
                leaves.add(Hash.leaf(rows.getBytes(1)));
            }
        }
        var grown = MerkleTree.empty().append(leaves);
        Backstage.run(superuser, "delete from ledger_tile");
        for (var tile : grown.tiles().entrySet()) {
            if (!LogTiles.isStored(tile.getKey())) {
                continue;
            }
            set(
                    superuser,
                    "insert into ledger_tile values (?, ?, ?)",
                    statement -> {
                        statement.setInt(1, tile.getKey().level());
                        statement.setLong(2, tile.getKey().index());
                        statement.setBytes(3, tile.getValue());
                    });
        }
        return grown.tree();
    }

    private interface Values {
        void in(PreparedStatement statement) throws SQLException;
    }

    private static void set(Connection superuser, String sql, Values values) throws SQLException {
        try (var statement = superuser.prepareStatement(sql)) {
            values.in(statement);
            statement.executeUpdate();
        }
    }
}
