package exeat.demo.age;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Indexes that are better built once after a load than grown row by row: those with a different
 * order from that of the rows, and without foreign keys.
 */
record AgeIndexes(List<Index> indexes) {

    /** How an index is dropped and made again. */
    record Index(String name, String drop, String make) {}

    interface Progress {
        void tell(String format, Object... values);
    }

    private static final String WHICH =
            """
            select c.relname as name, t.relname as tab, coalesce(k.conname, '') as con,
                pg_get_indexdef(i.indexrelid) as def,
                coalesce(pg_get_constraintdef(k.oid), '') as con_def
            from pg_index i
            join pg_class c on c.oid = i.indexrelid
            join pg_class t on t.oid = i.indrelid
            join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
            left join pg_constraint k on k.conindid = i.indexrelid and k.contype in ('p', 'u')
            where t.relnamespace = 'exeat'::regnamespace
                and t.relname in ('stream', 'case_authority', 'work_item', 'paper', 'request',
                    'stream_due', 'search_person')
                and a.attname not in ('id', 'stream')
                and not exists (select 1 from pg_constraint f
                    where f.contype = 'f' and f.conindid = i.indexrelid)
            order by 1
            """;

    /** Drops them, and remembers how they were. */
    static AgeIndexes take(Connection owner) throws SQLException {
        var indexes = new ArrayList<Index>();
        try (var statement = owner.createStatement();
                var rows = statement.executeQuery(WHICH)) {
            while (rows.next()) {
                var table = "exeat." + rows.getString("tab");
                var name = rows.getString("name");
                indexes.add(
                        rows.getString("con").isEmpty()
                                ? new Index(name, "drop index exeat." + name, rows.getString("def"))
                                : new Index(
                                        name,
                                        "alter table " + table + " drop constraint " + name,
                                        "alter table %s add constraint %s %s"
                                                .formatted(
                                                        table, name, rows.getString("con_def"))));
            }
        }
        for (var index : indexes) {
            AgeLoad.run(owner, index.drop());
        }
        owner.commit();
        return new AgeIndexes(indexes);
    }

    void put(Connection owner, Progress progress) throws SQLException {
        for (var index : indexes) {
            AgeLoad.run(owner, index.make());
            owner.commit();
            progress.tell("index %s", index.name());
        }
    }
}
