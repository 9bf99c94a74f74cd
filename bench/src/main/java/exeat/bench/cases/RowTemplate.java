package exeat.bench.cases;

import exeat.bench.cases.DeskRoad.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rows that Exeat writes for one case, found by comparing its tables before and after each
 * step, so that the bare loop always writes the same rows as the current version.
 */
final class RowTemplate {

    /** Tables with rows of one case: all but the first have the stream in a column of this name. */
    private static final List<String> TABLES =
            List.of(
                    "stream",
                    "stream_due",
                    "stream_key",
                    "case_authority",
                    "event",
                    "work_item",
                    "secret",
                    "session",
                    "paper",
                    "traveller_key",
                    "request");

    static final List<String> SHARED = List.of("report_cell");

    /** Tables that each contestant's sequencer writes, separately from commands. */
    static final List<String> LEDGER =
            List.of("ledger_queue", "ledger_span", "ledger_tile", "ledger_checkpoint");

    private final Connection connection;
    private final Map<String, List<Column>> columns = new LinkedHashMap<>();

    /** A value that differs for each case. */
    enum Fresh {
        STREAM,
        KEY,
        NUMBER,
        PAPER,
        PLACE,
        TOKEN,
        REQUEST,
        STRIPE
    }

    private record Column(String name, boolean key) {}

    /** A parameter: the value seen, as text, or its replacement. */
    record Value(@Nullable String text, @Nullable Fresh fresh) {}

    /** One statement of one transaction. */
    record Write(String sql, List<Value> values) {}

    /** A row: its values by column, as text. */
    private record Row(Map<String, @Nullable String> values) {}

    RowTemplate(Connection connection) throws SQLException {
        this.connection = connection;
        for (var table : all()) {
            columns.put(table, columns(table));
        }
    }

    static List<String> all() {
        var all = new ArrayList<>(TABLES);
        all.addAll(SHARED);
        return all;
    }

    /** Runs one case and returns what each step wrote. */
    List<List<Write>> of(DeskRoad road) throws SQLException {
        var steps = new ArrayList<List<Write>>();
        var run = road.run();
        Map<Fresh, String> known = new LinkedHashMap<>();
        var before = rows(-1);
        for (var step : Step.values()) {
            run.take(step);
            if (known.isEmpty()) {
                known.put(Fresh.KEY, run.id().key());
                var row =
                        one(
                                "select id::text, number from exeat.stream where key = ?",
                                run.id().key());
                known.put(Fresh.STREAM, row.getFirst());
                known.put(Fresh.NUMBER, row.get(1));
            }
            long stream = Long.parseLong(Objects.requireNonNull(known.get(Fresh.STREAM)));
            var after = rows(stream);
            if (step == Step.SIGN_IN) {
                known.put(
                        Fresh.TOKEN,
                        one(
                                        "select token::text from exeat.session where stream = ?::bigint",
                                        "" + stream)
                                .getFirst());
            } else if (step == Step.AUTHORISE) {
                // A paper has two rows there: its number, and its place in the list of its year.
                for (var text : numbers(after)) {
                    known.put(text.contains("/") ? Fresh.PLACE : Fresh.PAPER, text);
                }
            }
            steps.add(writes(before, after, known));
            before = after;
        }
        return steps;
    }

    private static List<String> numbers(Map<String, Map<String, Row>> rows) {
        return Objects.requireNonNull(rows.get("paper")).values().stream()
                .map(row -> Objects.requireNonNull(row.values().get("number")))
                .toList();
    }

    private List<Write> writes(
            Map<String, Map<String, Row>> before,
            Map<String, Map<String, Row>> after,
            Map<Fresh, String> known) {
        var writes = new ArrayList<Write>();
        for (var table : all()) {
            var was = Objects.requireNonNull(before.get(table));
            var is = Objects.requireNonNull(after.get(table));
            was.forEach((key, row) -> {
                if (!is.containsKey(key)) {
                    writes.add(delete(table, row, known));
                }
            });
            is.forEach((key, row) -> {
                var old = was.get(key);
                if (SHARED.contains(table)) {
                    long n = count(row) - (old == null ? 0 : count(old));
                    if (n != 0) {
                        writes.add(add(table, row, n));
                    }
                } else if (old == null) {
                    writes.add(insert(table, row, known));
                } else if (!old.equals(row)) {
                    writes.add(update(table, old, row, known));
                }
            });
        }
        return writes;
    }

    private static long count(Row row) {
        return Long.parseLong(Objects.requireNonNull(row.values().get("n")));
    }

    private Write insert(String table, Row row, Map<Fresh, String> known) {
        var names =
                names(table).stream()
                        .filter(name -> !table.equals("stream") || !name.equals("id"))
                        .toList();
        var sql =
                "insert into bare.%s (%s) values (%s)"
                        .formatted(
                                table,
                                String.join(", ", names),
                                names.stream().map(_ -> "?").collect(Collectors.joining(", ")));
        var values = names.stream().map(name -> value(table, name, row, known)).toList();
        return new Write(table.equals("stream") ? sql + " returning id" : sql, values);
    }

    /**
     * Counters are shared by all cases: each client has a stripe of its own, so that it waits for
     * no other.
     */
    private Write add(String table, Row row, long n) {
        var names = names(table);
        var values = new ArrayList<Value>();
        for (var name : names) {
            values.add(
                    switch (name) {
                        case "stripe" -> new Value(null, Fresh.STRIPE);
                        case "n" -> new Value(Long.toString(n), null);
                        default -> new Value(row.values().get(name), null);
                    });
        }
        return new Write(
                "insert into bare.%1$s as c (%2$s) values (%3$s) on conflict (%4$s) do update set n = c.n + excluded.n"
                        .formatted(
                                table,
                                String.join(", ", names),
                                names.stream().map(_ -> "?").collect(Collectors.joining(", ")),
                                String.join(", ", keys(table))),
                values);
    }

    private Write update(String table, Row old, Row row, Map<Fresh, String> known) {
        var changed =
                names(table).stream()
                        .filter(name ->
                                !Objects.equals(old.values().get(name), row.values().get(name)))
                        .toList();
        var values = new ArrayList<Value>();
        changed.forEach(name -> values.add(value(table, name, row, known)));
        keys(table).forEach(name -> values.add(value(table, name, row, known)));
        var sets = changed.stream().map(name -> name + " = ?").collect(Collectors.joining(", "));
        return new Write(
                "update bare.%s set %s where %s".formatted(table, sets, where(table)), values);
    }

    private Write delete(String table, Row row, Map<Fresh, String> known) {
        var values = keys(table).stream().map(name -> value(table, name, row, known)).toList();
        return new Write("delete from bare.%s where %s".formatted(table, where(table)), values);
    }

    private String where(String table) {
        return keys(table).stream().map(name -> name + " = ?").collect(Collectors.joining(" and "));
    }

    private static Value value(String table, String name, Row row, Map<Fresh, String> known) {
        var text = row.values().get(name);
        if (table.equals("request") && name.equals("id")) {
            return new Value(null, Fresh.REQUEST);
        }
        if (name.equals("stream") || (table.equals("stream") && name.equals("id"))) {
            return new Value(null, Fresh.STREAM);
        }
        for (var one : known.entrySet()) {
            if (one.getKey() != Fresh.STREAM && one.getValue().equals(text)) {
                return new Value(null, one.getKey());
            }
        }
        return new Value(text, null);
    }

    private List<String> names(String table) {
        return Objects.requireNonNull(columns.get(table)).stream().map(Column::name).toList();
    }

    private List<String> keys(String table) {
        return Objects.requireNonNull(columns.get(table)).stream()
                .filter(Column::key)
                .map(Column::name)
                .toList();
    }

    private List<Column> columns(String table) throws SQLException {
        var sql =
                """
                select a.attname, coalesce(a.attnum = any (i.indkey), false) as key
                from pg_attribute a
                left join pg_index i on i.indrelid = a.attrelid and i.indisprimary
                where a.attrelid = ?::regclass and a.attnum > 0 and not a.attisdropped
                order by a.attnum
                """;
        var found = new ArrayList<Column>();
        try (var statement = prepared(sql, "exeat." + table);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                found.add(new Column(rows.getString("attname"), rows.getBoolean("key")));
            }
        }
        return found;
    }

    /** All rows of a case and of the shared tables, by key. */
    private Map<String, Map<String, Row>> rows(long stream) throws SQLException {
        var tables = new LinkedHashMap<String, Map<String, Row>>();
        for (var table : all()) {
            var of = table.equals("stream") ? "id" : "stream";
            var sql =
                    SHARED.contains(table)
                            ? "select %s from exeat.%s where ?::text is not null"
                            : "select %s from exeat.%s where " + of + " = ?::bigint";
            var rows = new LinkedHashMap<String, Row>();
            try (var statement =
                            prepared(sql.formatted(texts(table), table), Long.toString(stream));
                    var found = statement.executeQuery()) {
                while (found.next()) {
                    var values = new LinkedHashMap<String, @Nullable String>();
                    for (var name : names(table)) {
                        values.put(name, found.getString(name));
                    }
                    var key = keys(table).stream().map(values::get).toList();
                    rows.put(key.toString(), new Row(values));
                }
            }
            tables.put(table, rows);
        }
        return tables;
    }

    /** Read as text, since the driver switches to another format after several executions. */
    private String texts(String table) {
        return names(table).stream()
                .map(name -> name + "::text as " + name)
                .collect(Collectors.joining(", "));
    }

    private List<String> one(String sql, String value) throws SQLException {
        try (var statement = prepared(sql, value);
                var rows = statement.executeQuery()) {
            rows.next();
            var values = new ArrayList<String>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                values.add(rows.getString(i));
            }
            return values;
        }
    }

    private PreparedStatement prepared(String sql, String value) throws SQLException {
        var statement = connection.prepareStatement(sql);
        statement.setString(1, value);
        return statement;
    }
}
