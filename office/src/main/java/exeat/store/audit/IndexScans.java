package exeat.store.audit;

import exeat.store.audit.AuditStore.Line;
import exeat.store.database.Sql;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether each index leads to every row of its table, under the row's own key. The office finds
 * people, cases, papers and deadlines by indexes, and a superuser of the database can take a row
 * out of one, or put it under another key, without a trace in any row or definition: then nobody
 * finds it any more.
 *
 * <p>Each table is read whole, by each of its indexes, and from each index alone. A B-tree is right
 * when the three agree: it leads to the rows that the table has, in its order, and its own keys are
 * theirs. A GIN index of an array is asked for each value in it. Rows and keys are compared by sums
 * of hashes with a seed that nobody knows before. An index of any other kind, or of an expression,
 * is a fault: this cannot read by it.
 *
 * <p>It needs no extension and no superuser. Damaged inner pages that leave the leaves alone are
 * not found; {@code amcheck} finds those.
 */
public final class IndexScans {

    private final Connection connection;

    /** Drawn for each audit, so that no set of rows can be made that has another's sum. */
    private final long seed = new SecureRandom().nextLong();

    private IndexScans(Connection connection) {
        this.connection = connection;
    }

    /**
     * A fault.
     *
     * @param table without its schema
     * @param what the index, and what is wrong with it
     */
    public record Fault(String table, Line what) {}

    /**
     * A column of an index.
     *
     * @param it as it is written in a query
     */
    private record Column(String it, boolean falls, boolean isNullFirst) {}

    private enum Kind {
        ORDERED,
        WORDS,
        OTHER
    }

    /**
     * An index as it is read.
     *
     * @param where which rows it has, as a condition
     */
    private record Index(String name, String table, Kind kind, List<Column> columns, String where) {

        private static final String ROWS =
                """
                select '%s' as name, count(*) as n,
                    coalesce(sum(hashtidextended(place, %d)), 0)::text as places,
                    coalesce(sum(hash_record_extended(row(%s), %d)), 0)::text as keys, %s as wrong
                from (%s) as seen
                """;

        String byIndex(long seed) {
            var inOrder =
                    "select seen.*, %s as rises from (%s order by %s) as seen"
                            .formatted(rises(), read(), order());
            return ROWS.formatted(
                    name, seed, keys(), seed, "count(*) filter (where not rises)", inOrder);
        }

        /** What the index has of its rows, which is not read from the table. */
        String alone(long seed) {
            return """
            select '%s' as name, count(*) as n, '' as places,
                coalesce(sum(hash_record_extended(row(%s), %d)), 0)::text as keys, 0 as wrong
            from (select %s from exeat.%s where %s order by %s) as seen
            """
                    .formatted(name, keys(), seed, named(), table, where, order());
        }

        /** Each value of each row's array, with that row. */
        String wholeWords(long seed) {
            return ROWS.formatted(
                    name,
                    seed,
                    "word, place",
                    seed,
                    "0",
                    """
                    select t.place, w.word
                    from (select ctid as place, %s as words from exeat.%s where %s) as t,
                        lateral (select distinct word from unnest(t.words) as word) as w
                    """
                            .formatted(columns.getFirst().it(), table, where));
        }

        /** Each value with its row, as the index answers when it is asked for each. */
        String byWords(long seed) {
            return ROWS.formatted(
                    name,
                    seed,
                    "word, place",
                    seed,
                    "0",
                    """
                    select f.place, w.word
                    from (select distinct unnest(%1$s) as word from exeat.%2$s where %3$s) as w,
                        lateral (select ctid as place from exeat.%2$s
                            where %3$s and %1$s @> array[w.word] offset 0) as f
                    """
                            .formatted(columns.getFirst().it(), table, where));
        }

        private String read() {
            return "select ctid as place, %s from exeat.%s where %s"
                    .formatted(named(), table, where);
        }

        private String named() {
            return each(at -> columns.get(at).it() + " as k" + at);
        }

        private String keys() {
            return each(at -> "k" + at);
        }

        private String order() {
            return each(at ->
                    "k"
                            + at
                            + (columns.get(at).falls() ? " desc" : "")
                            + (columns.get(at).isNullFirst() ? " nulls first" : " nulls last"));
        }

        private String each(Function<Integer, String> text) {
            var texts = new ArrayList<String>();
            for (int at = 0; at < columns.size(); at++) {
                texts.add(text.apply(at));
            }
            return String.join(", ", texts);
        }

        /** Whether a row does not stand before the one that the scan gave before it. */
        private String rises() {
            var cases = new StringBuilder("lag(place) over () is null or case");
            for (int at = 0; at < columns.size(); at++) {
                var column = columns.get(at);
                var here = "k" + at;
                var before = "lag(k" + at + ") over ()";
                cases.append(" when %s is distinct from %s then ".formatted(here, before));
                cases.append(
                        "coalesce(%s %s %s, %s is null)"
                                .formatted(
                                        here,
                                        column.falls() ? "<" : ">",
                                        before,
                                        column.isNullFirst() ? before : here));
            }
            return cases.append(" else true end").toString();
        }
    }

    private record Rows(long count, String places, String keys, long wrong) {}

    /** What a table has for each of its indexes, read once. */
    private static String whole(List<Index> indexes, long seed) {
        var sums = new ArrayList<String>();
        var rows = new ArrayList<String>();
        for (int at = 0; at < indexes.size(); at++) {
            var index = indexes.get(at);
            var columns = index.each(column -> index.columns().get(column).it());
            sums.add(
                    """
                    count(*) filter (where %2$s) as n%1$d,
                        coalesce(sum(hashtidextended(ctid, %3$d))
                            filter (where %2$s), 0)::text as places%1$d,
                        coalesce(sum(hash_record_extended(row(%4$s), %3$d))
                            filter (where %2$s), 0)::text as keys%1$d
                    """
                            .formatted(at, index.where(), seed, columns));
            rows.add("('%1$s', n%2$d, places%2$d, keys%2$d)".formatted(index.name(), at));
        }
        return "select i.*, 0 as wrong from (select %s from exeat.%s) as t,"
                        .formatted(String.join(", ", sums), indexes.getFirst().table())
                + " lateral (values %s) as i (name, n, places, keys)"
                        .formatted(String.join(", ", rows));
    }

    /** Each index that does not lead to the rows of its table, with how it differs. */
    static List<Fault> of(Connection connection) throws SQLException {
        var before = connection.setSavepoint();
        var faults = new IndexScans(connection).faults();
        // With all settings.
        connection.rollback(before);
        return faults;
    }

    private List<Fault> faults() throws SQLException {
        var all = indexes();
        var faults = new ArrayList<Fault>();
        faults.addAll(ordered(all.stream().filter(it -> it.kind() == Kind.ORDERED).toList()));
        faults.addAll(words(all.stream().filter(it -> it.kind() == Kind.WORDS).toList()));
        for (var index : all) {
            if (index.kind() == Kind.OTHER) {
                faults.add(fault(index, "an audit cannot read by an index of this kind"));
            }
        }
        return faults;
    }

    private List<Fault> ordered(List<Index> indexes) throws SQLException {
        if (indexes.isEmpty()) {
            return List.of();
        }
        var byTable =
                indexes.stream()
                        .collect(Collectors.groupingBy(Index::table, Collectors.toList()))
                        .values();
        leave("seqscan");
        var tables =
                rows(
                        byTable.stream()
                                .map(of -> whole(of, seed))
                                .collect(Collectors.joining(" union all ")));
        leave("indexscan");
        var led = new Scan(together(indexes, index -> index.byIndex(seed)));
        leave("indexonlyscan");
        var kept = new Scan(together(indexes, index -> index.alone(seed)));
        var faults = new ArrayList<Fault>();
        for (var index : indexes) {
            boolean used =
                    led.plan.contains("Index Scan using " + index.name() + " on ")
                            && kept.plan.contains("Index Only Scan using " + index.name() + " on ");
            var table = of(tables, index);
            difference(used, table, of(led.rows, index))
                    .or(() -> keys(table, of(kept.rows, index)))
                    .ifPresent(what -> faults.add(fault(index, what)));
        }
        return faults;
    }

    private List<Fault> words(List<Index> indexes) throws SQLException {
        if (indexes.isEmpty()) {
            return List.of();
        }
        leave("seqscan");
        var tables = rows(together(indexes, index -> index.wholeWords(seed)));
        leave("bitmapscan");
        var led = new Scan(together(indexes, index -> index.byWords(seed)));
        var faults = new ArrayList<Fault>();
        for (var index : indexes) {
            boolean used = led.plan.contains("Bitmap Index Scan on " + index.name() + "\n");
            var table = of(tables, index);
            difference(used, table, of(led.rows, index))
                    .or(() -> keys(table, of(led.rows, index)))
                    .ifPresent(what -> faults.add(fault(index, what)));
        }
        return faults;
    }

    private static Rows of(Map<String, Rows> rows, Index index) {
        return Objects.requireNonNull(rows.get(index.name()), index.name());
    }

    private static Fault fault(Index index, String what) {
        return new Fault(index.table(), new Line(index.name(), what));
    }

    private static Optional<String> difference(boolean used, Rows table, Rows led) {
        if (!used) {
            return Optional.of("the database does not read by it");
        }
        if (led.count() != table.count()) {
            return Optional.of(
                    "it leads %d times to rows, where the table gives %d"
                            .formatted(led.count(), table.count()));
        }
        if (!led.places().equals(table.places())) {
            return Optional.of("it leads to other rows than the table has");
        }
        return led.wrong() == 0
                ? Optional.empty()
                : Optional.of("it has %d rows in another place".formatted(led.wrong()));
    }

    private static Optional<String> keys(Rows table, Rows kept) {
        return kept.count() == table.count() && kept.keys().equals(table.keys())
                ? Optional.empty()
                : Optional.of("it has rows under other keys than theirs");
    }

    private static String together(List<Index> indexes, Function<Index, String> query) {
        return indexes.stream().map(query).collect(Collectors.joining(" union all "));
    }

    /** A scan of all indexes: how the database reads, and what it gave. It is planned once. */
    private final class Scan {
        private final String plan;
        private final Map<String, Rows> rows;

        Scan(String sql) throws SQLException {
            Sql.run(connection, "prepare index_scan as " + sql);
            this.plan =
                    Sql.query(
                                    connection,
                                    "explain (costs off) execute index_scan",
                                    row -> row.getString("QUERY PLAN"))
                            .stream()
                            .map(line -> line + "\n")
                            .collect(Collectors.joining());
            this.rows = rows("execute index_scan");
            Sql.run(connection, "deallocate index_scan");
        }
    }

    private Map<String, Rows> rows(String sql) throws SQLException {
        var rows = new HashMap<String, Rows>();
        Sql.query(
                        connection,
                        sql,
                        row ->
                                Map.entry(
                                        row.getString("name"),
                                        new Rows(
                                                row.getLong("n"),
                                                row.getString("places"),
                                                row.getString("keys"),
                                                row.getLong("wrong"))))
                .forEach(row -> rows.put(row.getKey(), row.getValue()));
        return rows;
    }

    /** Leaves one way of reading a table, and no way to bring rows into another order. */
    private void leave(String scan) throws SQLException {
        for (var way :
                List.of(
                        "seqscan",
                        "indexscan",
                        "indexonlyscan",
                        "bitmapscan",
                        "tidscan",
                        "sort",
                        "incremental_sort")) {
            set("enable_" + way, way.equals(scan) ? "on" : "off");
        }
        // What is switched off counts as dear, for which nothing is worth being compiled.
        set("jit", "off");
        set("max_parallel_workers_per_gather", "0");
    }

    private void set(String name, String value) throws SQLException {
        Sql.one(
                connection,
                "select set_config(?, ?, true) as value",
                row -> row.getString("value"),
                name,
                value);
    }

    private List<Index> indexes() throws SQLException {
        return Sql.query(
                connection,
                """
                select x.relname as name, c.relname as owner,
                    case when m.amname = 'btree' then 'ORDERED'
                        when m.amname = 'gin' and i.indnkeyatts = 1
                            and o.opcname = 'array_ops' then 'WORDS'
                        else 'OTHER' end as kind,
                    array(select pg_get_indexdef(i.indexrelid, n, true)
                        from generate_series(1, i.indnkeyatts) n order by n) as columns,
                    array(select i.indoption[n - 1]::int
                        from generate_series(1, i.indnkeyatts) n order by n) as options,
                    coalesce(pg_get_expr(i.indpred, i.indrelid), 'true') as part
                from pg_index i
                join pg_class c on c.oid = i.indrelid
                join pg_class x on x.oid = i.indexrelid
                join pg_am m on m.oid = x.relam
                join pg_opclass o on o.oid = i.indclass[0]
                where c.relnamespace = 'exeat'::regnamespace
                order by c.relname, x.relname
                """,
                row -> {
                    var columns = (String[]) row.getArray("columns").getArray();
                    var options = (Integer[]) row.getArray("options").getArray();
                    var of = new ArrayList<Column>();
                    for (int at = 0; at < columns.length; at++) {
                        of.add(
                                new Column(
                                        columns[at],
                                        (options[at] & 1) != 0,
                                        (options[at] & 2) != 0));
                    }
                    return new Index(
                            row.getString("name"),
                            row.getString("owner"),
                            Kind.valueOf(row.getString("kind")),
                            List.copyOf(of),
                            row.getString("part"));
                });
    }
}
