package exeat.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The rights of each database role, read from the database and compared with {@code
 * docs/rights-database.md}; {@code -Dexeat.golden=write} rewrites that file. {@link GuardIT} tries
 * them.
 */
class RolesIT {

    private static final String HEAD =
            """
            # What each role of the database may do

            A test writes this page from the database (`RolesIT` in `office`), and `GuardIT` tries what is and what
            is not allowed here. The program connects as these five roles and never as the owner of the tables. None
            of them owns anything, bypasses a policy, or can create even a temporary table. A role can change or
            delete rows only through the functions named beside it, which check who asks.

            The *reader* sees only the rows of its session, under row-level policies; without a session it sees
            none.
            """;

    private static final String TABLES =
            """
            select c.relname || ' (' || concat_ws(', ',
                case when has_any_column_privilege(c.oid, 'select') then 'read' end,
                case when has_any_column_privilege(c.oid, 'insert') then 'add' end,
                case when has_any_column_privilege(c.oid, 'update') then 'change' end,
                case when has_table_privilege(c.oid, 'delete') then 'delete' end,
                case when has_table_privilege(c.oid, 'truncate') then 'empty' end) || ')' as line
            from pg_class c
            where c.relnamespace = 'exeat'::regnamespace and c.relkind in ('r', 'v', 'm', 'p')
                and (has_any_column_privilege(c.oid, 'select, insert, update')
                    or has_table_privilege(c.oid, 'delete, truncate'))
            order by c.relname
            """;

    private static final String FUNCTIONS =
            """
            select p.proname as line
            from pg_proc p
            where p.pronamespace = 'exeat'::regnamespace and has_function_privilege(p.oid, 'execute')
            order by p.proname
            """;

    private static final String POWERS =
            """
            select rolname as line from pg_roles
            where rolname = current_user and (rolsuper or rolbypassrls or rolcreaterole
                or rolcreatedb or rolreplication)
            union all select relname from pg_class where relowner = current_user::regrole
            union all select proname from pg_proc where proowner = current_user::regrole
            """;

    private final Town town = Town.shared();

    @Test
    void each_role_may_what_is_written_down() throws Exception {
        var text = new StringBuilder(HEAD);
        for (var role : Stream.of("writer", "reader", "door", "clerk", "sequencer").toList()) {
            try (var connection = Backstage.role(town, role)) {
                assertThat(lines(connection, POWERS)).as(role).isEmpty();
                text.append("\n## ").append(role).append("\n\n- Tables: ");
                text.append(orNone(lines(connection, TABLES)));
                text.append("\n- Functions: ").append(orNone(lines(connection, FUNCTIONS)));
                text.append('\n');
            }
        }
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        var file = Path.of(root, "docs", "rights-database.md");
        if ("write".equals(System.getProperty("exeat.golden"))) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file))
                .as("docs/rights-database.md: run exeat golden, then read the difference")
                .isEqualTo(text.toString());
    }

    private static String orNone(String lines) {
        return lines.isEmpty() ? "none" : lines;
    }

    private static String lines(java.sql.Connection connection, String sql) throws SQLException {
        return Backstage.rows(connection, sql).stream()
                .map(row -> "`" + row.text("line").replaceFirst(" \\(", "` ("))
                .map(line -> line.endsWith(")") ? line : line + "`")
                .collect(Collectors.joining(", "));
    }
}
