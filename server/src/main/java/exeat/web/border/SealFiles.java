package exeat.web.border;

import exeat.desk.Office;
import exeat.desk.papers.RevokedPapers;
import exeat.store.Bytes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * What a border post needs to check papers without a connection: the authorities, and a year's list
 * of revoked papers. Nobody can ask about a single paper, so nobody can be seen asking.
 */
@Singleton
@Path(SealPages.ADDRESS)
@RunOnVirtualThread
public final class SealFiles {

    private static final String BRIEFLY = "public, max-age=60";
    private static final int LINE = 64;

    private final Office office;

    SealFiles(Office office) {
        this.office = office;
    }

    /** The certificates of the authorities in PEM, each after the state that it stands for. */
    @GET
    @Path("trust")
    public Response trust(@Context HttpHeaders asked, @Context HttpServerRequest at) {
        checkAddress(at, "/trust");
        var papers = office.revokedPapers();
        var text = new StringBuilder();
        papers.authorities().forEach(each -> text.append(pem(papers.state(), each)));
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        var tag = Bytes.of(bytes).sha256().hex();
        return file(asked, tag, bytes, "text/plain; charset=utf-8");
    }

    private static String pem(String state, X509Certificate certificate) {
        var encoder = Base64.getMimeEncoder(LINE, new byte[] {'\n'});
        try {
            return "State: %s\nSerial: %s\n-----BEGIN CERTIFICATE-----\n%s\n-----END CERTIFICATE-----\n"
                    .formatted(
                            state,
                            certificate.getSerialNumber().toString(16),
                            encoder.encodeToString(certificate.getEncoded()));
        } catch (CertificateEncodingException impossible) {
            throw new IllegalStateException("it was read from its encoding", impossible);
        }
    }

    /** The list of a year, as a CWT. */
    @GET
    @Path("status/{list}")
    public Response status(String list, @Context HttpHeaders asked, @Context HttpServerRequest at) {
        checkAddress(at, "/status/" + list);
        RevokedPapers.Published published =
                office.revokedPapers().list(list).orElseThrow(NotFoundException::new);
        return file(
                asked, published.tag(), published.bytes().array(), "application/statuslist+cwt");
    }

    /** A list has one address, the one in its papers: without parameters behind a semicolon. */
    private static void checkAddress(HttpServerRequest at, String rest) {
        if (!(SealPages.ADDRESS + rest).equals(at.path())) {
            throw new NotFoundException();
        }
    }

    private static Response file(HttpHeaders asked, String tag, byte[] bytes, String type) {
        var response =
                isKnown(asked, "\"" + tag + "\"")
                        ? Response.notModified()
                        : Response.ok(bytes, type);
        return response.tag(new EntityTag(tag)).header("Cache-Control", BRIEFLY).build();
    }

    /**
     * Compared weakly (RFC 9110, section 13.1.2): what packs an answer on its way makes its tag a
     * weak one.
     */
    private static boolean isKnown(HttpHeaders asked, String tag) {
        return Optional.ofNullable(asked.getHeaderString(HttpHeaders.IF_NONE_MATCH)).stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .anyMatch(one -> one.equals("*") || one.equals(tag) || one.equals("W/" + tag));
    }
}
