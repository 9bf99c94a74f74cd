package exeat.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.desk.Backstage;
import exeat.desk.Town;
import exeat.ledger.Tile;
import exeat.store.tamper.NothingChangedException;
import exeat.store.tamper.Tamper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an administrator of the database could do is found, and found where it was done. */
class IntegrityAuditIT {

    private static final Pattern WRITES =
            Pattern.compile("(?:update|insert into|delete from) (?!pg_)(\\w+)");

    /** A row of the guide's table, whose first cell names tables. */
    private static final Pattern TOLD = Pattern.compile("(?m)^\\| `([a-z_`, ]+)` \\|");

    /** Small: it is audited as often as there are ways to tamper with it. */
    private static final Town town = Town.alone();

    @BeforeAll
    static void filled() throws Exception {
        WorkedTown.fill(town);
        WorkedTown.propose(town);
        wholeTile();
        town.sequenced();
    }

    /** Whole tiles alone are stored, and so can be tampered with. */
    private static void wholeTile() throws Exception {
        while (events() <= Tile.WIDTH) {
            town.confirmed(Town.settling());
        }
    }

    private static long events() throws Exception {
        try (var superuser = Backstage.superuser(town)) {
            var sql = "select count(*) as n from exeat.event";
            return Backstage.rows(superuser, sql).getFirst().number("n");
        }
    }

    @AfterAll
    static void closed() {
        town.office.close();
    }

    @Test
    void each_table_is_tampered_with_or_is_told_to_be_out_of_an_audits_reach() throws Exception {
        var tampered = new TreeSet<String>();
        for (var tamper : Tamper.all()) {
            WRITES.matcher(tamper.sql()).results().forEach(write -> tampered.add(write.group(1)));
        }
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        var guide = Files.readString(Path.of(root, "docs", "guide-auditor.md"));
        var out = new TreeSet<String>();
        TOLD.matcher(guide.substring(guide.indexOf("## Out of an audit's reach")))
                .results()
                .forEach(row -> out.addAll(List.of(row.group(1).split("`, `"))));
        assertThat(out).isNotEmpty().doesNotContainAnyElementsOf(tampered);
        tampered.addAll(out);
        assertThat(tampered).isEqualTo(tables());
    }

    private static Set<String> tables() throws SQLException {
        try (var superuser = Backstage.superuser(Town.shared())) {
            var sql =
                    """
                    select relname from pg_class where relnamespace = 'exeat'::regnamespace
                        and relkind in ('r', 'p')
                    """;
            return Backstage.rows(superuser, sql).stream()
                    .map(row -> row.text("relname"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** A tenth of them each time; all of them below. */
    @Test
    void an_honest_database_has_no_fault_and_tampers_are_found_where_they_were_done()
            throws Exception {
        Town.shared().sequenced();
        assertThat(Town.shared().office.audit()).as("whatever other tests did").isEmpty();
        assertThat(town.office.audit()).isEmpty();

        var tampers = new ArrayList<>(Tamper.all());
        assertThat(tampers).hasSizeGreaterThan(200);
        long seed = Long.getLong("exeat.seed", new Random().nextLong());
        Collections.shuffle(tampers, new Random(seed));
        found(tampers.subList(0, tampers.size() / 10), "with -Dexeat.seed=" + seed);
    }

    @Tag("full")
    @Test
    void each_tamper_is_found_where_it_was_done() {
        found(Tamper.all(), "all of them");
    }

    /** A run of such acts would show nothing, whether an audit finds them or not. */
    @Test
    void an_act_that_changes_nothing_is_neither_found_nor_missed() {
        var same =
                new Tamper("write it again", "stream", "select ''", "update stream set due = due");
        var none =
                new Tamper("a case away", "stream", "select ''", "delete from stream where id < 0");
        var index =
                new Tamper(
                        "nobody out of an index",
                        "paper",
                        "select 'paper_pkey'",
                        """
                        update pg_class set relhasindex = false where oid = 'paper'::regclass;
                        delete from paper where number = 'none';
                        update pg_class set relhasindex = true where oid = 'paper'::regclass;
                        """);
        for (var act : List.of(same, none, index)) {
            assertThatThrownBy(() -> town.office.audits().rehearse(List.of(act)))
                    .as(act.what())
                    .isInstanceOf(NothingChangedException.class);
        }
    }

    private static void found(List<Tamper> tampers, String which) {
        assertThat(tampers)
                .as(which)
                .allSatisfy(tamper -> {
                    var tried = town.office.audits().rehearse(List.of(tamper)).getFirst();
                    assertThat(tried.found())
                            .as("%s, at %s: %s", tamper.what(), tried.place(), tried.faults())
                            .isPresent();
                });
        assertThat(town.office.audit()).isEmpty();
    }

    /** A few of them each time; all of them below. */
    @Test
    void what_is_done_to_any_table_or_column_is_found_or_listed_as_outside() throws Exception {
        var acts = new ArrayList<>(TableTampers.all(town));
        long seed = Long.getLong("exeat.seed", new Random().nextLong());
        Collections.shuffle(acts, new Random(seed));
        assertThat(unseen(acts.subList(0, FEW))).as("with -Dexeat.seed=%d", seed).isEmpty();
    }

    /** A new table fails here until its rows are held to events, or it is listed with a reason. */
    @Tag("full")
    @Test
    void whatever_is_done_to_tables_and_columns_is_found_or_listed_as_outside() throws Exception {
        var acts = TableTampers.all(town);
        assertThat(acts).hasSizeGreaterThan(600);
        assertThat(unseen(acts)).as("done, and no audit says so").isEmpty();
        var outside = outside();
        assertThat(outside.values()).allMatch(reason -> reason.length() > 10);
        var names = acts.stream().map(TableTampers.Act::name).collect(Collectors.toSet());
        acts.forEach(act -> names.add(act.table() + ".*"));
        TableTampers.rows(town).keySet().forEach(table -> names.add(table + "="));
        assertThat(outside.keySet()).as("listed, and not there").isSubsetOf(names);
        var empty = new TreeSet<String>();
        TableTampers.rows(town)
                .forEach((table, rows) -> {
                    if (rows == 0 && !outside.containsKey(table + ".*")) {
                        empty.add(table + "=");
                    }
                });
        assertThat(outside.keySet().stream().filter(name -> name.endsWith("=")))
                .as("tables without a row in this town, which tampers.sql alone tries")
                .containsExactlyInAnyOrderElementsOf(empty);
    }

    private static final int FEW = 15;

    /** The acts that no audit finds and that are not listed; whatever cannot be done is passed. */
    private static List<String> unseen(List<TableTampers.Act> acts) throws Exception {
        var outside = outside();
        var unseen = new ArrayList<String>();
        for (var act : acts) {
            boolean listed =
                    outside.containsKey(act.name()) || outside.containsKey(act.table() + ".*");
            if (!listed && !isFoundOrImpossible(act.tamper())) {
                unseen.add(act.what() + ": " + act.name());
            }
        }
        return unseen;
    }

    private static boolean isFoundOrImpossible(Tamper tamper) {
        try {
            return !town.office.audits().rehearse(List.of(tamper)).getFirst().faults().isEmpty();
        } catch (NothingChangedException nothing) {
            // Whoever made the act thought that it changes the row.
            return nothing.hasNoRow();
        } catch (RuntimeException impossibleOrUnreadable) {
            // No such key, or the database refuses two of one key; or a row that cannot be read
            // any more, which is found too, if rudely.
            return true;
        }
    }

    /** What an audit does not hold to events, and why. */
    private static Map<String, String> outside() throws Exception {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        var file = Path.of(root, "office/src/test/resources/exeat/desk/audit/outside.txt");
        var outside = new TreeMap<String, String>();
        for (var line : Files.readAllLines(file)) {
            if (!line.startsWith("#") && !line.isBlank()) {
                var parts = line.split(": ", 2);
                outside.put(parts[0], parts[1]);
            }
        }
        return outside;
    }
}
