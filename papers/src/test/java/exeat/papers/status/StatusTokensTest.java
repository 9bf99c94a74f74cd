package exeat.papers.status;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import exeat.papers.trust.Es256;
import exeat.papers.trust.MadeAuthority;
import exeat.papers.trust.SignerFault;
import exeat.papers.trust.TrustedAuthority;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StatusTokensTest {

    private static final String ADDRESS = "https://papers.example/status/1";
    private static final Instant MADE = Instant.parse("2026-12-01T00:00:00Z");
    private static final MadeAuthority UTOPIA = MadeAuthority.named("Utopia CSCA");
    private static final MadeAuthority.MadeSigner SIGNER = UTOPIA.signer();
    private static final List<TrustedAuthority> TRUSTED = List.of(UTOPIA.trustedFor("UTO"));

    private static StatusToken token(int size, int... revoked) {
        return new StatusToken(
                ADDRESS,
                MADE,
                Optional.of(MADE.plusSeconds(86_400)),
                OptionalLong.of(3_600),
                StatusList.revoking(size, IntStream.of(revoked)));
    }

    private static byte[] signed(StatusToken token) {
        return StatusTokens.sign(token, SIGNER.certificate(), SIGNER.key());
    }

    private static ListFault fault(byte[] bytes) {
        var reading = StatusTokens.read(bytes, "UTO", TRUSTED);
        assertThat(reading).isInstanceOf(StatusReading.Unreadable.class);
        return ((StatusReading.Unreadable) reading).fault();
    }

    @Test
    void a_list_is_read_as_it_was_signed_and_answers_with_its_age() {
        var reading = StatusTokens.read(signed(token(64, 3)), "UTO", TRUSTED);
        assertThat(reading).isInstanceOf(StatusReading.Read.class);
        var token = ((StatusReading.Read) reading).token();
        assertThat(token).isEqualTo(token(64, 3));
        assertThat(token.answer(3, MADE)).isEqualTo(new StatusAnswer.Revoked(MADE));
        assertThat(token.answer(4, MADE)).isEqualTo(new StatusAnswer.NotRevoked(MADE));
        assertThat(token.answer(64, MADE)).isEqualTo(unknown(ListFault.TOO_SHORT));
        var later = MADE.plusSeconds(86_401);
        assertThat(token.answer(4, later)).isEqualTo(unknown(ListFault.EXPIRED));
        assertThat(token.answer(3, later)).isEqualTo(new StatusAnswer.Revoked(MADE));
        var wide =
                new StatusToken(
                        ADDRESS,
                        MADE,
                        Optional.empty(),
                        OptionalLong.empty(),
                        StatusList.of(2, IntStream.of(0, 1, 2, 3)));
        var again = ((StatusReading.Read) StatusTokens.read(signed(wide), "UTO", TRUSTED)).token();
        assertThat(again).isEqualTo(wide);
        assertThat(again.answer(2, later)).isEqualTo(unknown(ListFault.OTHER_STATUS));
    }

    private static StatusAnswer unknown(ListFault fault) {
        return new StatusAnswer.Unknown(fault, Optional.of(MADE));
    }

    /** The bar is for what travels: with signature and certificate. */
    @Test
    void a_signed_list_of_a_million_papers_has_15_kilobytes() {
        var list = StatusListTest.oneInAHundred(1_000_000);
        var token = new StatusToken(ADDRESS, MADE, Optional.empty(), OptionalLong.of(3_600), list);
        assertThat(signed(token)).hasSizeLessThan(15_000);
    }

    @Test
    void what_is_not_signed_by_a_known_signer_says_nothing() {
        var good = signed(token(64, 3));
        var stranger = MadeAuthority.named("Utopia CSCA");
        assertThat(StatusTokens.read(good, "UTO", List.of(stranger.trustedFor("UTO"))))
                .isEqualTo(
                        new StatusReading.Unreadable(
                                ListFault.UNKNOWN_SIGNER,
                                Optional.of(SignerFault.NOT_SIGNED_BY_AUTHORITY)));
        assertThat(StatusTokens.read(good, "UTO", List.of()))
                .isEqualTo(
                        new StatusReading.Unreadable(
                                ListFault.UNKNOWN_SIGNER, Optional.of(SignerFault.NO_AUTHORITY)));
        assertThat(StatusTokens.read(good, "RUR", TRUSTED))
                .isEqualTo(
                        new StatusReading.Unreadable(
                                ListFault.UNKNOWN_SIGNER, Optional.of(SignerFault.OTHER_STATE)));
        var altered = good.clone();
        altered[altered.length - 1] ^= 1;
        assertThat(fault(altered)).isEqualTo(ListFault.ALTERED);
        var key = UTOPIA.signer().key();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StatusTokens.sign(token(8), SIGNER.certificate(), key));
    }

    @Test
    void every_changed_byte_and_every_cut_is_noticed() {
        var good = signed(token(64, 3));
        var random = new Random(1);
        for (int run = 0; run < 50; run++) {
            var changed = good.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
            assertThat(StatusTokens.read(changed, "UTO", TRUSTED))
                    .isInstanceOf(StatusReading.Unreadable.class);
            assertThat(fault(Arrays.copyOf(good, random.nextInt(good.length))))
                    .isEqualTo(ListFault.NOT_CBOR);
        }
        assertThat(fault(Arrays.copyOf(good, good.length + 1))).isEqualTo(ListFault.NOT_CBOR);
        assertThat(fault(new byte[5 * 1024 * 1024])).isEqualTo(ListFault.TOO_LARGE);
    }

    @Test
    void each_part_that_is_missing_or_wrong_is_named_by_its_own_fault() {
        var header = header();
        var claims =
                claims(new CborItem.Octets(StatusList.revoking(8, IntStream.of()).compressed()));
        assertThat(StatusTokens.read(made(header, claims), "UTO", TRUSTED))
                .isInstanceOf(StatusReading.Read.class);
        assertThat(fault(made(with(header, 1, whole(-35)), claims)))
                .isEqualTo(ListFault.OTHER_ALGORITHM);
        assertThat(fault(made(with(header, 16, new CborItem.Text("application/cwt")), claims)))
                .isEqualTo(ListFault.NOT_A_LIST);
        assertThat(fault(made(with(header, 2, new CborItem.Items(List.of(whole(99)))), claims)))
                .isEqualTo(ListFault.NOT_A_LIST);
        assertThat(fault(made(without(header, 33), claims))).isEqualTo(ListFault.NOT_A_LIST);
        for (int label : List.of(2, 6, 65_533)) {
            assertThat(fault(made(header, without(claims, label)))).isEqualTo(ListFault.NOT_A_LIST);
        }
        assertThat(fault(made(header, with(claims, 4, new CborItem.Text("soon")))))
                .isEqualTo(ListFault.NOT_A_LIST);
        assertThat(fault(made(header, with(claims, 6, whole(Long.MAX_VALUE)))))
                .isEqualTo(ListFault.NOT_A_LIST);
        assertThat(fault(made(header, claims(new CborItem.Octets(new byte[] {1, 2, 3})))))
                .isEqualTo(ListFault.NOT_UNPACKED);
        var bomb = StatusList.revoking(8 * (StatusList.MAX_BYTES + 1), IntStream.of()).compressed();
        assertThat(bomb).hasSizeLessThan(10_000);
        assertThat(fault(made(header, claims(new CborItem.Octets(bomb)))))
                .isEqualTo(ListFault.NOT_UNPACKED);
    }

    @Test
    void cbor_that_could_be_written_in_two_ways_is_none() {
        for (var hex :
                List.of(
                        "",
                        "1800", // 0 in two bytes
                        "190001",
                        "1b0000000000000001",
                        "1bffffffffffffffff", // beyond a long
                        "5f4101ff", // without a length
                        "9f01ff",
                        "a2010101", // cut
                        "a201010102", // a key twice
                        "a1f601", // null as a key
                        "a1810101", // a list as a key
                        "62c328", // not UTF-8
                        "5bffffffffffffffff",
                        "5a7fffffff00",
                        "9a7fffffff",
                        "f8ff",
                        "0000")) {
            assertThat(CborReader.read(HexFormat.of().parseHex(hex))).as(hex).isEmpty();
        }
        assertThat(CborReader.read(HexFormat.of().parseHex("81".repeat(40) + "00"))).isEmpty();
        for (long number :
                List.of(0L, 23L, 24L, 255L, 256L, 65_535L, 65_536L, 1L << 32, -1L, -25L)) {
            assertThat(CborReader.read(CborWriter.bytes(whole(number)))).contains(whole(number));
        }
        for (var hex : List.of("f93c00", "fa47c35000", "fb3ff199999999999a", "f5", "f6")) {
            assertThat(CborReader.read(HexFormat.of().parseHex(hex))).as(hex).isPresent();
        }
    }

    private static CborItem whole(long value) {
        return new CborItem.Whole(value);
    }

    private static Map<CborItem, CborItem> header() {
        return with(
                with(
                        with(Map.of(), 1, whole(-7)),
                        16,
                        new CborItem.Text("application/statuslist+cwt")),
                33,
                new CborItem.Octets(encoded()));
    }

    private static byte[] encoded() {
        try {
            return SIGNER.certificate().getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<CborItem, CborItem> claims(CborItem list) {
        var inner = new LinkedHashMap<CborItem, CborItem>();
        inner.put(new CborItem.Text("bits"), whole(1));
        inner.put(new CborItem.Text("lst"), list);
        return with(
                with(
                        with(Map.of(), 2, new CborItem.Text(ADDRESS)),
                        6,
                        whole(MADE.getEpochSecond())),
                65_533,
                new CborItem.Entries(inner));
    }

    private static Map<CborItem, CborItem> with(
            Map<CborItem, CborItem> map, int label, CborItem value) {
        var copy = new LinkedHashMap<>(map);
        copy.put(whole(label), value);
        return copy;
    }

    private static Map<CborItem, CborItem> without(Map<CborItem, CborItem> map, int label) {
        var copy = new LinkedHashMap<>(map);
        copy.remove(whole(label));
        return copy;
    }

    /** Rightly signed, whatever is in it. */
    private static byte[] made(Map<CborItem, CborItem> header, Map<CborItem, CborItem> claims) {
        var protectedHeader = new CborItem.Octets(CborWriter.bytes(new CborItem.Entries(header)));
        var payload = new CborItem.Octets(CborWriter.bytes(new CborItem.Entries(claims)));
        var signed =
                new CborItem.Items(
                        List.of(
                                new CborItem.Text("Signature1"),
                                protectedHeader,
                                new CborItem.Octets(new byte[0]),
                                payload));
        var signature = Es256.sign(SIGNER.key(), CborWriter.bytes(signed));
        return CborWriter.bytes(
                new CborItem.Tagged(
                        18,
                        new CborItem.Items(
                                List.of(
                                        protectedHeader,
                                        new CborItem.Entries(Map.of()),
                                        payload,
                                        new CborItem.Octets(signature)))));
    }
}
