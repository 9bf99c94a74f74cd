package exeat.bench.cases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one case writes, step by step: the rows that its commands inserted, changed and deleted, as
 * they were found in the tables after each. Worked out by comparing, so that it is what Exeat
 * writes today, whatever that is.
 */
final class Tape {

    /** Written first, because others refer to them. */
    private static final List<String> FIRST = List.of("stream", "event");

    private static final String COUNTERS = "report_cell";

    private final Connection superuser;
    private final List<Table> tables;
    private final List<Step> steps = new ArrayList<>();
    private Map<String, Map<String, Row>> before = Map.of();

    private Tape(Connection superuser, List<Table> tables) {
        this.superuser = superuser;
        this.tables = tables;
    }

    /** A column; {@code made} where the database makes the value itself. */
    record Column(String name, String type, boolean key, boolean made) {}

    record Table(String name, List<Column> columns) {
        List<Column> written() {
            return columns.stream().filter(column -> !column.made).toList();
        }

        List<Column> keys() {
            return columns.stream().filter(Column::key).toList();
        }
    }

    /** A row by column; a date and what else has no plain class is text. */
    record Row(Map<String, @Nullable Object> values) {
        @Nullable Object value(Column column) {
            return values.get(column.name);
        }
    }

    /** One statement's worth. */
    sealed interface Op {
        Table table();
    }

    record Insert(Table table, List<Row> rows) implements Op {}

    record Update(Table table, Row row, List<Column> changed) implements Op {}

    record Delete(Table table, Row row) implements Op {}

    /** Counters move by so much. */
    record Count(Table table, List<Row> rows) implements Op {}

    /** One command's. */
    record Step(List<Op> ops) {}

    List<Step> steps() {
        return steps;
    }

    /** Ready to record; whoever sequences the log must be held off meanwhile. */
    static Tape of(Connection superuser) throws SQLException {
        var tape = new Tape(superuser, tables(superuser));
        tape.before = tape.snapshot(-1);
        return tape;
    }

    /** What has changed since the last step, of this stream and of the counters. */
    void step(long stream) throws SQLException {
        var after = snapshot(stream);
        var ops = new ArrayList<Op>();
        for (var table : tables) {
            compare(
                    table,
                    before.getOrDefault(table.name, Map.of()),
                    after.getOrDefault(table.name, Map.of()),
                    ops);
        }
        ops.sort(Comparator.comparingInt(Tape::place));
        steps.add(new Step(List.copyOf(ops)));
        before = after;
    }

    private static int place(Op op) {
        int first = FIRST.indexOf(op.table().name);
        return switch (op) {
            case Insert _, Update _ -> first < 0 ? FIRST.size() : first;
            case Delete _ -> FIRST.size();
            case Count _ -> FIRST.size() + 1;
        };
    }

    private static void compare(
            Table table, Map<String, Row> before, Map<String, Row> after, List<Op> ops) {
        var inserted = new ArrayList<Row>();
        for (var entry : after.entrySet()) {
            var old = before.get(entry.getKey());
            if (table.name.equals(COUNTERS)) {
                long moved = count(entry.getValue()) - (old == null ? 0 : count(old));
                if (moved != 0) {
                    var values = new LinkedHashMap<>(entry.getValue().values);
                    values.put("n", moved);
                    inserted.add(new Row(values));
                }
            } else if (old == null) {
                inserted.add(entry.getValue());
            } else {
                update(table, old, entry.getValue(), ops);
            }
        }
        before.forEach((key, row) -> {
            if (!after.containsKey(key)) {
                ops.add(new Delete(table, row));
            }
        });
        if (!inserted.isEmpty()) {
            ops.add(
                    table.name.equals(COUNTERS)
                            ? new Count(table, inserted)
                            : new Insert(table, inserted));
        }
    }

    private static void update(Table table, Row old, Row now, List<Op> ops) {
        var changed =
                table.columns.stream()
                        .filter(column -> !Objects.deepEquals(old.value(column), now.value(column)))
                        .toList();
        if (!changed.isEmpty()) {
            ops.add(new Update(table, now, changed));
        }
    }

    private static long count(Row row) {
        return (Long) Objects.requireNonNull(row.values.get("n"));
    }

    private Map<String, Map<String, Row>> snapshot(long stream) throws SQLException {
        var all = new LinkedHashMap<String, Map<String, Row>>();
        for (var table : tables) {
            if (stream >= 0 || table.name.equals(COUNTERS)) {
                all.put(table.name, rows(table, stream));
            }
        }
        return all;
    }

    private Map<String, Row> rows(Table table, long stream) throws SQLException {
        var where =
                switch (table.name) {
                    case COUNTERS -> "";
                    case "stream" -> " where id = " + stream;
                    default -> " where stream = " + stream;
                };
        var sql =
                "select %s from exeat.%s%s"
                        .formatted(
                                table.columns.stream()
                                        .map(Column::name)
                                        .collect(Collectors.joining(", ")),
                                table.name,
                                where);
        var rows = new TreeMap<String, Row>();
        try (var statement = superuser.createStatement();
                var result = statement.executeQuery(sql)) {
            while (result.next()) {
                var values = new LinkedHashMap<String, @Nullable Object>();
                var key = new StringBuilder();
                for (var column : table.columns) {
                    var value =
                            switch (column.type) {
                                case "bytea" -> result.getBytes(column.name);
                                case "int8" -> result.getObject(column.name, Long.class);
                                case "int4" -> result.getObject(column.name, Integer.class);
                                case "bool" -> result.getObject(column.name, Boolean.class);
                                default -> result.getString(column.name);
                            };
                    values.put(column.name, value);
                    if (column.key) {
                        key.append(value instanceof byte[] ? result.getString(column.name) : value);
                        key.append('\u0000');
                    }
                }
                rows.put(key.toString(), new Row(values));
            }
        }
        return rows;
    }

    /** The counters and every table with rows of a stream, except what the sequencer writes. */
    private static List<Table> tables(Connection superuser) throws SQLException {
        var sql =
                """
                select c.relname, a.attname, t.typname, a.attidentity <> '' as made,
                    coalesce(a.attnum = any (i.indkey), false) as key
                from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                join pg_type t on t.oid = a.atttypid
                left join pg_index i on i.indrelid = c.oid and i.indisprimary
                where c.relnamespace = 'exeat'::regnamespace and c.relkind = 'r'
                    and c.relname <> 'ledger_leaf'
                    and (c.relname in ('stream', 'report_cell') or exists (
                        select 1 from pg_attribute s
                        where s.attrelid = c.oid and s.attname = 'stream' and s.attnum > 0))
                order by c.relname, a.attnum
                """;
        var columns = new LinkedHashMap<String, List<Column>>();
        try (var statement = superuser.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                var table = row.getString("relname");
                // A stream's number is the client's to give here, so that it need not ask for it.
                boolean made = row.getBoolean("made") && !table.equals("stream");
                columns.computeIfAbsent(table, _ -> new ArrayList<>())
                        .add(
                                new Column(
                                        row.getString("attname"),
                                        row.getString("typname"),
                                        row.getBoolean("key"),
                                        made));
            }
        }
        return columns.entrySet().stream().map(e -> new Table(e.getKey(), e.getValue())).toList();
    }
}
