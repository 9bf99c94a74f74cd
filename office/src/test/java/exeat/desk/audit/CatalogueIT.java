package exeat.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.Backstage;
import exeat.desk.Town;
import exeat.store.audit.Catalogue;
import exeat.store.tamper.Tamper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Nothing of the database is neither held to its events nor listed as outside an audit's reach: a
 * table, column, policy, right, function or trigger that comes new fails here until it is either.
 */
class CatalogueIT {

    /** Small: it is audited once for each column. */
    private static final Town town = Town.alone();

    private static Path resource(String name) {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        return Path.of(root, "office/src", name);
    }

    @Test
    void the_list_of_the_schema_is_that_of_this_version() throws Exception {
        var there =
                town.office.catalogue().stream()
                        .map(Catalogue::written)
                        .collect(Collectors.joining("\n", "", "\n"));
        var file = resource("main/resources/exeat/store/audit/catalogue.txt");
        if ("write".equals(System.getProperty("exeat.golden"))) {
            Files.writeString(file, there);
        }
        assertThat(there).isEqualTo(Files.readString(file));
        assertThat(town.office.audit()).isEmpty();
    }

    /** Each acts on the schema, and is found where it was done. */
    @Test
    void what_is_done_to_the_schema_is_found() {
        var acts = Tamper.all().stream().filter(act -> act.table().equals("catalogue")).toList();
        assertThat(acts).hasSizeGreaterThan(25);
        for (var tried : town.office.rehearse(acts)) {
            assertThat(tried.found()).as(tried.tamper().sql()).isPresent();
        }
    }

    /** A column is held to events, or stands in the list of those that are not, with the reason. */
    @Tag("full")
    @Test
    void every_column_is_held_to_its_events_or_listed_as_outside() throws Exception {
        WorkedTown.fill(town);
        var outside = new TreeMap<String, String>();
        for (var line :
                Files.readAllLines(resource("test/resources/exeat/desk/audit/outside.txt"))) {
            if (!line.startsWith("#") && !line.isBlank()) {
                var parts = line.split(": ", 2);
                outside.put(parts[0], parts[1]);
            }
        }
        assertThat(town.office.audit()).isEmpty();
        var unseen = new ArrayList<String>();
        var seen = new ArrayList<String>();
        for (var column : columns()) {
            boolean listed =
                    outside.containsKey(column.name())
                            || outside.containsKey(column.table() + ".*");
            if (column.rows() > 0 && !listed && !isFound(column)) {
                unseen.add(column.name());
            } else if (outside.containsKey(column.name()) && column.rows() > 0 && isFound(column)) {
                seen.add(column.name());
            }
        }
        assertThat(unseen).as("changed, and no audit says so").isEmpty();
        assertThat(seen).as("listed as outside, and yet found").isEmpty();
        assertThat(outside.values()).allMatch(reason -> reason.length() > 10);
    }

    private static boolean isFound(Column column) {
        var tamper =
                new Tamper(
                        "change " + column.name(),
                        column.table(),
                        "select ''",
                        "update %s set %s = %s where ctid = (select ctid from %s where %s limit 1)"
                                .formatted(
                                        column.table(),
                                        column.column(),
                                        column.other(),
                                        column.table(),
                                        column.counts()));
        try {
            return !town.office.rehearse(List.of(tamper)).getFirst().faults().isEmpty();
        } catch (RuntimeException unreadable) {
            // A row that cannot be read any more is found too, if rudely.
            return true;
        }
    }

    /**
     * A column.
     *
     * @param rows that have a value in it
     * @param other SQL for another value of its type
     */
    private record Column(String table, String column, long rows, String other) {
        String name() {
            return table + "." + column;
        }

        /** Which rows say something: a cell of a report with zero says nothing, wherever it is. */
        String counts() {
            return column + " is not null" + (table.equals("report_cell") ? " and n <> 0" : "");
        }
    }

    private static List<Column> columns() throws Exception {
        var sql =
                """
                select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
                from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'exeat'::regnamespace and c.relkind in ('r', 'p')
                    and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                    and not starts_with(c.relname, 'flyway_schema_history')
                order by 1, 2
                """;
        var columns = new ArrayList<Column>();
        try (var superuser = Backstage.superuser(town)) {
            for (var row : Backstage.rows(superuser, sql)) {
                var table = row.text("table");
                var column = row.text("column");
                var count =
                        Backstage.rows(
                                        superuser,
                                        "select count(%s)::text as n from exeat.%s"
                                                .formatted(column, table))
                                .getFirst()
                                .text("n");
                columns.add(
                        new Column(
                                table,
                                column,
                                Long.parseLong(count),
                                other(column, row.text("type"))));
            }
        }
        return columns;
    }

    private static String other(String column, String type) {
        return switch (type) {
            case "text" -> column + " || 'x'";
            case "text[]" -> column + " || '{x}'";
            case "integer[]", "bigint[]" -> column + " || '{9}'";
            case "bytea" -> column + " || '\\x00'";
            case "boolean" -> "not " + column;
            case "bigint", "integer", "smallint" -> column + " + 1";
            case "date" -> "date '2001-01-01' + (" + column + " = '2001-01-01')::int";
            case "timestamp with time zone" -> column + " - interval '1 hour'";
            case "jsonb" -> column + " || '{\"x\": 1}'";
            case "uuid" -> "gen_random_uuid()";
            default -> throw new IllegalStateException("another value of " + type);
        };
    }
}
