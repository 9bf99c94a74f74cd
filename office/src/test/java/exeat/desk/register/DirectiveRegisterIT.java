package exeat.desk.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.desk.Town;
import exeat.rules.document.DirectiveRecord;
import exeat.rules.source.PackException;
import org.junit.jupiter.api.Test;

/** The register keeps what it is given, once. */
class DirectiveRegisterIT {

    private static final String NOTICE =
            """
            May 2, 1951

            **A Notice on Lamps**

            Citation:

            "A Notice on Lamps", May 2, 1951, An Archive, 7.

            Summary:

            Lamps are lit at dusk.

            Credits:

            Typed by a volunteer

            Original Language:

            French

            Contents:

            [To] the North Pier and the South Post:

            Lamps are lit at dusk.

            □□

            Nobody [else] lights them.

            Harbour Office

            2 May 1951
            """;

    private final Town town = Town.shared();

    @Test
    void an_archival_text_is_kept_once_and_read_back_as_it_stands() throws PackException {
        var register = town.office.register();

        var id = register.importText("lamps.txt", NOTICE);

        assertThat(id).startsWith("1951-05-02-");
        assertThat(register.importText("again.txt", NOTICE)).isEqualTo(id);
        assertThat(register.records()).containsOnlyOnce(id).contains("prc-1963");
        assertThat(register.record(id).map(DirectiveRecord::title)).contains("A Notice on Lamps");
        assertThat(register.record(id).orElseThrow().marks()).hasSize(1);
        assertThat(register.record("nothing")).isEmpty();
    }

    @Test
    void a_text_that_is_not_a_record_is_refused() {
        assertThatThrownBy(() -> town.office.register().importText("x.txt", "hello"))
                .isInstanceOf(PackException.class);
    }

    @Test
    void a_pack_that_is_stored_already_stays_as_it_is() throws PackException {
        var register = town.office.register();
        var before = register.directives();

        var ref = register.load(Town.packs().resolve("prc-1963"));

        assertThat(register.directives()).isEqualTo(before).contains(ref);
        assertThat(register.directive(ref).ref()).isEqualTo(ref);
        assertThat(register.directive("prc-1963")).map(d -> d.ref()).contains(ref);
        assertThat(register.briefing(town.officer(Town.YANJI_FA), "prc-1963").units())
                .containsKey(Town.YANJI_FA);
    }
}
