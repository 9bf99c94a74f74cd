package exeat.desk;

import exeat.store.Bytes;
import exeat.store.key.Keys;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The database behind the office, for tests that look where nobody should. */
public final class Backstage {

    private Backstage() {}

    public static String url(Town town) {
        try {
            return Files.readString(town.data.resolve("keys").resolve("address")).strip();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public static Connection superuser(Town town) throws SQLException {
        return superuser(town, url(town));
    }

    public static Connection superuser(Town town, String url) throws SQLException {
        var password = Keys.in(town.data).secret("superuser.password").base64();
        return DriverManager.getConnection(url, "postgres", password);
    }

    static Connection owner(Town town) throws SQLException {
        var password = Keys.in(town.data).password("owner");
        return DriverManager.getConnection(url(town), "exeat", password);
    }

    public static Connection role(Town town, String role) throws SQLException {
        var password = Keys.in(town.data).password(role);
        return DriverManager.getConnection(url(town), "exeat_" + role, password);
    }

    public static List<Row> rows(Connection connection, String sql) throws SQLException {
        var list = new ArrayList<Row>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                var row = new HashMap<String, Object>();
                for (int at = 1; at <= rows.getMetaData().getColumnCount(); at++) {
                    row.put(
                            rows.getMetaData().getColumnLabel(at),
                            Objects.requireNonNullElse(rows.getObject(at), ""));
                }
                list.add(new Row(row));
            }
        }
        return list;
    }

    public static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A row, by column. */
    public record Row(Map<String, Object> columns) {
        Object value(String column) {
            return Objects.requireNonNull(columns.get(column), column);
        }

        public String text(String column) {
            return value(column).toString();
        }

        public long number(String column) {
            return Long.parseLong(text(column));
        }

        public Map<Integer, Bytes> keys(String column) {
            return exeat.store.key.Vault.keys(text(column));
        }

        public Bytes bytes(String column) {
            return Bytes.of((byte[]) value(column));
        }
    }
}
