package exeat.tool.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import exeat.papers.seal.SealCheck;
import exeat.papers.seal.SealEnvelope;
import exeat.papers.seal.SealStatement;
import exeat.papers.seal.VerifierState;
import exeat.papers.trust.Es256;
import exeat.papers.trust.TrustedAuthority;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/**
 * Run by {@code exeat bench seals} only, not by tests, after the papers were scanned: how many of
 * their codes each reader reads, and how fast a seal is verified beside the check of its signature.
 * A code counts as read if the text is the same, byte by byte.
 */
class SealReadersBench {

    private static final Path SCANS =
            Path.of(System.getProperty("exeat.root", "..")).resolve("server/target/scans");

    /** Of processor time, which other programs don't take away. */
    private static final long LAP = TimeUnit.SECONDS.toNanos(2);

    private static final int LAPS = 5;
    private static final double BAR = 0.9;

    /** Somebody's reader of codes; what it says of a picture. */
    private interface Reader {
        Optional<String> read(Path picture) throws IOException, InterruptedException;
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, "seals: " + format, values).stripTrailing());
    }

    private static Map<String, Reader> readers() throws InterruptedException {
        var readers = new LinkedHashMap<String, Reader>();
        readers.put("Exeat", picture -> SealImage.text(Files.readAllBytes(picture)));
        readers.put("zxing", SealReadersBench::zxing);
        if (isInstalled("zbarimg", "--version")) {
            readers.put(
                    "zbar",
                    picture ->
                            said(
                                    "zbarimg",
                                    "--quiet",
                                    "--raw",
                                    "--nodbus",
                                    "-Sdisable",
                                    "-Sqrcode.enable",
                                    picture.toString()));
        }
        if (isInstalled("ZXingReader", "-version")) {
            readers.put(
                    "zxing-cpp",
                    picture ->
                            said("ZXingReader", "-format", "QRCode", "-bytes", picture.toString()));
        }
        return readers;
    }

    /** As it is used by whoever takes its word for it that it tries hard. */
    private static Optional<String> zxing(Path picture) throws IOException {
        var image = ImageIO.read(picture.toFile());
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, new int[width * height], 0, width);
        var seen =
                new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        var hints =
                Map.of(
                        DecodeHintType.TRY_HARDER,
                        true,
                        DecodeHintType.POSSIBLE_FORMATS,
                        List.of(BarcodeFormat.QR_CODE));
        try {
            return Optional.of(new QRCodeReader().decode(seen, hints).getText());
        } catch (ReaderException none) {
            return Optional.empty();
        }
    }

    private static boolean isInstalled(String program, String version) throws InterruptedException {
        try {
            var process =
                    new ProcessBuilder(program, version)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            return process.waitFor(1, TimeUnit.MINUTES);
        } catch (IOException missing) {
            say("%s is not installed", program);
            return false;
        }
    }

    private static Optional<String> said(String... command)
            throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return process.exitValue() == 0 ? Optional.of(text.strip()) : Optional.empty();
    }

    @Test
    void codes_are_read() throws IOException, InterruptedException {
        var readers = readers();
        var read = new LinkedHashMap<String, Map<String, Integer>>();
        var asked = new LinkedHashMap<String, Integer>();
        var took = new ArrayList<Long>();
        for (var picture : files(".png")) {
            var name = String.valueOf(picture.getFileName()).replace(".png", "");
            int dash = name.indexOf('-');
            var text = Files.readString(SCANS.resolve(name.substring(0, dash) + ".txt"));
            var how = name.substring(dash + 1);
            asked.merge(how, 1, Integer::sum);
            for (var reader : readers.entrySet()) {
                long begun = processor();
                boolean same = reader.getValue().read(picture).filter(text::equals).isPresent();
                if (reader.getKey().equals("Exeat")) {
                    took.add(processor() - begun);
                }
                read.computeIfAbsent(how, _ -> new LinkedHashMap<>())
                        .merge(reader.getKey(), same ? 1 : 0, Integer::sum);
            }
        }
        say(
                "%-12s%s",
                "",
                String.join("", readers.keySet().stream().map(r -> "%12s".formatted(r)).toList()));
        asked.forEach((how, of) -> {
            var row = new StringBuilder();
            readers.keySet()
                    .forEach(reader ->
                            row.append("%12s".formatted(count(read, how, reader) + "/" + of)));
            say("%-12s%s", how, row);
        });
        took.sort(Long::compare);
        say(
                "Exeat took %d ms of processor time at the median and %d ms at most",
                TimeUnit.NANOSECONDS.toMillis(took.get(took.size() / 2)),
                TimeUnit.NANOSECONDS.toMillis(took.getLast()));
    }

    private static int count(Map<String, Map<String, Integer>> read, String how, String reader) {
        return read.getOrDefault(how, Map.of()).getOrDefault(reader, 0);
    }

    private static List<Path> files(String end) throws IOException {
        try (var all = Files.list(SCANS)) {
            return all.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    /** A seal, its bytes under the signature, and whose key that is. */
    private static final class Sealed {

        private final byte[] text;
        private final byte[] signed;
        private final byte[] signature;
        private final PublicKey key;

        Sealed(byte[] text, byte[] signed, byte[] signature, PublicKey key) {
            this.text = text;
            this.signed = signed;
            this.signature = signature;
            this.key = key;
        }
    }

    @Test
    void seals_are_verified() throws Exception {
        var authority =
                TrustedAuthority.read("UTO", Files.readAllBytes(SCANS.resolve("authority.der")))
                        .orElseThrow();
        var reader =
                new VerifierState(
                        List.of(authority),
                        List.of(),
                        Instant.parse("2026-12-02T09:00:00Z"),
                        Instant.MIN,
                        ZoneOffset.UTC);
        var seals = new ArrayList<Sealed>();
        for (var file : files(".txt")) {
            seals.add(sealed(Files.readAllBytes(file)));
        }
        var ratios = new ArrayList<Double>();
        for (int lap = 0; lap < LAPS; lap++) {
            double bare =
                    rate(seals, seal -> Es256.isSigned(seal.key, seal.signed, seal.signature));
            double whole =
                    rate(
                            seals,
                            seal ->
                                    SealCheck.check(seal.text, reader)
                                            instanceof SealStatement.Established);
            ratios.add(whole / bare);
            say(
                    "verified %,.0f a second of a processor, signatures alone %,.0f: %.3f",
                    whole, bare, whole / bare);
        }
        ratios.sort(Double::compare);
        double median = ratios.get(LAPS / 2);
        say(
                "the median of %d laps is %.3f; the bar is %.1f: %s",
                LAPS, median, BAR, median < BAR ? "missed" : "met");
    }

    private static Sealed sealed(byte[] text) throws Exception {
        var envelope = ((SealEnvelope.Reading.Read) SealEnvelope.read(text)).envelope();
        var certificate =
                java.security.cert.CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(envelope.certificate()));
        return new Sealed(
                text, envelope.signed(), envelope.signature(), certificate.getPublicKey());
    }

    /** Something that must be true of each seal. */
    private interface Check {
        boolean holds(Sealed seal);
    }

    private static double rate(List<Sealed> seals, Check check) {
        repeated(seals, check);
        long begun = processor();
        long done = repeated(seals, check);
        return done * 1e9 / (processor() - begun);
    }

    private static long processor() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long repeated(List<Sealed> seals, Check check) {
        long begun = processor();
        long done = 0;
        while (processor() - begun < LAP) {
            for (var seal : seals) {
                if (!check.holds(seal)) {
                    throw new AssertionError("a seal of this bench does not hold");
                }
                done++;
            }
        }
        return done;
    }
}
