package exeat.web.kit;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The style sheet and the icon. GOV.UK's typeface is not ours to use: its declarations are removed,
 * and system fonts replace it.
 */
@Singleton
@Path("/assets")
@RunOnVirtualThread
public final class Assets {

    private static final String FACES =
            "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Noto Sans CJK SC\","
                    + "\"Noto Sans KR\",\"PingFang SC\",\"Malgun Gothic\",sans-serif";
    private static final String NOTICE =
            "/*! govuk-frontend 5.14.0 without its typeface, (c) Crown copyright, MIT licence */\n";
    private static final String FOLDER = "/exeat/web/";
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final byte[] css;
    private final String name;
    private final byte[] icon;

    Assets() {
        var theirs =
                text("govuk/govuk-frontend.min.css")
                        .replaceAll("@font-face\\{[^}]*}", "")
                        .replaceAll("/\\*! Copyright[^*]*\\*/", "")
                        .replace("GDS Transport,arial,sans-serif", FACES)
                        .replaceAll("/\\*# sourceMappingURL=[^*]*\\*/", "");
        css = (NOTICE + theirs + text("exeat.css")).getBytes(StandardCharsets.UTF_8);
        icon = text("icon.svg").getBytes(StandardCharsets.UTF_8);
        name = "exeat-" + hash(css) + ".css";
    }

    /**
     * The address of the style sheet. It changes with the content, so that it may be cached for
     * ever.
     */
    String style() {
        return "/assets/" + name;
    }

    @GET
    @Path("/{name}.css")
    public Response css() {
        return Response.ok(css, "text/css; charset=utf-8").header("Cache-Control", FOREVER).build();
    }

    @GET
    @Path("/icon.svg")
    public Response icon() {
        return Response.ok(icon, "image/svg+xml")
                .header("Cache-Control", "public, max-age=86400")
                .build();
    }

    private static String text(String file) {
        try (var in =
                Objects.requireNonNull(Assets.class.getResourceAsStream(FOLDER + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
