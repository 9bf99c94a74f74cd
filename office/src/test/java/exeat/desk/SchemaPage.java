package exeat.desk;

import exeat.store.database.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of the schema as a page of Markdown, by room, from the comments in the database. */
final class SchemaPage {

    /** In the order of the migrations; a table's comment begins with one. */
    static final List<String> ROOMS =
            List.of(
                    "register",
                    "streams",
                    "people",
                    "briefing",
                    "read models",
                    "ledger",
                    "audit",
                    "webhooks",
                    "notices");

    private static final Pattern ROOM = Pattern.compile("^\\[([a-z ]+)] (.+)$", Pattern.DOTALL);

    /** What a column refers to where no foreign key is drawn. */
    private static final Pattern REFERS = Pattern.compile("as ([a-z_]+)\\.[a-z_]+");

    private static final String NO_KEY = "No foreign key";
    private static final String STREAM = "stream";

    /**
     * A table.
     *
     * @param lines what stands below its columns: keys, indexes, readers
     */
    record Table(
            String name,
            String room,
            String comment,
            List<Column> columns,
            List<Reference> references,
            List<String> lines) {}

    /** A column; empty where there is no comment. */
    record Column(String name, String type, boolean isNullable, String comment) {}

    /** A foreign key, or what stands in for one. */
    record Reference(String columns, String table, boolean isDrawn) {}

    private final List<Table> tables;

    private SchemaPage(List<Table> tables) {
        this.tables = tables;
    }

    static SchemaPage of(Connection connection) throws SQLException {
        var tables = new ArrayList<Table>();
        for (var named : Sql.query(connection, TABLES, row -> texts(row, "name", "comment"))) {
            tables.add(table(connection, named.getFirst(), named.getLast()));
        }
        return new SchemaPage(tables);
    }

    List<Table> tables() {
        return tables;
    }

    private static List<String> texts(ResultSet row, String... columns) throws SQLException {
        var texts = new ArrayList<String>();
        for (var column : columns) {
            texts.add(Objects.requireNonNullElse(row.getString(column), ""));
        }
        return texts;
    }

    private static Table table(Connection connection, String name, String comment)
            throws SQLException {
        var columns =
                Sql.query(
                        connection,
                        COLUMNS,
                        row ->
                                new Column(
                                        row.getString("name"),
                                        row.getString("type").replace(TIMES, "timestamptz"),
                                        row.getBoolean("nullable"),
                                        Objects.requireNonNullElse(row.getString("comment"), "")),
                        name);
        var references =
                new ArrayList<>(
                        Sql.query(
                                connection,
                                KEYS,
                                row ->
                                        new Reference(
                                                row.getString("columns"),
                                                row.getString("other"),
                                                true),
                                name));
        for (var column : columns) {
            var other = REFERS.matcher(column.comment());
            if (column.comment().contains(NO_KEY) && other.find()) {
                references.add(new Reference(column.name(), other.group(1), false));
            }
        }
        var room = ROOM.matcher(comment);
        boolean hasRoom = room.matches();
        var lines = new ArrayList<String>();
        for (var sql : List.of(UNIQUE, INDEXES, READERS, POLICY)) {
            lines.addAll(Sql.query(connection, sql, row -> row.getString("line"), name));
        }
        return new Table(
                name,
                hasRoom ? room.group(1) : "",
                hasRoom ? room.group(2) : comment,
                columns,
                references,
                lines);
    }

    private static final String TIMES = "timestamp with time zone";

    /** Everything after the introduction. */
    String text() {
        var page = new StringBuilder("\n## The tables, by room\n\n").append(picture());
        for (var room : ROOMS) {
            page.append("\n## ").append(title(room)).append('\n');
            in(room).forEach(table -> page.append(described(table)));
        }
        return page.toString();
    }

    private List<Table> in(String room) {
        return tables.stream().filter(table -> table.room().equals(room)).toList();
    }

    private static String title(String room) {
        return Character.toUpperCase(room.charAt(0)) + room.substring(1);
    }

    private static final String LEGEND =
            """

            An arrow goes from a table to one that it names; a dotted one has no foreign key, and the column says
            what holds it instead. A table with `*` also names a stream. Units are named as text, without a key.
            """;

    private String picture() {
        var text = new StringBuilder("```mermaid\nflowchart LR\n");
        for (var room : ROOMS) {
            text.append("    subgraph %s[%s]\n".formatted(room.replace(' ', '_'), title(room)));
            for (var table : in(room)) {
                boolean star = table.references().stream().anyMatch(r -> r.table().equals(STREAM));
                text.append(
                        "        %s[\"%s\"]\n".formatted(node(table.name()), label(table, star)));
            }
            text.append("    end\n");
        }
        for (var table : tables) {
            for (var arrow : arrows(table)) {
                text.append("    ").append(arrow).append('\n');
            }
        }
        return text.append("```\n").append(LEGEND).toString();
    }

    private static String label(Table table, boolean star) {
        return table.name() + (star ? " *" : "");
    }

    /** Its own word, since some names mean something to Mermaid. */
    private static String node(String table) {
        return "t_" + table;
    }

    private static SortedSet<String> arrows(Table table) {
        return table.references().stream()
                .filter(one -> !one.table().equals(STREAM) && !one.table().equals(table.name()))
                .map(one ->
                        node(table.name())
                                + (one.isDrawn() ? " --> " : " -.-> ")
                                + node(one.table()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String described(Table table) {
        var text =
                new StringBuilder("\n### `%s`\n\n%s\n\n".formatted(table.name(), table.comment()));
        text.append("| column | type | meaning |\n|---|---|---|\n");
        for (var column : table.columns()) {
            text.append(
                    "| `%s` | %s%s | %s |\n"
                            .formatted(
                                    column.name(),
                                    column.type(),
                                    column.isNullable() ? ", or null" : "",
                                    column.comment().replace("|", "\\|")));
        }
        var lines = new ArrayList<>(table.lines());
        for (var one : table.references()) {
            lines.add(
                    "Refers to `%s` by `%s`%s"
                            .formatted(
                                    one.table(),
                                    one.columns(),
                                    one.isDrawn() ? "" : ", without a foreign key"));
        }
        text.append('\n');
        lines.forEach(line -> text.append("- ").append(line).append('\n'));
        return text.toString();
    }

    private static final String TABLES =
            """
            select c.relname as name, obj_description(c.oid, 'pg_class') as comment
            from pg_class c
            where c.relnamespace = 'exeat'::regnamespace and c.relkind in ('r', 'p', 'v')
                and c.relname <> 'flyway_schema_history'
            order by c.oid
            """;

    private static final String COLUMNS =
            """
            select a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
                not a.attnotnull as nullable, col_description(a.attrelid, a.attnum) as comment
            from pg_attribute a
            where a.attrelid = ('exeat.' || ?)::regclass and a.attnum > 0 and not a.attisdropped
            order by a.attnum
            """;

    private static final String KEYS =
            """
            select (select string_agg(a.attname, ', ' order by k.n) from unnest(f.conkey)
                    with ordinality as k(column_number, n)
                    join pg_attribute a on a.attrelid = f.conrelid
                        and a.attnum = k.column_number) as columns, o.relname as other
            from pg_constraint f join pg_class o on o.oid = f.confrelid
            where f.conrelid = ('exeat.' || ?)::regclass and f.contype = 'f'
            order by f.conname
            """;

    private static final String UNIQUE =
            """
            select case k.contype when 'p' then 'Primary key `' else 'Unique `' end
                || (select string_agg(a.attname, ', ' order by c.n) from unnest(k.conkey)
                    with ordinality as c(column_number, n)
                    join pg_attribute a on a.attrelid = k.conrelid
                        and a.attnum = c.column_number) || '`' as line
            from pg_constraint k
            where k.conrelid = ('exeat.' || ?)::regclass and k.contype in ('p', 'u')
            order by k.contype, k.conname
            """;

    private static final String INDEXES =
            """
            select 'Index `' || regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING btree ', '')
                || '`' as line
            from pg_index i join pg_class c on c.oid = i.indexrelid
            where i.indrelid = ('exeat.' || ?)::regclass
                and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
            order by c.relname
            """;

    private static final String READERS =
            """
            select 'Read directly by the ' || coalesce(string_agg(r.role || r.part, ', the '
                order by r.role), 'owner alone; otherwise through functions') as line
            from (select ('exeat.' || ?)::regclass as oid) t cross join lateral (
                select replace(x.grantee::regrole::text, current_database() || '_', '') as role,
                    '' as part
                from pg_class c, aclexplode(c.relacl) x
                where c.oid = t.oid and x.grantee <> c.relowner and x.privilege_type = 'SELECT'
                union
                select replace(x.grantee::regrole::text, current_database() || '_', ''),
                    ' (not all columns)'
                from pg_attribute a, aclexplode(a.attacl) x
                where a.attrelid = t.oid) r
            """;

    private static final String POLICY =
            """
            select 'The reader sees rows where `' || regexp_replace(pg_get_expr(p.polqual, p.polrelid),
                '\\s+', ' ', 'g') || '`' as line
            from pg_policy p where p.polrelid = ('exeat.' || ?)::regclass
            """;
}
