package exeat.api.application;

import exeat.api.ApiTags;
import exeat.api.Caller;
import exeat.api.RequiresSession;
import exeat.desk.Office;
import exeat.http.ProblemCode;
import exeat.http.ProblemMapper;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Finds a traveller at the border by the number of their travel paper. */
@Singleton
@Path("/api/v1/papers")
@RunOnVirtualThread
@RequiresSession
@Tag(name = ApiTags.CROSSING)
public final class PapersApi {

    private final Office office;
    private final Caller caller;

    PapersApi(Office office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    /** Reads a paper by POST, so that its number appears in no address or log. */
    @POST
    @Path("find")
    @Operation(summary = "The application of a travel authorisation, by its number")
    public CaseBody find(@NotNull @Valid CommandBodies.PaperNumber body) {
        return office.cases()
                .byPaper(caller.session(), body.number())
                .map(CaseBody::of)
                .orElseThrow(() -> ProblemMapper.thrown(ProblemCode.NOT_FOUND));
    }
}
