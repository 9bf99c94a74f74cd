package exeat.papers.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import exeat.papers.json.Jcs;
import exeat.papers.json.JsonReader;
import exeat.papers.json.JsonReading;
import exeat.papers.seal.SealedAuthorisation.StatusReference;
import exeat.papers.status.StatusAnswer;
import exeat.papers.status.StatusList;
import exeat.papers.status.StatusReading;
import exeat.papers.status.StatusToken;
import exeat.papers.status.StatusTokens;
import exeat.papers.trust.TrustedAuthority;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The specimen beside {@code docs/seal.md}: two seals, their authority and a list. Its keys were
 * thrown away. To make another one, delete the four files and run with {@code
 * -Dexeat.golden=write}; as long as they are there they stay, since no two signatures are alike.
 */
class SpecimenTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("exeat.root", ".."))
                    .resolve("papers/src/test/resources/exeat/papers/seal");

    private static final Instant MADE = Instant.parse("2026-12-02T00:00:00Z");
    private static final String TIME = "2026-12-02T09:00:00Z";
    private static final int REVOKED = 4712;

    @BeforeAll
    static void write() throws IOException, CertificateEncodingException {
        boolean wanted = "write".equals(System.getProperty("exeat.golden"));
        if (!wanted || Files.exists(FOLDER.resolve("seal.json"))) {
            return;
        }
        var paper = Sample.paper();
        Files.writeString(FOLDER.resolve("seal.json"), Sample.sealed(paper));
        var revoked =
                new SealedAuthorisation(
                        "TA-0000-0001",
                        paper.bearer(),
                        paper.from(),
                        paper.until(),
                        paper.crossings(),
                        paper.places(),
                        List.of(),
                        Optional.of(new StatusReference(Sample.LIST, REVOKED)),
                        paper.reserved());
        Files.writeString(FOLDER.resolve("revoked.json"), Sample.sealed(revoked));
        var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        var der = lines.encodeToString(Sample.UTOPIA.certificate().getEncoded());
        Files.writeString(
                FOLDER.resolve("authority.pem"),
                "-----BEGIN CERTIFICATE-----\n" + der + "\n-----END CERTIFICATE-----\n");
        var token =
                new StatusToken(
                        Sample.LIST,
                        MADE,
                        Optional.of(MADE.plusSeconds(7 * 86_400)),
                        OptionalLong.of(3_600),
                        StatusList.revoking(Sample.PAPERS, IntStream.of(REVOKED)));
        var signer = Sample.SIGNER;
        Files.write(
                FOLDER.resolve("list.cwt"),
                StatusTokens.sign(token, signer.certificate(), signer.key()));
    }

    private static String text(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file));
    }

    private static VerifierState reader() throws IOException {
        var der =
                Base64.getMimeDecoder()
                        .decode(text("authority.pem").replaceAll("-----[A-Z ]+-----", ""));
        var trusted = List.of(TrustedAuthority.read("UTO", der).orElseThrow());
        var list =
                StatusTokens.read(Files.readAllBytes(FOLDER.resolve("list.cwt")), "UTO", trusted);
        assertThat(list).isInstanceOf(StatusReading.Read.class);
        return new VerifierState(
                trusted,
                List.of((StatusReading.Read) list),
                Instant.parse(TIME),
                Instant.MIN,
                ZoneOffset.UTC);
    }

    @Test
    void the_specimen_verifies_and_its_revoked_twin_does_not() throws IOException {
        var reader = reader();
        var statement = Sample.check(text("seal.json"), reader);
        assertThat(statement).isInstanceOf(SealStatement.Established.class);
        var established = (SealStatement.Established) statement;
        assertThat(established.paper()).isEqualTo(Sample.paper());
        assertThat(established.status()).isEqualTo(new StatusAnswer.NotRevoked(MADE));
        assertThat(Sample.check(text("revoked.json"), reader))
                .isInstanceOf(SealStatement.NotEstablished.class)
                .extracting(not -> ((SealStatement.NotEstablished) not).reason())
                .isEqualTo(SealReason.REVOKED);
    }

    /** What the document shows is what is under the specimen's signature, but for its spaces. */
    @Test
    void the_document_shows_the_specimen() throws IOException {
        var document =
                Files.readString(
                        Path.of(System.getProperty("exeat.root", "..")).resolve("docs/seal.md"));
        int from = document.indexOf("```json\n") + "```json\n".length();
        var shown = JsonReader.read(document.substring(from, document.indexOf("```", from)));
        var sealed = (SealEnvelope.Reading.Read) SealEnvelope.read(bytes("seal.json"));
        assertThat(shown).isInstanceOf(JsonReading.Read.class);
        assertThat(Jcs.bytes(((JsonReading.Read) shown).value()))
                .isEqualTo(sealed.envelope().signed());
        for (var reason : SealReason.values()) {
            assertThat(document).contains("`" + reason + "`");
        }
    }

    private static byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(FOLDER.resolve(file));
    }

    /** A reader in Python, written from the document, comes to the same answers. */
    @Test
    void another_language_reads_the_specimen() throws IOException, InterruptedException {
        assumeTrue(hasPython(), "skipped: there is no python3 on this machine");
        var seal = text("seal.json");
        assertThat(python(seal, TIME))
                .isEqualTo(
                        "established TA-7K3M-9Q2P ERIKSSON  ANNA MARIA not revoked as of "
                                + MADE.getEpochSecond());
        assertThat(python(text("revoked.json"), TIME)).isEqualTo("refused: revoked");
        assertThat(python(seal.replace("ANNA", "ANNE"), TIME)).isEqualTo("refused: altered");
        assertThat(python(seal, "2027-03-02T00:00:00Z")).isEqualTo("refused: not valid today");
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "-c", "pow(3, -1, 7)").start().waitFor() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    private static String python(String seal, String time)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                "python3",
                                FOLDER.resolve("read_seal.py").toString(),
                                FOLDER.resolve("authority.pem").toString(),
                                "UTO",
                                FOLDER.resolve("list.cwt").toString(),
                                time)
                        .redirectErrorStream(true)
                        .start();
        try (var in = process.getOutputStream()) {
            in.write(seal.getBytes(StandardCharsets.UTF_8));
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said.strip();
    }
}
