package exeat.papers.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import exeat.papers.seal.SealStatement.Established;
import exeat.papers.seal.SealStatement.NotEstablished;
import exeat.papers.seal.SealStatement.UnknownTime;
import exeat.papers.status.ListFault;
import exeat.papers.status.StatusAnswer;
import exeat.papers.trust.MadeAuthority;
import exeat.papers.trust.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealCheckTest {

    private static StatusAnswer status(SealStatement statement) {
        assertThat(statement).isInstanceOf(Established.class);
        return ((Established) statement).status();
    }

    @Test
    void a_seal_says_what_was_sealed_and_who_signed_it() {
        var statement = Sample.check(Sample.seal());
        assertThat(statement).isInstanceOf(Established.class);
        var established = (Established) statement;
        assertThat(established.paper()).isEqualTo(Sample.paper());
        assertThat(established.signer().authority().state()).isEqualTo("UTO");
        assertThat(established.status())
                .isEqualTo(new StatusAnswer.Unknown(ListFault.NOT_GIVEN, Optional.empty()));
    }

    /**
     * A QR code of 40 x 40 modules and a bit holds 2,953 bytes; this one should be much smaller.
     */
    @Test
    void a_seal_fits_in_a_barcode() {
        assertThat(Sample.seal().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(1_500);
    }

    /** Only what is under the signature counts: others may write the same JSON in another way. */
    @Test
    void how_the_json_is_written_does_not_matter() {
        var seal = Sample.seal();
        for (var same :
                List.of(
                        "\n " + seal + "\r\n",
                        seal.replace(",", " ,\n ").replace("{", "{ "),
                        seal.replace("\"v\":1", "\"v\":1.0e0"),
                        seal.replace("ERIKSSON", "\\u0045RIKSSON"),
                        seal.replace("=", ""))) {
            assertThat(Sample.check(same)).isInstanceOf(Established.class);
        }
    }

    @Test
    void days_are_those_of_the_place_and_both_ends_count() {
        var seal = Sample.seal();
        var seoul = ZoneId.of("Asia/Seoul");
        assertThat(at(seal, "2026-11-30T14:59:59Z", seoul)).isEqualTo(SealReason.NOT_YET_VALID);
        assertThat(at(seal, "2026-11-30T15:00:00Z", seoul)).isNull();
        assertThat(at(seal, "2026-11-30T15:00:00Z", ZoneOffset.UTC))
                .isEqualTo(SealReason.NOT_YET_VALID);
        assertThat(at(seal, "2027-03-01T23:59:59Z", ZoneOffset.UTC)).isNull();
        assertThat(at(seal, "2027-03-02T00:00:00Z", ZoneOffset.UTC)).isEqualTo(SealReason.EXPIRED);
    }

    private static @org.jspecify.annotations.Nullable SealReason at(
            String seal, String time, ZoneId zone) {
        var reader = Sample.reader(Instant.parse(time));
        var there =
                new VerifierState(
                        reader.trusted(), reader.lists(), reader.now(), reader.knownPast(), zone);
        return switch (Sample.check(seal, there)) {
            case Established established -> null;
            case NotEstablished(var reason, var paper) -> {
                assertThat(paper).contains(Sample.paper());
                yield reason;
            }
            case SealStatement other -> throw new AssertionError(other);
        };
    }

    @Test
    void a_list_says_whether_it_was_revoked_and_up_to_when() {
        var made = Sample.NOW.minus(Duration.ofHours(9));
        var seal = Sample.seal();
        var reader = Sample.reader();
        assertThat(status(Sample.check(seal, Sample.with(reader, Sample.list(made)))))
                .isEqualTo(new StatusAnswer.NotRevoked(made));
        assertThat(Sample.check(seal, Sample.with(reader, Sample.list(made, (int) Sample.INDEX))))
                .isEqualTo(new NotEstablished(SealReason.REVOKED, Optional.of(Sample.paper())));
        var old = Sample.NOW.minus(Duration.ofDays(8));
        assertThat(status(Sample.check(seal, Sample.with(reader, Sample.list(old)))))
                .isEqualTo(new StatusAnswer.Unknown(ListFault.EXPIRED, Optional.of(old)));
        // Revoked it stays, however old the list and whatever the clock.
        var behind = Sample.reader(Instant.parse("2026-01-02T00:00:00Z"));
        for (var now : List.of(reader, behind)) {
            assertThat(Sample.check(seal, Sample.with(now, Sample.list(old, (int) Sample.INDEX))))
                    .isEqualTo(new NotEstablished(SealReason.REVOKED, Optional.of(Sample.paper())));
        }
    }

    @Test
    void the_newest_list_counts_and_only_one_of_the_same_state() {
        var seal = Sample.seal();
        var reader = Sample.reader();
        var made = Sample.NOW.minus(Duration.ofHours(2));
        var older = Sample.list(made.minus(Duration.ofHours(1)));
        var newer = Sample.list(made, (int) Sample.INDEX);
        for (var lists : List.of(List.of(older, newer), List.of(newer, older))) {
            var both =
                    new VerifierState(
                            reader.trusted(), lists, reader.now(), Instant.MIN, reader.zone());
            assertThat(Sample.check(seal, both))
                    .isEqualTo(new NotEstablished(SealReason.REVOKED, Optional.of(Sample.paper())));
        }
        var ruritania = MadeAuthority.named("Ruritania CSCA");
        var others = Sample.list(ruritania, "RUR", made, (int) Sample.INDEX);
        assertThat(status(Sample.check(seal, Sample.with(reader, others))))
                .isEqualTo(new StatusAnswer.Unknown(ListFault.NOT_GIVEN, Optional.empty()));
    }

    /** Nobody is stopped by a clock: it only makes the answer unknown. */
    @Test
    void a_clock_that_is_behind_what_was_signed_is_unknown_and_never_fresh() {
        var seal = Sample.seal();
        var list = Sample.list(Sample.NOW);
        var behind = Sample.with(Sample.reader(Sample.NOW.minus(Duration.ofMinutes(6))), list);
        var clock = new UnknownTime(SealReason.CLOCK_BEHIND, Optional.of(Sample.paper()));
        assertThat(Sample.check(seal, behind)).isEqualTo(clock);
        var nearly = Sample.with(Sample.reader(Sample.NOW.minus(Duration.ofMinutes(4))), list);
        assertThat(Sample.check(seal, nearly)).isInstanceOf(Established.class);
        var reader = Sample.reader(Instant.parse("2026-06-01T00:00:00Z"));
        var checkpoint =
                new VerifierState(
                        reader.trusted(), List.of(), reader.now(), Sample.NOW, reader.zone());
        assertThat(Sample.check(seal, checkpoint)).isEqualTo(clock);
        // A wrong signature is one whatever the clock says.
        assertThat(Sample.check(seal.replace("ANNA", "ANNE"), behind))
                .isEqualTo(new NotEstablished(SealReason.ALTERED, Optional.empty()));
    }

    /**
     * Overlap: new papers with a new key, old ones with the old, under an authority's new key too.
     */
    @Test
    void papers_of_an_earlier_signer_and_authority_still_verify() {
        var second = Sample.UTOPIA.signer();
        var nextAuthority = MadeAuthority.named("Utopia CSCA");
        var third = nextAuthority.signer();
        var reader =
                new VerifierState(
                        List.of(nextAuthority.trustedFor("UTO"), Sample.UTOPIA.trustedFor("UTO")),
                        List.of(),
                        Sample.NOW,
                        Instant.MIN,
                        ZoneOffset.UTC);
        for (var signer : List.of(Sample.SIGNER, second, third)) {
            var seal = SealWriter.seal(Sample.paper(), "UTO", signer.signing());
            assertThat(Sample.check(seal, reader)).isInstanceOf(Established.class);
        }
    }

    @Test
    void names_in_every_script_can_be_sealed() {
        for (var name : List.of("김순희", "金順姬", "佐藤さくら", "محمد الرازي", "O’Connor-Ní", "Ивaно")) {
            var paper = Sample.named(name);
            // The last one has a Latin a.
            if (name.startsWith("И")) {
                assertThatIllegalArgumentException().isThrownBy(() -> Sample.sealed(paper));
            } else {
                assertThat(Sample.check(Sample.sealed(paper))).isInstanceOf(Established.class);
            }
        }
    }

    @Test
    void what_no_reader_would_take_is_not_sealed() {
        var other = MadeAuthority.named("Utopia CSCA").signer();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SigningKey(Sample.SIGNER.certificate(), other.key()));
        var backwards = Sample.paper(LocalDate.of(2027, 1, 1), LocalDate.of(2026, 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Sample.sealed(backwards));
    }
}
