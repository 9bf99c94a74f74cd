package exeat.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import exeat.casework.value.OfficerId;
import exeat.desk.NewLogKey;
import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.Patience;
import exeat.desk.Today;
import exeat.desk.Town;
import exeat.desk.base.PasswordCost;
import exeat.desk.operator.LogKeyChange;
import exeat.desk.operator.OperatorKey;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import exeat.store.key.Keys;
import exeat.store.key.LedgerKey;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A log whose key is gone stands still until the key is back; it never goes on under another. */
class LedgerKeyIT {

    private final OfficeSettings settings =
            OfficeSettings.embedded(Town.folder(), Town.packs()).with(PasswordCost.MIN);

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

    /** Until everything that waits is in the log, under this many keys. */
    private static void placed(Office office, int keys) throws InterruptedException {
        var patience = Patience.of(Duration.ofSeconds(60));
        while (office.health().ledger().waiting() > 0) {
            assertThat(patience.isOver()).isFalse();
            Thread.sleep(50);
        }
        assertThat(office.health().ledger().trouble()).isEmpty();
        assertThat(office.ledger().keys().all()).hasSize(keys);
        assertThat(office.audit()).isEmpty();
    }

    /** Opens an office twelve times. */
    @Tag("full")
    @Test
    void two_operators_give_a_log_whose_key_is_lost_a_new_one() throws Exception {
        var data = settings.data();
        var one = OperatorKey.make("one", data.resolve("one.key"));
        var two = OperatorKey.make("two", data.resolve("two.key"));
        var stranger = OperatorKey.make("stranger", data.resolve("stranger.key"));
        String old;
        try (var office = Office.open(settings, Today.clock())) {
            assertThat(office.operators().add("one", one.open(), Optional.of(one))).isEmpty();
            assertThat(office.operators().add("two", two.open(), Optional.of(one))).isEmpty();
            placed(office, 1);
            old = office.ledger().key();
        }
        Files.delete(data.resolve("keys").resolve("ledger"));
        refused("is missing");

        assertThatThrownBy(() -> approve(stranger, Optional.empty(), 8))
                .isInstanceOf(OfficeException.class);
        Files.deleteIfExists(data.resolve("keys").resolve(LedgerKey.NEXT));
        var early = approve(one, Optional.empty(), 1);
        assertThat(approve(two, Optional.of(early.key()), 1).agreed()).as("too soon").isFalse();
        refused("is missing");
        var first = approve(one, Optional.of(early.key()), 8);
        assertThat(first.agreed()).isFalse();
        assertThatThrownBy(() -> approve(two, Optional.empty(), 8))
                .as("whoever comes second says which one")
                .hasMessageContaining("ledger.next");
        assertThatThrownBy(() -> approve(two, Optional.of("another+key"), 8))
                .hasMessageContaining("not a published key");
        refused("is missing");
        assertThat(approve(two, Optional.of(early.key()), 8).agreed()).isTrue();

        for (int start = 0; start < 2; start++) {
            try (var office = Office.open(settings, after(8))) {
                placed(office, 2);
                assertThat(office.ledger().key()).isEqualTo(early.key()).isNotEqualTo(old);
                assertThat(office.ledger().keys().first()).isEqualTo(old);
                assertThat(office.operators().acting(Optional.of(one), "look"))
                        .isEqualTo("operator one");
                placed(office, 2);
            }
        }
        assertThat(data.resolve("keys").resolve(LedgerKey.NEXT)).doesNotExist();
        assertThat(old).startsWith(LedgerKey.verifier(Keys.in(data)).name() + "+");
    }

    private static InstantSource after(int days) {
        var clock = Today.clock();
        return () -> clock.instant().plus(Duration.ofDays(days));
    }

    private LogKeyChange.Approval approve(OperatorKey by, Optional<String> key, int days) {
        return NewLogKey.approve(settings, after(days), by, key);
    }
}
