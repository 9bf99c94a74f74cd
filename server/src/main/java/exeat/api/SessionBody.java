package exeat.api;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who wants a session. */
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
                                    "Of the second factor, or of the list that came with it; for an"
                                            + " officer who has one.")
                    @Nullable
                    @Size(max = 60)
                    String code)
            implements SessionBody {}

    @Schema(
            name = "PartySignIn",
            description = "A person of an application, by its number and their own secret.")
    record OfParty(@NotNull @Size(max = 60) String number, @NotNull @Size(max = 60) String secret)
            implements SessionBody {}

    @Schema(name = "Stranger", description = "Anybody: may file one's own application.")
    record OfStranger() implements SessionBody {}
}
