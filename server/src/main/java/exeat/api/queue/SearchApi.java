package exeat.api.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.api.ApiTags;
import exeat.api.Caller;
import exeat.api.RequiresSession;
import exeat.api.WireNames;
import exeat.desk.Office;
import exeat.desk.base.Session;
import exeat.desk.search.SearchAnswer;
import exeat.desk.search.SearchHit;
import exeat.http.ProblemMapper;
import exeat.store.OfficeException;
import exeat.store.OfficeException.Code;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Finds a person within the officer's jurisdiction, by the same rules as the page. */
@Singleton
@Path("/api/v1/search")
@RunOnVirtualThread
@RequiresSession
@Tag(name = ApiTags.CLEARANCES)
public final class SearchApi {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Office office;
    private final Caller caller;

    SearchApi(Office office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    /** Either the number of an application or a paper, or a name with the date of birth. */
    @Schema(name = "Search")
    record SearchBody(
            @Size(max = 60) @Schema(examples = "EX-7K3M-9Q2P") @Nullable String number,
            @Size(max = 200) @Schema(examples = "Kim Sunhee") @Nullable String name,
            @Schema(examples = "1931-05-14") @Nullable LocalDate born) {

        boolean isByNumber() {
            return number != null && name == null && born == null;
        }

        boolean isByPerson() {
            return number == null && name != null && born != null;
        }
    }

    /** {@code narrow} is true if more than ten were found; then none is shown. */
    @Schema(name = "Searched")
    record SearchedBody(List<HitBody> found, boolean narrow) {}

    @Schema(name = "SearchHit")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HitBody(
            UUID application,
            String number,
            int traveller,
            @Nullable String name,
            @Nullable String stage,
            String holder) {
        static HitBody of(SearchHit hit) {
            return new HitBody(
                    hit.id().value(),
                    hit.number(),
                    hit.traveller().number(),
                    hit.name().isEmpty() ? null : hit.name(),
                    hit.stage().map(WireNames::of).orElse(null),
                    hit.holder().text());
        }
    }

    /** Searches by POST, so that no name and no date stands in an address or a log. */
    @POST
    @Operation(
            summary = "Find a person by number, or by name and date of birth",
            description =
                    "Send `number` (of an application or a travel paper), or `name` and `born`. At"
                            + " most ten people are shown; if more match, `narrow` is true and more"
                            + " of the name is needed. What is not there and what is outside the"
                            + " jurisdiction have the same answer. Each name shown is told to the"
                            + " person, under who opened their application, and counts among the"
                            + " names that an officer is shown within an hour; after those, or after"
                            + " 120 searches by name, the answer is 429.")
    public SearchedBody search(@NotNull @Valid SearchBody body) {
        return switch (answer(caller.session(), body)) {
            case SearchAnswer.Found(var hits) ->
                    new SearchedBody(hits.stream().map(HitBody::of).toList(), false);
            case SearchAnswer.TooMany _ -> new SearchedBody(List.of(), true);
            case SearchAnswer.Spent _ -> throw ProblemMapper.usedUp(HOUR);
        };
    }

    private SearchAnswer answer(Session session, SearchBody body) {
        if (body.isByNumber() && body.number() != null) {
            return office.search().byNumber(session, body.number());
        }
        if (body.isByPerson() && body.name() != null && body.born() != null) {
            return office.search().byPerson(session, body.name(), body.born());
        }
        // Errors in a question must not show whether the caller may ask it.
        if (office.search().allowed(session).isEmpty()) {
            throw new OfficeException(Code.NOT_ALLOWED, "not by this unit");
        }
        throw new OfficeException(Code.BAD_INPUT, "a number, or a name with the date of birth");
    }
}
