package exeat.desk.audit;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.desk.Town;
import exeat.store.audit.Catalogue;
import exeat.store.tamper.Tamper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
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
        for (var tried : town.office.audits().rehearse(acts)) {
            assertThat(tried.found()).as(tried.tamper().sql()).isPresent();
        }
    }
}
