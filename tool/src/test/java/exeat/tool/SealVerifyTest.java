package exeat.tool;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The specimen of {@code docs/seal.md}, as anybody would check it. */
class SealVerifyTest {

    private static final Path SPECIMEN =
            Ran.root().resolve("papers/src/test/resources/exeat/papers/seal");

    private static final Map<EncodeHintType, String> UTF8 =
            Map.of(EncodeHintType.CHARACTER_SET, "UTF-8");

    @TempDir private Path folder = Path.of("");

    private static String file(String name) {
        return SPECIMEN.resolve(name).toString();
    }

    private static Ran verify(String... arguments) {
        var all = new ArrayList<>(List.of("seal", "verify", "--at", "2026-12-02T09:00:00Z"));
        all.addAll(List.of(arguments));
        return Ran.exeat(all.toArray(String[]::new));
    }

    private static String authority() {
        return "UTO=" + file("authority.pem");
    }

    @Test
    void a_seal_is_established_with_its_authority_and_its_list_has_an_age() throws IOException {
        var ran =
                verify(
                        "--authority",
                        authority(),
                        "--list",
                        file("list.cwt"),
                        "--zone",
                        "Asia/Seoul",
                        file("seal.json"));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.status()).isZero();
        assertThat(ran.out().replaceFirst("certificate [0-9a-f]+", "certificate 0"))
                .isEqualTo(
                        """
                        Established: a travel authorisation of UTO, signed with certificate 0.
                        Number: TA-7K3M-9Q2P
                        Bearer: ERIKSSON  ANNA MARIA (Эрикссон Анна Мария)
                          born: 1974-08
                          nationality: UTO
                          sex: F
                          passport: L898902C3
                        Valid: 2026-12-01 to 2027-03-01
                        Crossings: 1
                        Places: Tumen; 훈춘
                        Minor: ERIKSSON  LARS
                          born: 2015-05-30
                          nationality: UTO
                        Revocation: it had not been revoked when the list was made, 9 hours ago \
                        (2026-12-02T00:00:00Z).
                        """);
        var text = Files.readString(SPECIMEN.resolve("seal.json"));
        var typed = verify("--authority", authority(), text);
        assertThat(typed.status()).isZero();
        assertThat(typed.out())
                .contains("Revocation: not known, because there is no list of these papers.");
        var piped = Ran.exeatWith(text, "seal", "verify", "--authority", authority(), "-");
        assertThat(piped.out()).startsWith("Established");
    }

    @Test
    void what_is_not_established_says_why_and_blames_nobody() throws IOException {
        var revoked =
                verify(
                        "--authority",
                        authority(),
                        "--list",
                        file("list.cwt"),
                        file("revoked.json"));
        assertThat(revoked.status()).isEqualTo(1);
        assertThat(revoked.out())
                .startsWith("Not established: it was revoked.\nNumber: TA-0000-0001\n")
                .endsWith("That says nothing about the person who holds it.\n");

        var text = Files.readString(SPECIMEN.resolve("seal.json"));
        var altered = verify("--authority", authority(), text.replace("ANNA", "ANNE"));
        assertThat(altered.status()).isEqualTo(1);
        assertThat(altered.out())
                .startsWith("Not established: the signature does not match what it says.\n")
                .doesNotContain("ANNE");

        var unknown = verify(text);
        assertThat(unknown.status()).isEqualTo(1);
        assertThat(unknown.out()).startsWith("Unknown signer: no authority is known");
        var other = verify("--authority", "RUR=" + file("authority.pem"), text);
        assertThat(other.out()).startsWith("Not established: the signer signs for another state.");

        var broken = verify("{\u001b[31m");
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.out())
                .startsWith("Not readable: it is not JSON as a seal may have it (at character 2")
                .doesNotContain("\u001b");
    }

    @Test
    void a_clock_before_the_list_is_not_known_and_no_verdict() {
        var ran =
                Ran.exeat(
                        "seal",
                        "verify",
                        "--at",
                        "2026-12-01T00:00:00Z",
                        "--authority",
                        authority(),
                        "--list",
                        file("list.cwt"),
                        file("seal.json"));
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith("Not known: this clock is behind")
                .endsWith("Set the clock and check again.\n");
    }

    @Test
    void a_list_that_cannot_be_used_is_named_and_the_status_says_so() throws IOException {
        var bytes = Files.readAllBytes(SPECIMEN.resolve("list.cwt"));
        bytes[bytes.length - 1] ^= 1;
        var list = Files.write(folder.resolve("altered.cwt"), bytes);
        var ran = verify("--authority", authority(), "--list", list.toString(), file("seal.json"));
        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .startsWith("List altered.cwt is not used: its signature does not match.\nEstab");
    }

    @Test
    void misuse_is_told_apart_from_a_verdict() throws IOException {
        var no = Files.writeString(folder.resolve("no.pem"), "none");
        for (var arguments :
                List.of(
                        List.of(file("nothing.json")),
                        List.of("--authority", "UTO", file("seal.json")),
                        List.of("--authority", "UTO=" + no, file("seal.json")),
                        List.of("--authority", "UTO=" + file("x.pem"), file("seal.json")),
                        List.of("--crl", "UTO=" + file("authority.pem"), file("seal.json")),
                        List.of("--zone", "Nowhere/None", file("seal.json")),
                        List.of("--list", file("nothing.cwt"), file("seal.json")),
                        List.of())) {
            var ran = verify(arguments.toArray(String[]::new));
            assertThat(ran.status()).as("%s", arguments).isEqualTo(2);
            assertThat(ran.out()).as("%s", arguments).isEmpty();
            assertThat(ran.err()).as("%s", arguments).isNotBlank();
        }
    }

    @Test
    void a_picture_of_the_code_is_read_like_its_text() throws Exception {
        var text = Files.readString(SPECIMEN.resolve("seal.json")).strip();
        var matrix = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 700, 700, UTF8);
        var image = new BufferedImage(700, 700, BufferedImage.TYPE_BYTE_BINARY);
        for (int at = 0; at < 700 * 700; at++) {
            boolean dark = matrix.get(at % 700, at / 700);
            image.setRGB(at % 700, at / 700, dark ? 0xff000000 : 0xffffffff);
        }
        var picture = folder.resolve("paper.png");
        ImageIO.write(image, "png", picture.toFile());
        var ran = verify("--authority", authority(), picture.toString());
        assertThat(ran.out()).startsWith("Established: a travel authorisation of UTO");
        assertThat(ran.status()).isZero();

        var blank = new BufferedImage(200, 200, BufferedImage.TYPE_BYTE_BINARY);
        ImageIO.write(blank, "png", picture.toFile());
        var none = verify("--authority", authority(), picture.toString());
        assertThat(none.status()).isEqualTo(2);
        assertThat(none.err()).contains("no code can be read in this picture");

        Files.write(picture, new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 0});
        var broken = verify("--authority", authority(), picture.toString());
        assertThat(broken.status()).isEqualTo(2);
        assertThat(broken.err()).contains("picture");
    }
}
