package exeat.pdf;

import com.ibm.icu.util.ULocale;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Renders a sheet of our own HTML as a tagged PDF with embedded fonts. It fetches nothing. */
final class PdfRenderer {

    /** What a sheet holds itself; all else would be fetched. */
    private static final String IMAGE = "data:image/png;base64,";

    private PdfRenderer() {}

    static byte[] pdf(String html) {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfVersion(1.7f);
        builder.useUriResolver((base, uri) -> uri.startsWith(IMAGE) ? uri : null);
        font(builder, "NotoSans-Regular.ttf", "Noto Sans", 400);
        font(builder, "NotoSans-Bold.ttf", "Noto Sans", 700);
        font(builder, "NanumGothic.ttf", "Nanum", 400);
        font(builder, "DroidSansFallbackFull.ttf", "Droid Sans Fallback", 400);
        font(builder, "OCRB.ttf", "OCR-B", 400);
        builder.withHtmlContent(html, null);
        var bytes = new ByteArrayOutputStream();
        builder.toStream(bytes);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("the paper could not be printed", e);
        }
        return bytes.toByteArray();
    }

    private static void font(PdfRendererBuilder to, String file, String family, int weight) {
        to.useFont(() -> open("fonts/" + file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(PdfRenderer.class.getResourceAsStream(file), file);
    }

    /** The script of a language by ISO 15924; sheets choose their fonts by it. */
    static String script(String language) {
        return ULocale.addLikelySubtags(ULocale.forLanguageTag(language)).getScript();
    }

    /** Reads a sheet from this package's resources. */
    static String text(String file) {
        try (var in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
