package exeat.pdf;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import exeat.casework.PersonName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;

/** Prints a travel authorisation as a tagged PDF with its fonts inside. */
public final class PaperPrinter {

    /** The paper as a PDF of one A4 page. */
    public byte[] print(TravelPaper paper) {
        var builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.usePdfVersion(1.7f);
        builder.useUriResolver((base, uri) -> null);
        font(builder, "NotoSans-Regular.ttf", "Noto Sans", 400);
        font(builder, "NotoSans-Bold.ttf", "Noto Sans", 700);
        font(builder, "NanumGothic.ttf", "Nanum", 400);
        font(builder, "DroidSansFallbackFull.ttf", "Droid Sans Fallback", 400);
        builder.withHtmlContent(sheet(paper), null);
        var bytes = new ByteArrayOutputStream();
        builder.toStream(bytes);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("a paper could not be printed", e);
        }
        return bytes.toByteArray();
    }

    private static void font(PdfRendererBuilder to, String file, String family, int weight) {
        to.useFont(() -> open("fonts/" + file), family, weight, FontStyle.NORMAL, true);
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(PaperPrinter.class.getResourceAsStream(file), file);
    }

    private static String text(String file) {
        try (var in = open(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static String sheet(TravelPaper paper) {
        return text("authorisation.html")
                .replace("@NUMBER@", escape(paper.number()))
                .replace("@NAME@", name(paper.names().getFirst()))
                .replace("@OTHERS@", others(paper))
                .replace("@BORN@", paper.birthDate().toString())
                .replace("@NATIONALITY@", escape(nationality(paper)))
                .replace("@FROM@", paper.from().toString())
                .replace("@UNTIL@", paper.until().toString())
                .replace("@FOR@", paper.reentry() ? THERE_AND_BACK : ONE_WAY)
                .replace("@ISSUER@", escape(paper.issuer()));
    }

    private static String others(TravelPaper paper) {
        return paper.names().stream()
                .skip(1)
                .map(name -> "<p class=\"also\">" + name(name) + "</p>")
                .collect(Collectors.joining());
    }

    private static String name(PersonName name) {
        var ko = name.script().equals("Hang") ? " class=\"ko\"" : "";
        return "<span lang=\"und-%s\"%s>%s</span>"
                .formatted(name.script(), ko, escape(name.full()));
    }

    private static String nationality(TravelPaper paper) {
        return paper.nationality().equals("none") ? "none (stateless)" : paper.nationality();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static final String THERE_AND_BACK =
            "One departure and one return · 出境一次、入境一次 · "
                    + "<span class='ko' lang='ko'>출국 1회, 귀환 1회</span>";
    private static final String ONE_WAY =
            "One departure · 出境一次 · <span class='ko' lang='ko'>출국 1회</span>";
}
