package exeat.web.audit;

import exeat.desk.Office;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The log's files, named as in C2SP's tlog-tiles, for everybody and for other programs. */
@Singleton
@Path("/ledger")
@RunOnVirtualThread
public final class LedgerFiles {

    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String BRIEFLY = "public, max-age=2";

    private final Office office;

    LedgerFiles(Office office) {
        this.office = office;
    }

    @GET
    @Path("checkpoint")
    public Response checkpoint() {
        return note(office.ledger().checkpoint());
    }

    /** The newest checkpoint that a witness has signed; 404 if there is none yet. */
    @GET
    @Path("checkpoint/cosigned")
    public Response cosigned() {
        return note(office.ledger().cosigned());
    }

    @GET
    @Path("key")
    public Response key() {
        return text(office.ledger().key() + "\n").build();
    }

    @GET
    @Path("tile/{path: .+}")
    public Response tile(String path) {
        var bytes = office.ledger().file("tile/" + path).orElseThrow(NotFoundException::new);
        return Response.ok(bytes, "application/octet-stream")
                .header("Cache-Control", FOREVER)
                .build();
    }

    private static Response note(Optional<String> note) {
        return text(note.orElseThrow(NotFoundException::new))
                .header("Cache-Control", BRIEFLY)
                .build();
    }

    private static Response.ResponseBuilder text(String text) {
        return Response.ok(text, "text/plain; charset=utf-8");
    }
}
