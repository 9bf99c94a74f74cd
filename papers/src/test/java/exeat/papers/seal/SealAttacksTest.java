package exeat.papers.seal;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.papers.json.Jcs;
import exeat.papers.json.JsonReader;
import exeat.papers.json.JsonReading;
import exeat.papers.json.JsonTree.Members;
import exeat.papers.json.JsonTree.Text;
import exeat.papers.seal.SealStatement.Established;
import exeat.papers.seal.SealStatement.Malformed;
import exeat.papers.seal.SealStatement.NotEstablished;
import exeat.papers.seal.SealStatement.UnknownSigner;
import exeat.papers.seal.SealStatement.UnknownTime;
import exeat.papers.trust.Es256;
import exeat.papers.trust.MadeAuthority;
import exeat.papers.trust.MadeAuthority.MadeSigner;
import exeat.papers.trust.MadeAuthority.Purpose;
import exeat.papers.trust.TrustedAuthority;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * What somebody would try, each refused for its own reason; and no reason that nothing leads to.
 */
class SealAttacksTest {

    private static final long SEED = 16;
    private static final BigInteger ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private static final EnumSet<SealReason> SEEN = EnumSet.noneOf(SealReason.class);

    private static SealReason reason(SealStatement statement) {
        var reason =
                switch (statement) {
                    case Established established -> throw new AssertionError("was taken");
                    case NotEstablished not -> not.reason();
                    case UnknownSigner unknown -> unknown.reason();
                    case UnknownTime unknown -> unknown.reason();
                    case Malformed malformed -> malformed.reason();
                };
        SEEN.add(reason);
        return reason;
    }

    private static SealReason reason(String seal) {
        return reason(Sample.check(seal));
    }

    /** Reasons of validity and revocation are those of {@code SealCheckTest}. */
    @AfterAll
    static void every_reason_is_met() {
        var elsewhere =
                EnumSet.of(
                        SealReason.CLOCK_BEHIND,
                        SealReason.NOT_YET_VALID,
                        SealReason.EXPIRED,
                        SealReason.REVOKED);
        assertThat(EnumSet.complementOf(SEEN)).isEqualTo(elsewhere);
    }

    private static Members members(String json) {
        return (Members) ((JsonReading.Read) JsonReader.read(json)).value();
    }

    private static String with(Members seal, String part, String member, String value) {
        var inner = new LinkedHashMap<>(seal.members(part).orElseThrow().all());
        inner.put(member, new Text(value));
        var whole = new LinkedHashMap<>(seal.all());
        whole.put(part, new Members(inner));
        return Jcs.text(new Members(whole));
    }

    private static String signed(String data, MadeSigner signer) {
        var signature = Es256.sign(signer.key(), Jcs.bytes(members(data)));
        return enveloped(data, encoded(signer), signature);
    }

    private static String enveloped(String data, String certificate, byte[] signature) {
        return "{\"data\":%s,\"sig\":{\"alg\":\"ES256\",\"cer\":\"%s\",\"sigvl\":\"%s\"}}"
                .formatted(data, certificate, Base64.getUrlEncoder().encodeToString(signature));
    }

    private static String encoded(MadeSigner signer) {
        try {
            return Base64.getUrlEncoder().encodeToString(signer.certificate().getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String data() {
        return Jcs.text(members(Sample.seal()).find("data").orElseThrow());
    }

    /** What an insider with the signer's key could seal, so that only the format is in the way. */
    private static SealReason sealed(String from, String to) {
        var data = data().replace(from, to);
        assertThat(data).isNotEqualTo(data());
        return reason(signed(data, Sample.SIGNER));
    }

    @Test
    void altered_fields() {
        var seal = Sample.seal();
        for (var change :
                List.of(
                        "TA-7K3M-9Q2P>TA-7K3M-9Q2Q",
                        "ANNA>ANNE",
                        "2027-03-01>2028-03-01",
                        "\"ent\":1>\"ent\":2",
                        "Tumen>Dandong",
                        "4711>4712",
                        "status/1>status/2",
                        "\"is\":\"UTO\">\"is\":\"UTO\",\"x\":1")) {
            var parts = change.split(">", -1);
            var altered = seal.replace(parts[0], parts[1]);
            assertThat(altered).isNotEqualTo(seal);
            assertThat(reason(altered)).as(change).isEqualTo(SealReason.ALTERED);
        }
    }

    @Test
    void signers_that_are_not_ours() {
        var stranger = MadeAuthority.named("Stranger CSCA").signer();
        assertThat(reason(signed(data(), stranger))).isEqualTo(SealReason.NO_AUTHORITY);
        var namesake = MadeAuthority.named("Utopia CSCA").signer();
        assertThat(reason(signed(data(), namesake))).isEqualTo(SealReason.NOT_SIGNED_BY_AUTHORITY);
        // The certificate of our signer over the signature of another.
        var signature = Es256.sign(stranger.key(), Jcs.bytes(members(data())));
        assertThat(reason(enveloped(data(), encoded(Sample.SIGNER), signature)))
                .isEqualTo(SealReason.ALTERED);
    }

    @Test
    void another_states_key_for_our_range() {
        var ruritania = MadeAuthority.named("Ruritania CSCA");
        var reader = trusting(Sample.UTOPIA.trustedFor("UTO"), ruritania.trustedFor("RUR"));
        assertThat(reason(Sample.check(signed(data(), ruritania.signer()), reader)))
                .isEqualTo(SealReason.OTHER_STATE);
        var own = data().replace("\"is\":\"UTO\"", "\"is\":\"RUR\"");
        assertThat(Sample.check(signed(own, ruritania.signer()), reader))
                .isInstanceOf(Established.class);
    }

    private static VerifierState trusting(TrustedAuthority... trusted) {
        return new VerifierState(
                List.of(trusted), List.of(), Sample.NOW, Instant.MIN, ZoneOffset.UTC);
    }

    @Test
    void expired_future_and_withdrawn_certificates() {
        var before = Instant.parse("2026-06-01T00:00:00Z");
        var after = Instant.parse("2027-06-01T00:00:00Z");
        var expired = Sample.UTOPIA.signer(MadeAuthority.FROM, before);
        assertThat(reason(signed(data(), expired))).isEqualTo(SealReason.SIGNER_EXPIRED);
        var future = Sample.UTOPIA.signer(after, MadeAuthority.UNTIL);
        assertThat(reason(signed(data(), future))).isEqualTo(SealReason.SIGNER_NOT_YET_VALID);
        var ended = MadeAuthority.until("Utopia CSCA", before);
        assertThat(
                        reason(
                                Sample.check(
                                        signed(data(), ended.signer()),
                                        trusting(ended.trustedFor("UTO")))))
                .isEqualTo(SealReason.AUTHORITY_EXPIRED);

        var list = Sample.UTOPIA.revocations(Sample.SIGNER.certificate());
        var ours = Sample.UTOPIA.trustedFor("UTO").revoking(list).orElseThrow();
        assertThat(reason(Sample.check(Sample.seal(), trusting(ours))))
                .isEqualTo(SealReason.SIGNER_WITHDRAWN);
        var none = Sample.UTOPIA.trustedFor("UTO").revoking(Sample.UTOPIA.revocations());
        assertThat(Sample.check(Sample.seal(), trusting(none.orElseThrow())))
                .isInstanceOf(Established.class);
        var foreign = MadeAuthority.named("Utopia CSCA").revocations(Sample.SIGNER.certificate());
        assertThat(Sample.UTOPIA.trustedFor("UTO").revoking(foreign)).isEmpty();
        assertThat(Sample.UTOPIA.trustedFor("UTO").revoking(new byte[] {1})).isEmpty();
    }

    /** A signer whose certificate was checked before is asked everything else again. */
    @Test
    void a_signer_that_was_seen_before_is_trusted_no_more_for_it() {
        var signer = Sample.UTOPIA.signer();
        var seal = signed(data(), signer);
        assertThat(Sample.check(seal)).isInstanceOf(Established.class);

        var list = Sample.UTOPIA.revocations(signer.certificate());
        var withdrawn = Sample.UTOPIA.trustedFor("UTO").revoking(list).orElseThrow();
        assertThat(reason(Sample.check(seal, trusting(withdrawn))))
                .isEqualTo(SealReason.SIGNER_WITHDRAWN);
        var namesake = MadeAuthority.named("Utopia CSCA").trustedFor("UTO");
        assertThat(reason(Sample.check(seal, trusting(namesake))))
                .isEqualTo(SealReason.NOT_SIGNED_BY_AUTHORITY);
        assertThat(reason(Sample.check(seal, trusting()))).isEqualTo(SealReason.NO_AUTHORITY);
        // Its certificate with another signature is another certificate.
        var der = der(signer.certificate());
        der[der.length - 1] ^= 1;
        var forged = seal.replace(encoded(signer), Base64.getUrlEncoder().encodeToString(der));
        assertThat(forged).isNotEqualTo(seal);
        assertThat(reason(forged)).isEqualTo(SealReason.NOT_SIGNED_BY_AUTHORITY);
    }

    @Test
    void certificates_for_something_else() {
        for (var purpose : List.of(Purpose.AUTHORITY, Purpose.MASTER_LISTS, Purpose.NOTHING)) {
            assertThat(reason(signed(data(), Sample.UTOPIA.signerFor(purpose))))
                    .as("%s", purpose)
                    .isEqualTo(SealReason.NOT_A_SIGNER);
        }
        assertThat(reason(signed(data(), Sample.UTOPIA.signerWithUnknownCriticalExtension())))
                .isEqualTo(SealReason.NOT_A_SIGNER);
        var leaf = Sample.SIGNER.certificate();
        assertThat(TrustedAuthority.read("UTO", der(leaf))).isEmpty();
        assertThat(TrustedAuthority.read("UTO", new byte[40])).isEmpty();
    }

    private static byte[] der(java.security.cert.X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_wrong_curve() {
        for (var curve : List.of("secp384r1", "secp521r1")) {
            var signer = Sample.UTOPIA.signerOnCurve(curve);
            var made = enveloped(data(), encoded(signer), numbers(BigInteger.ONE, BigInteger.ONE));
            assertThat(reason(made)).as(curve).isEqualTo(SealReason.WRONG_CURVE);
        }
    }

    private static byte[] numbers(BigInteger r, BigInteger s) {
        var bytes = new byte[Es256.LENGTH];
        put(r, bytes, Es256.LENGTH / 2);
        put(s, bytes, Es256.LENGTH);
        return bytes;
    }

    private static void put(BigInteger number, byte[] bytes, int end) {
        var own = number.toByteArray();
        for (int i = 0; i < Math.min(own.length, Es256.LENGTH / 2); i++) {
            bytes[end - 1 - i] = own[own.length - 1 - i];
        }
    }

    /** r = s = 0 was taken for a signature of anything by Java 15 to 18 (CVE-2022-21449). */
    @Test
    void zero_signatures_and_other_numbers_that_no_signature_has() {
        var certificate = encoded(Sample.SIGNER);
        var one = BigInteger.ONE;
        for (var impossible :
                List.of(
                        numbers(BigInteger.ZERO, BigInteger.ZERO),
                        numbers(one, BigInteger.ZERO),
                        numbers(BigInteger.ZERO, one),
                        numbers(ORDER, one),
                        numbers(one, ORDER),
                        numbers(ORDER.add(one), ORDER.add(one)))) {
            assertThat(reason(enveloped(data(), certificate, impossible)))
                    .isEqualTo(SealReason.IMPOSSIBLE_SIGNATURE);
            assertThat(
                            Es256.isSigned(
                                    Sample.SIGNER.certificate().getPublicKey(),
                                    new byte[1],
                                    impossible))
                    .isFalse();
        }
        assertThat(reason(enveloped(data(), certificate, numbers(ORDER.subtract(one), one))))
                .isEqualTo(SealReason.ALTERED);
        // The other form of ECDSA signatures, and one that is too short.
        for (int length : List.of(0, 63, 65, 71)) {
            assertThat(reason(enveloped(data(), certificate, new byte[length])))
                    .isEqualTo(SealReason.NOT_A_SIGNATURE);
        }
    }

    @Test
    void truncated_and_huge() {
        var seal = Sample.seal().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < seal.length; length += 7) {
            var statement = SealCheck.check(Arrays.copyOf(seal, length), Sample.reader());
            assertThat(reason(statement)).isIn(SealReason.NOT_JSON, SealReason.NOT_UTF8);
        }
        assertThat(reason(Sample.seal() + " ".repeat(SealEnvelope.MAX_BYTES)))
                .isEqualTo(SealReason.TOO_LARGE);
        assertThat(reason(SealCheck.check(new byte[10_000_000], Sample.reader())))
                .isEqualTo(SealReason.TOO_LARGE);
        assertThat(reason("[".repeat(SealEnvelope.MAX_BYTES))).isEqualTo(SealReason.NOT_JSON);
    }

    @Test
    void broken_encoding_at_each_layer() {
        var seal = Sample.seal();
        var bytes = seal.getBytes(StandardCharsets.UTF_8);
        bytes[seal.indexOf("ANNA")] = (byte) 0xc1;
        assertThat(reason(SealCheck.check(bytes, Sample.reader()))).isEqualTo(SealReason.NOT_UTF8);
        assertThat(reason("\ufeff" + seal)).isEqualTo(SealReason.NOT_JSON);
        assertThat(reason(seal.replace("\"v\":1", "\"v\":1,\"v\":1")))
                .isEqualTo(SealReason.NOT_JSON);
        assertThat(reason(seal.replace("ANNA", "\\ud800"))).isEqualTo(SealReason.NOT_JSON);
        assertThat(reason("[" + seal + "]")).isEqualTo(SealReason.NOT_A_SEAL);
        assertThat(reason(seal.replace("\"msg\"", "\"mgs\""))).isEqualTo(SealReason.NOT_A_SEAL);
        assertThat(reason(seal.replace("\"v\":1", "\"v\":1.5"))).isEqualTo(SealReason.NOT_A_SEAL);
        assertThat(reason(seal.replace("ES256", "none"))).isEqualTo(SealReason.OTHER_ALGORITHM);
        assertThat(reason(seal.replace("ES256", "HS256"))).isEqualTo(SealReason.OTHER_ALGORITHM);

        var parsed = members(seal);
        var certificate = parsed.members("sig").orElseThrow().text("cer").orElseThrow();
        for (var broken :
                List.of(
                        certificate.substring(1) + "!",
                        " " + certificate,
                        certificate + "\n",
                        certificate.replace("=", "") + "A".repeat(5),
                        "+/" + certificate)) {
            assertThat(reason(with(parsed, "sig", "cer", broken)))
                    .as(broken)
                    .isIn(SealReason.NOT_BASE64URL, SealReason.NOT_A_CERTIFICATE);
        }
        assertThat(reason(with(parsed, "sig", "cer", "AB"))).isEqualTo(SealReason.NOT_BASE64URL);
        var der = der(Sample.SIGNER.certificate());
        for (var no :
                List.of(
                        new byte[0],
                        Arrays.copyOf(der, der.length - 1),
                        Arrays.copyOf(der, der.length + 1),
                        "-----BEGIN CERTIFICATE-----".getBytes(StandardCharsets.UTF_8))) {
            var text = Base64.getUrlEncoder().encodeToString(no);
            assertThat(reason(with(parsed, "sig", "cer", text)))
                    .isEqualTo(SealReason.NOT_A_CERTIFICATE);
        }
    }

    /** A Cyrillic А is no Latin A, and a name in one script has no letter of another. */
    @Test
    void homoglyph_names() {
        assertThat(reason(Sample.seal().replace("ANNA", "\u0410NNA")))
                .isEqualTo(SealReason.ALTERED);
        assertThat(sealed("ANNA", "\u0410NNA")).isEqualTo(SealReason.MIXED_LETTERS);
        assertThat(sealed("ANNA", "\uff21NNA")).isEqualTo(SealReason.MIXED_LETTERS);
        assertThat(sealed("Анна", "Aннa")).isEqualTo(SealReason.MIXED_LETTERS);
        assertThat(sealed("Анна", "Ανна")).isEqualTo(SealReason.MIXED_LETTERS);
    }

    @Test
    void messages_that_the_format_does_not_allow() {
        for (var change :
                List.of(
                        "2026-12-01>2027-12-01",
                        "2026-12-01>2026-02-30",
                        "2026-12-01>01.12.2026",
                        "1974-08>1974-13",
                        "\"ent\":1>\"ent\":0",
                        "\"ent\":1>\"ent\":\"1\"",
                        "\"ent\":1>\"ent\":1.5",
                        "4711>-1",
                        "4711>1e300",
                        "https:>http:",
                        "TA-7K3M-9Q2P>TA 7K3M 9Q2P",
                        "ERIKSSON  ANNA>ERIKSSON   ANNA",
                        "ERIKSSON  ANNA>eriksson  anna",
                        "Tumen>Tu\u202emen",
                        "Tumen>Tu\u200bmen",
                        "Tumen> ",
                        "Эрикссон>Эрикссо\u0438\u0306",
                        "\"sex\":\"F\">\"sex\":\"f\"",
                        "\"pt\":>\"px\":",
                        "\"poc\":[\"Tumen\",\"훈춘\"]>\"poc\":[]",
                        "\"vu\":>\"vx\":")) {
            var parts = change.split(">", -1);
            assertThat(sealed(parts[0], parts[1])).as(change).isEqualTo(SealReason.MESSAGE_FIELD);
        }
        assertThat(sealed("exeat.dta", "icao.vacc")).isEqualTo(SealReason.OTHER_TYPE);
        assertThat(sealed("\"v\":1", "\"v\":2")).isEqualTo(SealReason.OTHER_TYPE);
    }

    @Test
    void no_bytes_make_the_reader_throw_or_believe() {
        var random = new Random(SEED);
        var seal = Sample.seal().getBytes(StandardCharsets.UTF_8);
        for (int run = 0; run < 100; run++) {
            var bytes = seal.clone();
            for (int edits = 1 + random.nextInt(3); edits > 0; edits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            if (!Arrays.equals(bytes, seal)) {
                assertThat(SealCheck.check(bytes, Sample.reader()))
                        .as("run %d of seed %d", run, SEED)
                        .isNotInstanceOf(Established.class);
            }
            var noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            assertThat(SealCheck.check(noise, Sample.reader())).isInstanceOf(Malformed.class);
        }
    }

    /** A stranger's envelope of another use case is read, and nothing of it is believed. */
    @Test
    void seals_of_other_uses_are_read_and_not_believed() {
        var health =
                "{\"hdr\":{\"is\":\"UTO\",\"t\":\"icao.vacc\",\"v\":1},\"msg\":{\"uvci\":\"U1\"}}";
        var stranger = MadeAuthority.named("Health CSCA").signerFor(Purpose.NOTHING);
        var seal = signed(health, stranger);
        assertThat(reason(seal)).isEqualTo(SealReason.NO_AUTHORITY);
        var read = SealEnvelope.read(seal.getBytes(StandardCharsets.UTF_8));
        assertThat(read).isInstanceOf(SealEnvelope.Reading.Read.class);
        var envelope = ((SealEnvelope.Reading.Read) read).envelope();
        assertThat(envelope.type()).isEqualTo("icao.vacc");
        assertThat(envelope.version()).isEqualTo(1);
        assertThat(envelope.message().text("uvci")).contains("U1");
        assertThat(
                        Es256.isSigned(
                                stranger.certificate().getPublicKey(),
                                envelope.signed(),
                                envelope.signature()))
                .isTrue();
    }
}
