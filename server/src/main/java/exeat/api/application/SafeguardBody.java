package exeat.api.application;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import exeat.api.Patterns;
import exeat.casework.value.Safeguard;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A safeguard for a minor's journey, and the evidence that it is met. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SafeguardBody.Consent.class, name = "consent"),
    @JsonSubTypes.Type(value = SafeguardBody.Court.class, name = "court"),
    @JsonSubTypes.Type(value = SafeguardBody.Heard.class, name = "heard"),
    @JsonSubTypes.Type(value = SafeguardBody.GuardianNamed.class, name = "guardian-named"),
    @JsonSubTypes.Type(value = SafeguardBody.BestInterests.class, name = "best-interests")
})
@Schema(
        name = "Safeguard",
        oneOf = {
            SafeguardBody.Consent.class,
            SafeguardBody.Court.class,
            SafeguardBody.Heard.class,
            SafeguardBody.GuardianNamed.class,
            SafeguardBody.BestInterests.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "consent", schema = SafeguardBody.Consent.class),
            @DiscriminatorMapping(value = "court", schema = SafeguardBody.Court.class),
            @DiscriminatorMapping(value = "heard", schema = SafeguardBody.Heard.class),
            @DiscriminatorMapping(
                    value = "guardian-named",
                    schema = SafeguardBody.GuardianNamed.class),
            @DiscriminatorMapping(
                    value = "best-interests",
                    schema = SafeguardBody.BestInterests.class)
        })
sealed interface SafeguardBody {

    @Schema(name = "Consent", description = "guardian: the place in the list, from 0.")
    record Consent(
            @NotNull Integer guardian, @NotNull @Size(max = Patterns.MAX_REASON) String evidence)
            implements SafeguardBody {}

    @Schema(name = "Court")
    record Court(@NotNull @Size(max = 200) String number) implements SafeguardBody {}

    @Schema(name = "Heard")
    record Heard(@NotNull @Size(max = Patterns.MAX_REASON) String record)
            implements SafeguardBody {}

    @Schema(name = "GuardianNamed")
    record GuardianNamed(
            @NotNull @Size(max = 200) String name,
            @NotNull @Size(max = Patterns.MAX_REASON) String evidence)
            implements SafeguardBody {}

    @Schema(name = "BestInterests")
    record BestInterests(@NotNull @Size(max = Patterns.MAX_REASON) String assessment)
            implements SafeguardBody {}

    default Safeguard read() {
        return switch (this) {
            case Consent(var guardian, var evidence) -> new Safeguard.Consent(guardian, evidence);
            case Court(var number) -> new Safeguard.Court(number);
            case Heard(var record) -> new Safeguard.Heard(record);
            case GuardianNamed(var name, var evidence) ->
                    new Safeguard.GuardianNamed(name, evidence);
            case BestInterests(var assessment) -> new Safeguard.BestInterests(assessment);
        };
    }

    static SafeguardBody of(Safeguard safeguard) {
        return switch (safeguard) {
            case Safeguard.Consent(var guardian, var evidence) -> new Consent(guardian, evidence);
            case Safeguard.Court(var number) -> new Court(number);
            case Safeguard.Heard(var record) -> new Heard(record);
            case Safeguard.GuardianNamed(var name, var evidence) ->
                    new GuardianNamed(name, evidence);
            case Safeguard.BestInterests(var assessment) -> new BestInterests(assessment);
        };
    }
}
