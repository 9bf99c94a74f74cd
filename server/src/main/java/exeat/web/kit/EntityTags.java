package exeat.web.kit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Entity tags (RFC 9110, 8.8.3): a page with the same tag has the same content. */
final class EntityTags {

    private static final int BYTES = 12;

    private EntityTags() {}

    /** Weak, because the page may be sent compressed or not. */
    static String of(String content) {
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(content.getBytes(StandardCharsets.UTF_8));
            return "W/\"" + HexFormat.of().formatHex(hash, 0, BYTES) + "\"";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Whether a browser that has these tags has this one. */
    static boolean matches(String header, String tag) {
        return Arrays.stream(header.split(",", -1)).map(String::strip).anyMatch(tag::equals);
    }
}
