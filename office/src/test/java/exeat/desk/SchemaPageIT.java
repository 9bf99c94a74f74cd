package exeat.desk;

import static exeat.desk.Town.ONE;
import static exeat.desk.Town.YANJI_FA;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.Backstage.Row;
import exeat.store.database.Sql;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/schema.md} says what is in the database, and its queries give right figures; {@code
 * -Dexeat.golden=write} rewrites it. Its introduction is the resource {@code schema.md}.
 */
class SchemaPageIT {

    private static final Pattern QUERY = Pattern.compile("(?s)```sql\n(.*?)```");

    private final Town town = Town.shared();

    private static String introduction() throws IOException {
        try (var in =
                Objects.requireNonNull(
                        SchemaPageIT.class.getResourceAsStream("schema.md"), "schema.md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> queries() throws IOException {
        return QUERY.matcher(introduction()).results().map(found -> found.group(1)).toList();
    }

    private SchemaPage page() throws SQLException {
        try (var owner = Backstage.owner(town)) {
            Sql.run(owner, "set search_path = exeat");
            return SchemaPage.of(owner);
        }
    }

    @Test
    void the_page_says_what_is_in_the_database() throws Exception {
        var text = introduction() + page().text();
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        var file = Path.of(root, "docs", "schema.md");
        if ("write".equals(System.getProperty("exeat.golden"))) {
            Files.writeString(file, text);
        }
        assertThat(Files.readString(file))
                .as("docs/schema.md: run exeat golden, then read the difference")
                .isEqualTo(text);
    }

    @Test
    void every_table_has_a_room_and_a_comment_and_every_column_a_comment() throws Exception {
        var tables = page().tables();
        assertThat(tables).hasSizeGreaterThan(50);
        var missing = new ArrayList<String>();
        for (var table : tables) {
            if (!SchemaPage.ROOMS.contains(table.room()) || !isSentence(table.comment())) {
                missing.add(table.name());
            }
            for (var column : table.columns()) {
                if (!isSentence(column.comment())) {
                    missing.add(table.name() + "." + column.name());
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static boolean isSentence(String comment) {
        return comment.length() > 4 && comment.endsWith(".");
    }

    /** A reference that is only told, because a foreign key would cost too much, has a target. */
    @Test
    void what_a_column_refers_to_is_there() throws Exception {
        var tables = page().tables();
        var names = tables.stream().map(SchemaPage.Table::name).collect(Collectors.toSet());
        var told = new TreeSet<String>();
        for (var table : tables) {
            for (var one : table.references()) {
                told.add(one.table());
            }
            // A column that names a stream has a key, or says why it has none.
            for (var column : table.columns()) {
                boolean refers =
                        table.references().stream()
                                .anyMatch(one -> one.columns().contains(column.name()));
                assertThat(!column.name().equals("stream") || refers)
                        .as(table.name() + "." + column.name())
                        .isTrue();
            }
        }
        assertThat(names).containsAll(told);
        assertThat(told).contains("stream", "event", "account", "directive");
    }

    private List<Row> rows(String query) throws SQLException {
        try (Connection owner = Backstage.owner(town)) {
            owner.setAutoCommit(false);
            owner.setReadOnly(true);
            return Backstage.rows(owner, query);
        }
    }

    private long one(String query, Function<Row, String> key, String of, String column)
            throws SQLException {
        return rows(query).stream()
                .filter(row -> key.apply(row).equals(of))
                .mapToLong(row -> row.text(column).isEmpty() ? 0 : row.number(column))
                .sum();
    }

    /** Against what was done in between: two families, of which one departs. */
    @Test
    void the_three_queries_of_the_page_count_what_was_done() throws Exception {
        var queries = queries();
        assertThat(queries).hasSize(3);
        var before = figures(queries);

        town.confirmed(Town.referred());
        var gone = town.confirmed(Town.settling());
        town.clear(gone, ONE);
        town.authorise(gone, ONE);

        var after = figures(queries);
        assertThat(change(before, after))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                                Map.entry("waiting: decide", 1L),
                                Map.entry("filed", 2L),
                                Map.entry("authorised", 1L),
                                Map.entry("received: jl-yanji", 2L),
                                Map.entry("received: jl", 2L),
                                Map.entry("received: ne", 2L),
                                Map.entry("received: cn", 2L),
                                Map.entry("under way: cn", 2L)));
    }

    private Map<String, Long> figures(List<String> queries) throws SQLException {
        var work = queries.get(0);
        var months = queries.get(1);
        var units = queries.get(2);
        Function<Row, String> unit = row -> row.text("unit");
        var figures = new java.util.TreeMap<String, Long>();
        figures.put(
                "waiting: decide",
                one(
                        work,
                        row -> unit.apply(row) + row.text("task"),
                        YANJI_FA + "decide",
                        "waiting"));
        figures.put("filed", one(months, row -> row.text("directive_id"), "prc-1963", "filed"));
        figures.put(
                "authorised",
                one(months, row -> row.text("directive_id"), "prc-1963", "authorised"));
        for (var level : List.of("jl-yanji", "jl", "ne", "cn")) {
            figures.put("received: " + level, one(units, unit, level, "received"));
        }
        figures.put("under way: cn", one(units, unit, "cn", "under_way"));
        return figures;
    }

    private static Map<String, Long> change(Map<String, Long> before, Map<String, Long> after) {
        return after.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                now -> now.getValue() - before.getOrDefault(now.getKey(), 0L)));
    }
}
