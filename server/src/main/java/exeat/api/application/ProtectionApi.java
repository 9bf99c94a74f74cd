package exeat.api.application;

import exeat.api.ApiTags;
import exeat.api.Caller;
import exeat.api.CommandGateway;
import exeat.api.Patterns;
import exeat.api.RequiresIdempotencyKey;
import exeat.api.RequiresSession;
import exeat.casework.value.TravellerNo;
import exeat.desk.Office;
import exeat.desk.protection.ClaimDoor;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Lets anybody claim protection for somebody whose case they may not see. */
@Singleton
@Path("/api/v1/protection-claims")
@RunOnVirtualThread
@RequiresSession
@RequiresIdempotencyKey
public final class ProtectionApi {

    private final Office office;
    private final Caller caller;

    ProtectionApi(Office office, Caller caller) {
        this.office = office;
        this.caller = caller;
    }

    @Schema(name = "ProtectionClaim")
    record Claim(
            @NotBlank @Size(max = 60) String number,
            @NotNull @Min(1) @Max(50) Integer traveller,
            @NotBlank @Size(max = Patterns.MAX_REASON) String words) {}

    /** The answer is the same for every claim. */
    @Schema(name = "ProtectionClaimTaken")
    record Taken(String status) {}

    @POST
    @ResponseStatus(202)
    @Tag(name = ApiTags.ANY_TIME)
    @Operation(
            summary = "Claim protection for somebody else",
            description =
                    "The answer is the same whether there is such a case, and whether protection"
                            + " was claimed before. Disclosure stops at once, and steps for at most"
                            + " 72 hours, until a protection officer has heard the person alone.")
    public Taken claim(@NotNull @Valid Claim body) {
        caller.claim();
        var later =
                office.claims()
                        .claim(
                                Optional.of(caller.session()),
                                caller.key(),
                                new ClaimDoor.Claim(
                                        body.number(),
                                        new TravellerNo(body.traveller()),
                                        body.words()));
        later.ifPresent(CommandGateway::done);
        return new Taken("taken");
    }
}
