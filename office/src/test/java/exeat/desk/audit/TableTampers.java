package exeat.desk.audit;

import exeat.desk.Backstage;
import exeat.desk.Town;
import exeat.store.tamper.Tamper;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What can be done to every table and every column, made from the catalogue of the database itself:
 * so a new one is tampered with without anybody having thought of it.
 */
final class TableTampers {

    private TableTampers() {}

    /**
     * Something done to a table.
     *
     * @param about the column, or {@code +} for a row that is added and {@code -} for one that goes
     */
    record Act(String table, String about, String what, String sql) {

        /** As the list of what is outside names it. */
        String name() {
            return about.equals("+") || about.equals("-") ? table + about : table + "." + about;
        }

        Tamper tamper() {
            return new Tamper(what + " " + name(), table, "select ''", sql);
        }
    }

    /**
     * A column.
     *
     * @param isKey whether it is a part of the primary key
     */
    private record Column(String name, String type, boolean isKey, boolean isNullable) {}

    /** Every act, in the order of tables and columns. */
    static List<Act> all(Town town) throws SQLException {
        var acts = new ArrayList<Act>();
        try (var superuser = Backstage.superuser(town)) {
            for (var table : columns(superuser).entrySet()) {
                rows(table.getKey(), table.getValue(), acts);
                table.getValue().forEach(column -> values(table.getKey(), column, acts));
            }
        }
        return acts;
    }

    /** The tables, with how many rows each has. */
    static Map<String, Long> rows(Town town) throws SQLException {
        var counts = new LinkedHashMap<String, Long>();
        try (var superuser = Backstage.superuser(town)) {
            for (var table : columns(superuser).keySet()) {
                counts.put(
                        table,
                        Backstage.rows(superuser, "select count(1) as n from exeat." + table)
                                .getFirst()
                                .number("n"));
            }
        }
        return counts;
    }

    private static Map<String, List<Column>> columns(Connection superuser) throws SQLException {
        var sql =
                """
                select c.relname as table, a.attname as column,
                    format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
                    exists (select 1 from pg_constraint k where k.conrelid = c.oid
                        and k.contype = 'p' and a.attnum = any (k.conkey)) as key
                from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'exeat'::regnamespace and c.relkind in ('r', 'p')
                    and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                order by c.relname, a.attnum
                """;
        var tables = new LinkedHashMap<String, List<Column>>();
        for (var row : Backstage.rows(superuser, sql)) {
            tables.computeIfAbsent(row.text("table"), _ -> new ArrayList<>())
                    .add(
                            new Column(
                                    row.text("column"),
                                    row.text("type"),
                                    Boolean.parseBoolean(row.text("key")),
                                    Boolean.parseBoolean(row.text("nullable"))));
        }
        return tables;
    }

    private static void rows(String table, List<Column> columns, List<Act> acts) {
        acts.add(
                new Act(
                        table,
                        "-",
                        "delete a row",
                        "delete from %s where ctid = (%s)".formatted(table, row(table, "true"))));
        var names = String.join(", ", columns.stream().map(Column::name).toList());
        for (var changed : columns) {
            if (changed.isKey()) {
                var values =
                        String.join(
                                ", ",
                                columns.stream()
                                        .map(one -> one.equals(changed) ? other(one) : one.name())
                                        .toList());
                acts.add(
                        new Act(
                                table,
                                "+",
                                "copy a row with another " + changed.name(),
                                "insert into %s (%s) overriding system value select %s from %s where ctid = (%s)"
                                        .formatted(
                                                table, names, values, table, row(table, "true"))));
            }
        }
    }

    private static void values(String table, Column column, List<Act> acts) {
        var c = column.name();
        set(table, column, "change", other(column), c + " is not null", acts);
        if (column.isNullable()) {
            set(table, column, "empty", "null", c + " is not null", acts);
        }
        if (column.type().endsWith("[]")) {
            set(
                    table,
                    column,
                    "cut",
                    "%s[1:cardinality(%s) - 1]".formatted(c, c),
                    "cardinality(%s) > 0".formatted(c),
                    acts);
        }
        if (column.type().equals("text[]")) {
            set(
                    table,
                    column,
                    "join the parts of",
                    "array[array_to_string(%s, ',')]".formatted(c),
                    "cardinality(%s) > 1".formatted(c),
                    acts);
        }
        acts.add(
                new Act(
                        table,
                        c,
                        "swap between two rows",
                        """
                        with a as (select ctid as id, %2$s as v from %1$s
                                where %2$s is not null%3$s order by ctid limit 1),
                            b as (select t.ctid as id, t.%2$s as v from %1$s t, a
                                where t.%2$s is distinct from a.v%3$s
                                order by t.ctid desc limit 1)
                        update %1$s set %2$s = case when %1$s.ctid = a.id then b.v else a.v end
                        from a, b where %1$s.ctid in (a.id, b.id)
                        """
                                .formatted(table, c, says(table))));
    }

    private static void set(
            String table, Column column, String what, String value, String where, List<Act> acts) {
        acts.add(
                new Act(
                        table,
                        column.name(),
                        what,
                        "update %s set %s = %s where ctid = (%s)"
                                .formatted(table, column.name(), value, row(table, where))));
    }

    private static String row(String table, String where) {
        return "select ctid from %s where %s%s order by ctid limit 1"
                .formatted(table, where, says(table));
    }

    /** A cell of a report with zero says nothing, wherever it is. */
    private static String says(String table) {
        return table.equals("report_cell") ? " and n <> 0" : "";
    }

    private static String other(Column column) {
        var c = column.name();
        return switch (column.type()) {
            case "text", "character varying" -> c + " || 'x'";
            case "text[]" -> c + " || '{x}'";
            case "integer[]", "bigint[]" -> c + " || '{9}'";
            case "bytea" -> c + " || '\\x00'";
            case "boolean" -> "not " + c;
            case "bigint", "integer", "smallint" -> c + " + 1000";
            case "date" -> "date '2001-01-01' + (" + c + " = '2001-01-01')::int";
            case "timestamp with time zone", "timestamp without time zone" ->
                    c + " - interval '1 hour'";
            case "jsonb" -> c + " || '{\"x\": 1}'";
            case "uuid" -> "gen_random_uuid()";
            default -> throw new IllegalStateException("another value of " + column.type());
        };
    }
}
