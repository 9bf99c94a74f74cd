package exeat.ledger.verify;

import exeat.ledger.verify.TreeHead.Unproven;
import java.nio.charset.StandardCharsets;

/**
 * A receipt as JSON, or as a PDF that contains it. In a PDF only the attachment counts; the printed
 * text proves nothing.
 */
public final class ReceiptFile {

    private static final String PDF = "%PDF-";
    private static final String MARK = "\"exeat-receipt-";
    private static final String END = "\nendstream";

    private ReceiptFile() {}

    /**
     * The receipt's text.
     *
     * @throws Unproven when a PDF carries none, or more than one
     */
    public static String text(byte[] file) throws Unproven {
        // One character a byte: the places of bytes are the places of characters.
        var bytes = new String(file, StandardCharsets.ISO_8859_1);
        if (!bytes.startsWith(PDF)) {
            return new String(file, StandardCharsets.UTF_8);
        }
        int mark = bytes.indexOf(MARK);
        if (mark < 0) {
            throw new Unproven(
                    "contains no receipt: none is attached to this PDF, or a program rewrote it");
        }
        int from = bytes.lastIndexOf("stream", mark);
        // Within JSON an end of line is written as two characters, so that this is the stream's
        // end.
        int until = bytes.indexOf(END, mark);
        if (from < 0 || until < 0) {
            throw new Unproven("contains a receipt that is cut short");
        }
        if (bytes.indexOf(MARK, until) >= 0) {
            throw new Unproven("contains more than one receipt");
        }
        int start = from + "stream".length();
        return new String(file, start, until - start, StandardCharsets.UTF_8).strip();
    }
}
