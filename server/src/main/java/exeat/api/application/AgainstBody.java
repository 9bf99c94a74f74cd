package exeat.api.application;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import exeat.casework.value.AppealSubject;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The decision that an appeal is against. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AgainstBody.Refusal.class, name = "refusal"),
    @JsonSubTypes.Type(value = AgainstBody.BeingSetAside.class, name = "being-set-aside"),
    @JsonSubTypes.Type(value = AgainstBody.AHold.class, name = "hold"),
    @JsonSubTypes.Type(value = AgainstBody.Revocation.class, name = "revocation")
})
@Schema(
        name = "Against",
        oneOf = {
            AgainstBody.Refusal.class,
            AgainstBody.BeingSetAside.class,
            AgainstBody.AHold.class,
            AgainstBody.Revocation.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "refusal", schema = AgainstBody.Refusal.class),
            @DiscriminatorMapping(
                    value = "being-set-aside",
                    schema = AgainstBody.BeingSetAside.class),
            @DiscriminatorMapping(value = "hold", schema = AgainstBody.AHold.class),
            @DiscriminatorMapping(value = "revocation", schema = AgainstBody.Revocation.class)
        })
sealed interface AgainstBody {

    @Schema(name = "AgainstRefusal")
    record Refusal() implements AgainstBody {}

    @Schema(name = "AgainstBeingSetAside")
    record BeingSetAside() implements AgainstBody {}

    @Schema(name = "AgainstHold")
    record AHold(@NotNull Integer hold) implements AgainstBody {}

    @Schema(name = "AgainstRevocation")
    record Revocation() implements AgainstBody {}

    default AppealSubject read() {
        return switch (this) {
            case Refusal _ -> new AppealSubject.Refusal();
            case BeingSetAside _ -> new AppealSubject.BeingSetAside();
            case AHold(var hold) -> new AppealSubject.AHold(hold);
            case Revocation _ -> new AppealSubject.Revocation();
        };
    }

    static AgainstBody of(AppealSubject against) {
        return switch (against) {
            case AppealSubject.Refusal _ -> new Refusal();
            case AppealSubject.BeingSetAside _ -> new BeingSetAside();
            case AppealSubject.AHold(var hold) -> new AHold(hold);
            case AppealSubject.Revocation _ -> new Revocation();
        };
    }
}
