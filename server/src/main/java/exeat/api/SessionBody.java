package exeat.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Credentials for a new session. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SessionBody.OfOfficer.class, name = "officer"),
    @JsonSubTypes.Type(value = SessionBody.OfParty.class, name = "party"),
    @JsonSubTypes.Type(value = SessionBody.OfStranger.class, name = "stranger")
})
@Schema(
        oneOf = {
            SessionBody.OfOfficer.class,
            SessionBody.OfParty.class,
            SessionBody.OfStranger.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "officer", schema = SessionBody.OfOfficer.class),
            @DiscriminatorMapping(value = "party", schema = SessionBody.OfParty.class),
            @DiscriminatorMapping(value = "stranger", schema = SessionBody.OfStranger.class)
        })
sealed interface SessionBody {

    @Schema(name = "OfficerSignIn", description = "An officer, by login and password.")
    record OfOfficer(
            @NotNull @Size(max = 100) @Pattern(regexp = "^([^\\p{Cntrl}]*)$") String login,
            @NotNull @Size(max = 200) String password,
            @Schema(
                            description =
                                    "The code of the second factor, or a backup code, if the"
                                            + " officer has a second factor.")
                    @Nullable
                    @Size(max = 60)
                    String code)
            implements SessionBody {}

    @Schema(
            name = "PartySignIn",
            description = "A person in an application, by its number and their own secret.")
    record OfParty(@NotNull @Size(max = 60) String number, @NotNull @Size(max = 60) String secret)
            implements SessionBody {}

    @Schema(name = "Stranger", description = "Anyone who wants to file their own application.")
    record OfStranger() implements SessionBody {}
}
