package exeat.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.value.OfficerId;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.Patience;
import exeat.desk.Today;
import exeat.desk.Town;
import exeat.desk.base.PasswordCost;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A log whose key is gone stands still until the key is back; it never goes on under another. */
class LedgerKeyIT {

    private final OfficeSettings settings =
            OfficeSettings.embedded(Town.folder(), Town.packs()).with(PasswordCost.LEAST);

    private String signed() throws InterruptedException {
        try (var office = Office.open(settings, Today.clock())) {
            office.officerAccounts()
                    .create(new OfficerId("kim"), "kim", "four quiet rivers", "Kim", Town.YANJI_FA);
            var patience = Patience.of(Duration.ofSeconds(60));
            while (office.health().ledger().waiting() > 0) {
                assertThat(patience.isOver()).isFalse();
                Thread.sleep(50);
            }
            return office.ledger().key();
        }
    }

    @Test
    void an_office_whose_log_key_is_missing_or_another_does_not_open() throws Exception {
        var key = signed();
        var file = settings.data().resolve("keys").resolve("ledger");
        var text = Files.readString(file);

        Files.delete(file);
        refused("is missing");
        assertThat(file).as("no new one is made").doesNotExist();

        Files.writeString(file, "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");
        refused("is not the one");

        Files.writeString(file, text);
        try (var office = Office.open(settings, Today.clock())) {
            assertThat(office.ledger().key()).isEqualTo(key);
        }
    }

    private void refused(String why) {
        assertThatThrownBy(() -> Office.open(settings, Today.clock()).close())
                .isInstanceOfSatisfying(
                        OfficeException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(Code.KEYS))
                .hasMessageContaining(why);
    }
}
