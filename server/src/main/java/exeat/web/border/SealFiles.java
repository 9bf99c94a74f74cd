package exeat.web.border;

import exeat.desk.Office;
import exeat.desk.papers.RevokedPapers;
import exeat.store.Bytes;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/**
 * What a post takes along to check papers without a line: the authorities, and a year's list of
 * revoked papers. Nobody can ask about one paper, so nobody is seen to.
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
    public Response trust(@Context Request request) {
        var papers = office.revokedPapers();
        var text = new StringBuilder();
        papers.authorities().forEach(each -> text.append(pem(papers.state(), each)));
        var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        var tag = new EntityTag(Bytes.of(bytes).sha256().hex());
        return file(request, tag, bytes, "text/plain; charset=utf-8");
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
    public Response status(String list, @Context Request request) {
        RevokedPapers.Published published =
                office.revokedPapers().list(list).orElseThrow(NotFoundException::new);
        return file(
                request,
                new EntityTag(published.tag()),
                published.bytes().array(),
                "application/statuslist+cwt");
    }

    private static Response file(Request request, EntityTag tag, byte[] bytes, String type) {
        var unchanged = request.evaluatePreconditions(tag);
        var response = unchanged == null ? Response.ok(bytes, type) : unchanged;
        return response.tag(tag).header("Cache-Control", BRIEFLY).build();
    }
}
