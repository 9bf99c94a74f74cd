package exeat.rules.source;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes as UTF-8 text: strictly, within a bound, without a byte-order mark. */
public final class SourceText {

    private SourceText() {}

    /** The text; empty, with a problem reported, when the bytes are too many or are not UTF-8. */
    public static Optional<String> decode(byte[] bytes, int mostBytes, ProblemCollector problems) {
        if (bytes.length > mostBytes) {
            problems.add(
                    0, "file", "is " + bytes.length + " bytes long; the limit is " + mostBytes);
            return Optional.empty();
        }
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        var buffer = ByteBuffer.wrap(bytes);
        try {
            return Optional.of(withoutMark(decoder.decode(buffer).toString()));
        } catch (CharacterCodingException notUtf8) {
            problems.add(lineAt(bytes, buffer.position()), "file", "is not UTF-8 text");
            return Optional.empty();
        }
    }

    /** The text without the byte-order mark that some editors put before it. */
    public static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * Whether a text has characters that change how others are shown, on a terminal or a page: what
     * people read before they sign must be what is there. Line ends and tabs are allowed.
     */
    static boolean hides(String text) {
        return text.codePoints()
                .anyMatch(c ->
                        (Character.isISOControl(c) && "\n\r\t".indexOf(c) < 0)
                                || Character.getType(c) == Character.LINE_SEPARATOR
                                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                                || (c >= 0x202A && c <= 0x202E)
                                || (c >= 0x2066 && c <= 0x2069));
    }

    private static int lineAt(byte[] bytes, int position) {
        int line = 1;
        for (int at = 0; at < position; at++) {
            if (bytes[at] == '\n') {
                line++;
            }
        }
        return line;
    }
}
