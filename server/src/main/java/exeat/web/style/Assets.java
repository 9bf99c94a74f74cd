package exeat.web.style;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The style sheet, the icon and the script for keys. GOV.UK's typeface is not ours to use: its
 * declarations are removed, and system fonts replace it. Of their rules those are sent that a page
 * uses.
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
    private static final Pattern GZIP = Pattern.compile("\\bgzip\\b(?! *; *q=0(?:\\.0*)?(?:,|$))");
    private static final String FOREVER = "public, max-age=31536000, immutable";

    private final byte[] css;
    private final byte[] zipped;
    private final String name;
    private final byte[] icon;
    private final byte[] js;
    private final String jsName;

    Assets() {
        var theirs =
                text("govuk/govuk-frontend.min.css")
                        .replaceAll("@font-face\\{[^}]*}", "")
                        .replaceAll("/\\*! Copyright[^*]*\\*/", "")
                        .replace("GDS Transport,arial,sans-serif", FACES)
                        .replaceAll("/\\*# sourceMappingURL=[^*]*\\*/", "");
        var used = new StyleSheet(Set.copyOf(text("used-classes.txt").lines().toList()));
        var all = NOTICE + used.reduce(theirs) + text("exeat.css");
        css = all.getBytes(StandardCharsets.UTF_8);
        zipped = gzip(css);
        icon = text("icon.svg").getBytes(StandardCharsets.UTF_8);
        name = "exeat-" + hash(css) + ".css";
        js = text("exeat.js").getBytes(StandardCharsets.UTF_8);
        jsName = "exeat-" + hash(js) + ".js";
    }

    /**
     * The address of the style sheet. It changes with the content, so that it may be cached for
     * ever.
     */
    public String style() {
        return "/assets/" + name;
    }

    /**
     * The style sheet; compressed for browsers that accept that. An address of another version gets
     * this one, and must not cache it.
     */
    @GET
    @Path("/{name}.css")
    public Response css(String name, @HeaderParam("Accept-Encoding") @Nullable String codings) {
        boolean zip = codings != null && GZIP.matcher(codings).find();
        var answer =
                Response.ok(zip ? zipped : css, "text/css; charset=utf-8")
                        .header("Vary", "Accept-Encoding")
                        .header(
                                "Cache-Control",
                                this.name.equals(name + ".css") ? FOREVER : "no-store");
        return zip ? answer.header("Content-Encoding", "gzip").build() : answer.build();
    }

    /** The address of the script for keys; it changes with the content too. */
    public String script() {
        return "/assets/" + jsName;
    }

    /** The script for keys, without which every page works. */
    @GET
    @Path("/{name}.js")
    public Response js(String name) {
        return Response.ok(js, "text/javascript; charset=utf-8")
                .header("Cache-Control", jsName.equals(name + ".js") ? FOREVER : "no-store")
                .build();
    }

    byte[] plain() {
        return css.clone();
    }

    byte[] zipped() {
        return zipped.clone();
    }

    private static byte[] gzip(byte[] plain) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("the style sheet", e);
        }
        return out.toByteArray();
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
