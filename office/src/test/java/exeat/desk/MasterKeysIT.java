package exeat.desk;

import static exeat.desk.Town.ONE;
import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.access.Disclosure;
import exeat.casework.value.OfficerId;
import exeat.desk.inspect.AuditSampling;
import exeat.desk.inspect.Inspections;
import exeat.desk.search.SearchAnswer;
import exeat.desk.search.SearchHit;
import exeat.rules.authority.AuthorityId;
import exeat.store.Bytes;
import exeat.store.key.Keys;
import exeat.store.rows.MasterKeyStore.Count;
import exeat.store.rows.MasterKeyStore.Forgotten;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The master key changes while an office works: old data is readable, and deleted keys are gone.
 */
class MasterKeysIT {

    @Tag("full")
    @Test
    void a_new_master_key_takes_over_everything_beside_a_running_office() throws Exception {
        var town = Town.alone();
        var before = town.confirmed(Town.settling());
        var reason = "The person asked the auditor to look at it.";
        var sample = inspected(town, reason);
        var officers = town.office.officerAccounts().members();

        var settings = OfficeSettings.embedded(town.data, Town.packs());
        town.office.search().index().fill();
        String old;
        try (var operator = Office.visit(settings, town.clock())) {
            old = only(operator).number();
            assertThat(operator.masterKeys().forget(old)).isEqualTo(Forgotten.IN_USE);
            long all = only(operator).texts();
            // The running office does not know the new key yet, and goes on sealing with the old
            // one.
            assertThat(operator.masterKeys().rotate()).isEqualTo(all).isPositive();
            var after = town.confirmed(Town.settling());
            for (var filing : List.of(before, after)) {
                assertThat(town.state(filing, ONE).finding()).isPresent();
            }
            assertThat(town.office.officerAccounts().members()).isEqualTo(officers);
            assertThat(searched(town)).as("by tokens of either key").hasSize(2);
            // It has met the new one by now. What it sealed before that is taken over too.
            operator.masterKeys().reseal();
            assertThat(sealedBy(town, old)).isEmpty();
            assertThat(searched(town)).hasSize(2);
            assertThat(operator.masterKeys().forget("1")).isEqualTo(Forgotten.UNKNOWN);
            assertThat(operator.masterKeys().forget(old)).isEqualTo(Forgotten.DONE);
            assertThat(only(operator).number()).isNotEqualTo(old);
        }
        // The sequencer works beside an audit, which must not meet it between two of its steps.
        town.sequenced();
        assertThat(town.office.audit()).isEmpty();
        town.office.close();
        try (var again = Office.open(settings, town.clock())) {
            assertThat(again.audit()).isEmpty();
            var session =
                    again.authentication()
                            .signInTraveller(before.number(), before.secret())
                            .orElseThrow();
            var seen = again.cases().find(session, before.id()).orElseThrow().seen();
            assertThat(seen.travellers().get(ONE)).isInstanceOf(Disclosure.Whole.class);
            assertThat(again.inspections().told(session))
                    .extracting(Inspections.RevealNotice::reason)
                    .containsExactly(reason);
            var auditor =
                    again.authentication().signInOfficer("auditor.keys", PASSWORD).orElseThrow();
            assertThat(again.sampling().draw(auditor, sample, Optional.empty()))
                    .as("the seed that the office kept opens under the new key")
                    .isEqualTo(AuditSampling.DrawResult.DONE);
        }
    }

    /** Who is found by the name and date of birth that both have. */
    private static List<SearchHit> searched(Town town) {
        town.office.search().index().fill();
        var born = Town.settling().birthDate().earliest();
        var answer = town.office.search().byPerson(town.officer(Town.YANJI_FA), Town.PLANTED, born);
        assertThat(answer).isInstanceOf(SearchAnswer.Found.class);
        return ((SearchAnswer.Found) answer).hits();
    }

    private static final String PASSWORD = "right auditor.keys";

    /** An auditor is shown a file by name, and leaves a sample's seed to the office. */
    private static String inspected(Town town, String reason) throws InterruptedException {
        var id = new OfficerId("auditor.keys");
        town.office
                .officerAccounts()
                .createAuditor(id, PASSWORD, "A. Uditor", new AuthorityId("cn"));
        var auditor = town.office.authentication().signInOfficer(id.text(), PASSWORD).orElseThrow();
        // An auditor has no way from a case's id to its file, and shows all of them by name.
        for (var file : town.office.inspections().files(auditor, 200)) {
            assertThat(town.office.inspections().reveal(auditor, file.id(), reason))
                    .isEqualTo(Inspections.Revealed.DONE);
        }
        var now = town.clock().instant();
        return town.office
                .sampling()
                .commit(auditor, Instant.EPOCH, now, 3, Optional.empty())
                .orElseThrow();
    }

    /** Every column that holds something that this master key sealed: none may be forgotten. */
    private static List<String> sealedBy(Town town, String number) throws SQLException {
        var found = new ArrayList<String>();
        try (var superuser = Backstage.superuser(town)) {
            var columns =
                    Backstage.rows(
                            superuser,
                            """
                            select table_name as t, column_name as c
                            from information_schema.columns
                            where table_schema = 'exeat' and data_type = 'bytea'
                            """);
            var mark = "01%08x".formatted(Integer.parseUnsignedInt(number));
            for (var column : columns) {
                var sql =
                        "select count(*) as n from exeat.%1$s where substring(%2$s from 1 for 5) = '\\x%3$s'"
                                .formatted(column.text("t"), column.text("c"), mark);
                if (Backstage.rows(superuser, sql).getFirst().number("n") > 0) {
                    found.add(column.text("t") + "." + column.text("c"));
                }
            }
            assertThat(columns).hasSizeGreaterThan(10);
        }
        return found;
    }

    private static Count only(Office office) {
        assertThat(office.masterKeys().all()).hasSize(1);
        return office.masterKeys().all().getFirst();
    }

    @Test
    void the_single_key_of_before_is_taken_over_and_still_opens(
            @org.junit.jupiter.api.io.TempDir Path data) throws IOException {
        var keys = Keys.in(data);
        var old = keys.secret("master");
        var sealed = before(old, "key case/x", Bytes.utf8("0123456789abcdef0123456789abcdef"));

        var vault = new exeat.store.key.Vault(keys);
        var key = vault.unwrap("case/x", sealed, java.util.Map.of());
        assertThat(key.wrapped()).isNotEqualTo(sealed);
        assertThat(key.openState(1, key.sealState(1, Bytes.utf8("a state"))).text())
                .isEqualTo("a state");
        assertThat(Files.readString(data.resolve("keys").resolve("keyset"))).contains("AesGcmKey");
    }

    /** As it was sealed until there was a keyset: a nonce, then the ciphertext with its tag. */
    private static Bytes before(Bytes key, String about, Bytes plain) {
        try {
            var nonce = Keys.random(12);
            var cipher = javax.crypto.Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    javax.crypto.Cipher.ENCRYPT_MODE,
                    new javax.crypto.spec.SecretKeySpec(key.array(), "AES"),
                    new javax.crypto.spec.GCMParameterSpec(128, nonce.array()));
            cipher.updateAAD(Bytes.utf8(about).array());
            return nonce.then(Bytes.of(cipher.doFinal(plain.array())));
        } catch (java.security.GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
