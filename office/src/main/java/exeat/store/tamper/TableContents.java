package exeat.store.tamper;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is in the tables that an act of tampering names, as one hash each. No column may have the
 * alias of the row, or the hash would be that of the column.
 */
final class TableContents {

    private static final String ROWS =
            "select count(1) || ' ' || coalesce(sum(hashtextextended(a_row::text, 0)), 0) as n";

    /** With where each row lies: rows that are taken out of an index come back as they were. */
    private static final String ROWS_IN_PLACE =
            "select count(1) || ' ' || coalesce(sum(hashtextextended(a_row.ctid || ' ' || a_row, 0)), 0)"
                    + " as n";

    private TableContents() {}

    /** By the table's name: the office's, and PostgreSQL's own list of indexes. */
    static Map<String, String> of(Connection superuser, Tamper tamper) throws SQLException {
        Map<String, String> contents = new TreeMap<>();
        var rows = tamper.isOfIndexes() ? ROWS_IN_PLACE : ROWS;
        for (var table : tables(superuser)) {
            if (tamper.names(table)) {
                contents.put(table, one(superuser, rows + " from exeat." + table + " a_row"));
            }
        }
        if (tamper.names("pg_index")) {
            contents.put("pg_index", one(superuser, ROWS + " from pg_index a_row"));
        }
        return contents;
    }

    private static List<String> tables(Connection superuser) throws SQLException {
        var sql =
                """
                select relname from pg_class
                where relnamespace = 'exeat'::regnamespace and relkind in ('r', 'p')
                """;
        var tables = new ArrayList<String>();
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                tables.add(rows.getString("relname"));
            }
        }
        return tables;
    }

    private static String one(Connection superuser, String sql) throws SQLException {
        try (var statement = superuser.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString("n") : "";
        }
    }
}
