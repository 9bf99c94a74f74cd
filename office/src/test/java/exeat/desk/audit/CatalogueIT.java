package exeat.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.Backstage;
import exeat.desk.Town;
import exeat.store.audit.Catalogue;
import exeat.store.tamper.Tamper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every object of the database is in the list of this version: a policy, right, function or trigger
 * that comes new fails here until it is written down.
 */
class CatalogueIT {

    private static final Town town = Town.alone();

    private static Path resource(String name) {
        var root = Objects.requireNonNull(System.getProperty("exeat.root"), "exeat.root");
        return Path.of(root, "office/src", name);
    }

    @Test
    void the_list_of_the_schema_is_that_of_this_version() throws Exception {
        var there =
                town.office.audits().catalogue().stream()
                        .map(Catalogue::written)
                        .collect(Collectors.joining("\n", "", "\n"));
        var file = resource("main/resources/exeat/store/audit/catalogue.txt");
        if ("write".equals(System.getProperty("exeat.golden"))) {
            Files.writeString(file, there);
        }
        assertThat(there).isEqualTo(Files.readString(file));
        assertThat(town.office.audit()).isEmpty();
    }

    /** A new migration fails here until the list has it, with the sum over its lines. */
    @Test
    void the_list_of_migrations_is_that_of_this_version() throws Exception {
        try (var superuser = Backstage.superuser(town)) {
            var sql =
                    """
                    select coalesce(version, 'schema') as version, concat_ws(' ', installed_rank,
                        description, type, script, checksum, 'done') as text
                    from exeat.flyway_schema_history order by installed_rank
                    """;
            var there =
                    Backstage.rows(superuser, sql).stream()
                            .map(row -> row.text("version") + " | " + row.text("text"))
                            .collect(Collectors.joining("\n", "", "\n"));
            var file = resource("main/resources/exeat/store/audit/history.txt");
            if ("write".equals(System.getProperty("exeat.golden"))) {
                Files.writeString(file, there);
            }
            assertThat(there).isEqualTo(Files.readString(file));
        }
    }

    /**
     * Each acts on the schema, and is found where it was done. {@code IntegrityAuditIT} takes some.
     */
    @Tag("full")
    @Test
    void what_is_done_to_the_schema_is_found() {
        var acts = Tamper.all().stream().filter(act -> act.table().equals("catalogue")).toList();
        assertThat(acts).hasSizeGreaterThan(25);
        for (var tried : town.office.audits().rehearse(acts)) {
            assertThat(tried.found()).as(tried.tamper().sql()).isPresent();
        }
    }

    /** What a superuser does in PostgreSQL's own catalogue, with what undoes it. */
    private static final Map<String, String> BEHIND_THE_SCHEMA =
            Map.of(
                    "update pg_class set relhastriggers = false where relname = 'event'",
                    "update pg_class set relhastriggers = true where relname = 'event'",
                    "update pg_class set relchecks = 0 where oid = 'exeat.account'::regclass",
                    "update pg_class set relchecks = (select count(*) from pg_constraint where"
                            + " conrelid = 'exeat.account'::regclass and contype = 'c')"
                            + " where oid = 'exeat.account'::regclass",
                    "update pg_class set relhasindex = false where relname = 'recovery_code'",
                    "update pg_class set relhasindex = true where relname = 'recovery_code'",
                    "update pg_index set indisready = false"
                            + " where indexrelid = 'exeat.paper_pkey'::regclass",
                    "update pg_index set indisready = true"
                            + " where indexrelid = 'exeat.paper_pkey'::regclass",
                    "alter table exeat.account_log disable trigger all",
                    "alter table exeat.account_log enable trigger all",
                    "select lo_create(4711)",
                    "select lo_unlink(4711)",
                    "alter role exeat_reader connection limit 1",
                    "alter role exeat_reader connection limit -1",
                    "alter database exeat connection limit 40",
                    "alter database exeat connection limit -1");

    @Test
    void what_a_superuser_switches_off_in_the_catalogue_itself_is_found() throws Exception {
        var expected = Catalogue.expected();
        try (var superuser = Backstage.superuser(town)) {
            for (var act : BEHIND_THE_SCHEMA.entrySet()) {
                Backstage.run(superuser, act.getKey());
                try {
                    assertThat(town.office.audits().catalogue())
                            .as(act.getKey())
                            .isNotEqualTo(expected);
                } finally {
                    Backstage.run(superuser, act.getValue());
                }
                assertThat(town.office.audits().catalogue()).as(act.getValue()).isEqualTo(expected);
            }
        }
    }
}
