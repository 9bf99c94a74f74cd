package exeat.web.town;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** A request as bytes on a socket, as no client would write it, and what came back. */
public final class RawRequest {

    private static final int PATIENCE = 20_000;

    private RawRequest() {}

    /**
     * What a server said.
     *
     * @param text all of it, one character a byte; empty when it only closed the connection
     */
    public record Reply(String text) {

        /** The last status, since one of 100 may come before it; 0 for none. */
        public int status() {
            var head =
                    text.startsWith("HTTP/1.1 100") ? text.substring(text.indexOf('\n', 20)) : text;
            var start = head.stripLeading();
            return start.startsWith("HTTP/") ? Integer.parseInt(start.split(" ", 3)[1]) : 0;
        }

        public String body() {
            return text.substring(Math.min(text.length(), text.lastIndexOf("\r\n\r\n") + 4));
        }

        public boolean has(String header) {
            return text.toLowerCase(Locale.ROOT)
                    .contains("\n" + header.toLowerCase(Locale.ROOT) + ":");
        }
    }

    /** Sends these bytes, says no more, and reads the answer. */
    public static Reply send(URL base, String bytes) throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket);
        }
    }

    /** Reads until the answer is whole, the server closes, or it is silent for too long. */
    public static Reply read(Socket socket) throws IOException {
        var all = new ByteArrayOutputStream();
        var piece = new byte[8192];
        try {
            var in = socket.getInputStream();
            for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
                all.write(piece, 0, n);
                if (isWhole(all)) {
                    break;
                }
            }
        } catch (SocketTimeoutException silent) {
            all.writeBytes(" silent".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException reset) {
            // Closed with bytes of ours unread: what came before counts.
            all.writeBytes(new byte[0]);
        }
        return new Reply(all.toString(StandardCharsets.ISO_8859_1));
    }

    /** Whether as much has come as the answer's head says; a 100 says nothing. */
    private static boolean isWhole(ByteArrayOutputStream all) {
        var text = all.toString(StandardCharsets.ISO_8859_1);
        var length = LENGTH.matcher(text);
        int head = text.indexOf("\r\n\r\n");
        return head >= 0
                && !text.startsWith("HTTP/1.1 100")
                && length.find()
                && length.start() < head
                && text.length() - head - 4 >= Integer.parseInt(length.group(1));
    }

    private static final Pattern LENGTH = Pattern.compile("(?i)\ncontent-length: *([0-9]{1,9})");

    /** A request line with the headers that every request needs, some of its own, and a body. */
    public static String text(String line, String headers, String body) {
        return line
                + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + headers
                + "\r\n"
                + body;
    }

    public static String post(String path, String type, String body) {
        return text(
                "POST " + path,
                "Content-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n",
                body);
    }
}
