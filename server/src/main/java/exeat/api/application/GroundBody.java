package exeat.api.application;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import exeat.api.Patterns;
import exeat.casework.value.HoldGround;
import exeat.rules.fact.FactName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The ground for a hold. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(
            value = GroundBody.Identity.class,
            name = HoldGround.IdentityNotEstablished.WORD),
    @JsonSubTypes.Type(value = GroundBody.Contested.class, name = HoldGround.FactContested.WORD),
    @JsonSubTypes.Type(value = GroundBody.Order.class, name = HoldGround.CourtOrder.WORD)
})
@Schema(
        name = "HoldGround",
        oneOf = {GroundBody.Identity.class, GroundBody.Contested.class, GroundBody.Order.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(
                    value = HoldGround.IdentityNotEstablished.WORD,
                    schema = GroundBody.Identity.class),
            @DiscriminatorMapping(
                    value = HoldGround.FactContested.WORD,
                    schema = GroundBody.Contested.class),
            @DiscriminatorMapping(
                    value = HoldGround.CourtOrder.WORD,
                    schema = GroundBody.Order.class)
        })
sealed interface GroundBody {

    HoldGround read();

    @Schema(name = "IdentityNotEstablished")
    record Identity() implements GroundBody {
        @Override
        public HoldGround read() {
            return new HoldGround.IdentityNotEstablished();
        }
    }

    @Schema(name = "FactContested")
    record Contested(@NotNull @Size(max = 100) @Pattern(regexp = Patterns.FACT) String fact)
            implements GroundBody {
        @Override
        public HoldGround read() {
            return new HoldGround.FactContested(new FactName(fact));
        }
    }

    @Schema(name = "CourtOrder")
    record Order(
            @NotNull @Size(max = 200) String number,
            @NotNull LocalDate expires,
            @NotNull Boolean copyServed)
            implements GroundBody {
        @Override
        public HoldGround read() {
            return new HoldGround.CourtOrder(number, expires, copyServed);
        }
    }

    static GroundBody of(HoldGround ground) {
        return switch (ground) {
            case HoldGround.IdentityNotEstablished _ -> new Identity();
            case HoldGround.FactContested(var fact) -> new Contested(fact.text());
            case HoldGround.CourtOrder(var number, var expires, var served) ->
                    new Order(number, expires, served);
        };
    }
}
