package exeat.pdf;

import static exeat.pdf.PdfRenderer.escape;

import java.util.List;
import java.util.stream.Collectors;

/** Prints what a person paid, and what was paid back to them, as a tagged PDF. */
public final class FeeReceiptPrinter {

    private final SheetFrame frame;

    /** Prints with a frame around each page, or none. */
    public FeeReceiptPrinter(SheetFrame frame) {
        this.frame = frame;
    }

    /**
     * The texts of the sheet, in its reader's language.
     *
     * @param language BCP 47
     * @param refunds empty for none
     */
    public record Content(
            String language,
            String title,
            List<String> told,
            String paymentsTitle,
            List<String> payments,
            String refundsTitle,
            List<String> refunds) {
        public Content {
            told = List.copyOf(told);
            payments = List.copyOf(payments);
            refunds = List.copyOf(refunds);
        }
    }

    public byte[] print(Content sheet) {
        return PdfRenderer.pdf(frame.around(html(sheet)));
    }

    private static String html(Content sheet) {
        return PdfRenderer.text("fee.html")
                .replace("@LANG@", escape(sheet.language()))
                .replace("@SCRIPT@", PdfRenderer.script(sheet.language()))
                .replace(
                        "@TOLD@",
                        sheet.told().stream()
                                .map(text -> "<p>" + escape(text) + "</p>")
                                .collect(Collectors.joining()))
                .replace("@PAYMENTS@", list(sheet.paymentsTitle(), sheet.payments()))
                .replace("@REFUNDS@", list(sheet.refundsTitle(), sheet.refunds()))
                .replace("@TITLE@", escape(sheet.title()));
    }

    private static String list(String title, List<String> items) {
        return items.isEmpty()
                ? ""
                : items.stream()
                        .map(item -> "<li>" + escape(item) + "</li>")
                        .collect(
                                Collectors.joining(
                                        "", "<h2>" + escape(title) + "</h2><ul>", "</ul>"));
    }
}
