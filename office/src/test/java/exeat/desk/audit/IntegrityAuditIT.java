package exeat.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.Backstage;
import exeat.desk.Town;
import exeat.store.tamper.Tamper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What an administrator of the database could do is found, and found where it was done. */
class IntegrityAuditIT {

    private static final Pattern WRITES =
            Pattern.compile("(?:update|insert into|delete from) (\\w+)");

    /** A row of the guide's table, whose first cell names tables. */
    private static final Pattern TOLD = Pattern.compile("(?m)^\\| `([a-z_`, ]+)` \\|");

    /** Small: it is audited as often as there are ways to tamper with it. */
    private static final Town town = Town.alone();

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
                        and relkind in ('r', 'p') and relname <> 'flyway_schema_history'
                    """;
            return Backstage.rows(superuser, sql).stream()
                    .map(row -> row.text("relname"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @Test
    void an_honest_database_has_no_fault_and_each_tamper_is_found_where_it_was_done()
            throws Exception {
        Town.shared().sequenced();
        assertThat(Town.shared().office.audit()).as("whatever other tests did").isEmpty();
        WorkedTown.fill(town);
        assertThat(town.office.audit()).isEmpty();

        var tampers = Tamper.all();
        assertThat(tampers).hasSizeGreaterThan(50);
        assertThat(tampers)
                .allSatisfy(tamper -> {
                    var tried = town.office.rehearse(List.of(tamper)).getFirst();
                    assertThat(tried.found())
                            .as("%s, at %s: %s", tamper.what(), tried.place(), tried.faults())
                            .isPresent();
                });
        assertThat(town.office.audit()).isEmpty();
        town.office.close();
    }
}
