package exeat.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import exeat.casework.value.PaperSeal;
import exeat.papers.seal.SealWriter;
import exeat.papers.seal.SealedAuthorisation;
import exeat.papers.seal.SealedAuthorisation.SealedPerson;
import exeat.papers.seal.SealedAuthorisation.StatusReference;
import exeat.papers.trust.CertificateMaker;
import exeat.papers.trust.CertificateMaker.Subject;
import exeat.papers.trust.SigningKey;
import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/**
 * Run by {@code exeat bench seals} only, not by tests: prints papers and writes what a scanner
 * would see of them into {@code target/scans}, where the readers of codes find it. Signatures are
 * other ones each time; spots and noise follow from a seed.
 */
class PaperScansBench {

    private static final Path TO = Path.of("target/scans");

    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);
    private static final int DOTS = 300;
    private static final int[] RESOLUTIONS = {150, 200, 250, 300, 340, 400, 600};
    private static final double[] TURNS = {2, 7, 90, 180};

    private static final int PAPERS = Integer.getInteger("exeat.seals.papers", 20);

    /** Seals are of different lengths, and so are their codes. */
    private static final List<String> ADDRESSES =
            List.of(
                    "https://papers.example/seal/status/2026",
                    "https://travel-papers.interior.example/seal/status/2026",
                    "https://papers.authority-for-travel.of-the-interior.example/seal/status/2026");

    private static final List<String> OWN_NAMES = List.of("", "Эрикссон Анна Мария", "에릭손 안나");

    @Test
    void papers_are_printed_and_scanned() throws IOException, GeneralSecurityException {
        clear();
        var authority = pair();
        var signer = pair();
        var certificate =
                CertificateMaker.authority(
                        subject("Travel papers of UTO"),
                        authority.getPublic(),
                        authority.getPrivate());
        var signers =
                CertificateMaker.signer(
                        subject("Seals"), signer.getPublic(), certificate, authority.getPrivate());
        var key = new SigningKey(signers, signer.getPrivate());
        Files.write(TO.resolve("authority.der"), certificate.getEncoded());
        for (int n = 0; n < PAPERS; n++) {
            var text = SealWriter.seal(paper(n), "UTO", key);
            var name = "%03d".formatted(n);
            Files.writeString(TO.resolve(name + ".txt"), text);
            scan(text, name, new Random(n));
        }
        assertThat(TO.resolve("000-300.png")).exists();
    }

    private static void clear() throws IOException {
        Files.createDirectories(TO);
        try (var before = Files.list(TO)) {
            for (var file : before.toList()) {
                Files.delete(file);
            }
        }
    }

    private static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    /** A serial number is as long as an office makes it. */
    private static Subject subject(String name) {
        var serial = BigInteger.ONE.shiftLeft(63);
        return new Subject(name, serial, FROM, FROM.plus(Duration.ofDays(3650)));
    }

    private static SealedAuthorisation paper(int n) {
        var own = OWN_NAMES.get(n % OWN_NAMES.size());
        var bearer =
                new SealedPerson(
                        "ERIKSSON  ANNA MARIA",
                        own.isEmpty() ? Optional.empty() : Optional.of(own),
                        Optional.of("1974-08-12"),
                        Optional.of("UTO"),
                        Optional.empty(),
                        Optional.empty());
        var list = ADDRESSES.get(n / OWN_NAMES.size() % ADDRESSES.size());
        return new SealedAuthorisation(
                "TA-7K3M-%04d".formatted(n),
                bearer,
                FIRST,
                FIRST.plusDays(90 + n),
                OptionalInt.empty(),
                List.of(),
                List.of(),
                Optional.of(new StatusReference(list, 1_000_000 + n)),
                Map.of());
    }

    private static void scan(String text, String name, Random chance) throws IOException {
        var plain = SealedPaperTest.paper();
        var paper =
                new TravelPaper(
                        plain.number(),
                        plain.names(),
                        plain.birthDate(),
                        plain.nationality(),
                        plain.from(),
                        plain.until(),
                        plain.reentry(),
                        plain.issuer(),
                        plain.seal()
                                .map(seal -> new PaperSeal(text, seal.zone(), false, seal.place())),
                        plain.address());
        var pdf = new PaperPrinter(SheetFrame.NONE).print(paper, PaperPrinterTest.WORDS);
        try (var document = Loader.loadPDF(pdf)) {
            for (int dots : RESOLUTIONS) {
                write(seen(document, dots), name, String.valueOf(dots));
            }
            var page = seen(document, DOTS);
            for (double degrees : TURNS) {
                write(turned(page, degrees), name, "%.0f degrees".formatted(degrees));
            }
            write(faded(page), name, "dark");
            write(noisy(page, chance), name, "noise");
            write(stained(page, chance), name, "stain");
            write(blackAndWhite(turned(page, 1)), name, "fax");
        }
    }

    private static BufferedImage seen(PDDocument document, int dots) throws IOException {
        return new PDFRenderer(document).renderImageWithDPI(0, dots, ImageType.GRAY);
    }

    private static void write(BufferedImage image, String name, String how) throws IOException {
        ImageIO.write(image, "png", TO.resolve(name + "-" + how + ".png").toFile());
    }

    /** On a white ground that is large enough for it. */
    private static BufferedImage turned(BufferedImage page, double degrees) {
        int side = (int) Math.hypot(page.getWidth(), page.getHeight());
        var turn = new AffineTransform();
        turn.translate((side - page.getWidth()) / 2.0, (side - page.getHeight()) / 2.0);
        turn.rotate(Math.toRadians(degrees), page.getWidth() / 2.0, page.getHeight() / 2.0);
        var out = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        var pen = out.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, side, side);
        pen.drawImage(page, new AffineTransformOp(turn, AffineTransformOp.TYPE_BILINEAR), 0, 0);
        pen.dispose();
        return out;
    }

    private static BufferedImage copy(BufferedImage page) {
        var out =
                new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        out.setData(page.getData());
        return out;
    }

    /** Badly lit: paper and ink lie between a fifth and under a half of full light. */
    private static BufferedImage faded(BufferedImage page) {
        var out = copy(page);
        var greys = out.getRaster();
        for (int y = 0; y < out.getHeight(); y++) {
            for (int x = 0; x < out.getWidth(); x++) {
                greys.setSample(x, y, 0, 50 + greys.getSample(x, y, 0) * 60 / 255);
            }
        }
        return out;
    }

    /** Grain of a standard deviation of a tenth of full light. */
    private static BufferedImage noisy(BufferedImage page, Random chance) {
        var out = copy(page);
        var greys = out.getRaster();
        for (int y = 0; y < out.getHeight(); y++) {
            for (int x = 0; x < out.getWidth(); x++) {
                double grey = greys.getSample(x, y, 0) + 25 * chance.nextGaussian();
                greys.setSample(x, y, 0, Math.clamp((int) grey, 0, 255));
            }
        }
        return out;
    }

    /** A dark spot of 7 mm somewhere on the code, away from its corners, and specks all over. */
    private static BufferedImage stained(BufferedImage page, Random chance) {
        var out = copy(page);
        var pen = out.createGraphics();
        pen.setColor(new Color(60, 60, 60));
        int spot = DOTS * 7 / 25;
        pen.fillOval(
                (int) ((148 + chance.nextInt(14)) / 25.4 * DOTS),
                (int) ((66 + chance.nextInt(8)) / 25.4 * DOTS),
                spot,
                spot);
        for (int speck = 0; speck < 2_000; speck++) {
            pen.fillRect(chance.nextInt(out.getWidth()), chance.nextInt(out.getHeight()), 2, 2);
        }
        pen.dispose();
        return out;
    }

    private static BufferedImage blackAndWhite(BufferedImage page) {
        var out =
                new BufferedImage(
                        page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < out.getHeight(); y++) {
            for (int x = 0; x < out.getWidth(); x++) {
                boolean dark = page.getRaster().getSample(x, y, 0) < 128;
                out.setRGB(x, y, dark ? 0xff000000 : 0xffffffff);
            }
        }
        return out;
    }
}
