package exeat.api.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import exeat.api.Patterns;
import exeat.api.directive.FactsBody;
import exeat.casework.value.TwoOfficerAct;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An act of two officers: an adverse one, or the correction of a fact. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ActBody.Refuse.class, name = "refuse"),
    @JsonSubTypes.Type(value = ActBody.SetAside.class, name = "set-aside"),
    @JsonSubTypes.Type(value = ActBody.PlaceHold.class, name = "place-hold"),
    @JsonSubTypes.Type(value = ActBody.ExtendHold.class, name = "extend-hold"),
    @JsonSubTypes.Type(value = ActBody.Revoke.class, name = "revoke"),
    @JsonSubTypes.Type(value = ActBody.CorrectFact.class, name = "correct-fact")
})
@Schema(
        name = "Act",
        oneOf = {
            ActBody.Refuse.class,
            ActBody.SetAside.class,
            ActBody.PlaceHold.class,
            ActBody.ExtendHold.class,
            ActBody.Revoke.class,
            ActBody.CorrectFact.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "refuse", schema = ActBody.Refuse.class),
            @DiscriminatorMapping(value = "set-aside", schema = ActBody.SetAside.class),
            @DiscriminatorMapping(value = "place-hold", schema = ActBody.PlaceHold.class),
            @DiscriminatorMapping(value = "extend-hold", schema = ActBody.ExtendHold.class),
            @DiscriminatorMapping(value = "revoke", schema = ActBody.Revoke.class),
            @DiscriminatorMapping(value = "correct-fact", schema = ActBody.CorrectFact.class)
        })
sealed interface ActBody {

    @Schema(name = "Refuse", description = "Only a referred application; never an approved one.")
    record Refuse() implements ActBody {}

    @Schema(name = "SetAside", description = "On a ground that the finding lists.")
    record SetAside(@NotNull @Size(max = 100) String ground) implements ActBody {}

    /**
     * {@code clearance}: the clearance answered with this hold; {@code whatIsNew}: required if an
     * earlier hold on this ground has ended.
     */
    @Schema(name = "PlaceHold")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PlaceHold(
            @NotNull @Valid GroundBody ground,
            @NotNull @Size(max = Patterns.MAX_REASON) String evidence,
            @NotNull LocalDate limit,
            @Nullable @Size(max = 100) String clearance,
            @Nullable @Size(max = Patterns.MAX_REASON) String whatIsNew)
            implements ActBody {}

    @Schema(name = "ExtendHold")
    record ExtendHold(
            @NotNull Integer hold,
            @NotNull @Size(max = Patterns.MAX_REASON) String evidence,
            @NotNull LocalDate limit)
            implements ActBody {}

    @Schema(name = "Revoke")
    record Revoke(
            @NotNull @Valid GroundBody ground,
            @NotNull @Size(max = Patterns.MAX_REASON) String evidence)
            implements ActBody {}

    @Schema(name = "CorrectFact")
    record CorrectFact(
            @NotNull @Size(max = 100) @Pattern(regexp = Patterns.FACT) String fact,
            @NotNull @Schema(ref = "FactValue") JsonNode value,
            @NotNull @Size(max = Patterns.MAX_REASON) String evidence)
            implements ActBody {}

    static ActBody of(TwoOfficerAct act) {
        return switch (act) {
            case TwoOfficerAct.Refuse _ -> new Refuse();
            case TwoOfficerAct.SetAside(var ground) -> new SetAside(ground);
            case TwoOfficerAct.PlaceHold(
                            var ground,
                            var evidence,
                            var limit,
                            var clearance,
                            var whatIsNew) ->
                    new PlaceHold(
                            GroundBody.of(ground),
                            evidence,
                            limit,
                            clearance.orElse(null),
                            whatIsNew.orElse(null));
            case TwoOfficerAct.ExtendHold(var hold, var evidence, var limit) ->
                    new ExtendHold(hold, evidence, limit);
            case TwoOfficerAct.Revoke(var ground, var evidence) ->
                    new Revoke(GroundBody.of(ground), evidence);
            case TwoOfficerAct.CorrectFact(var fact, var value, var evidence) ->
                    new CorrectFact(fact.text(), FactsBody.write(value), evidence);
        };
    }
}
