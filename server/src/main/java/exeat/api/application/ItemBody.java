package exeat.api.application;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import exeat.api.Patterns;
import exeat.casework.value.RequestedItem;
import exeat.rules.fact.FactName;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An item that a traveller is asked for: a fact or a document of the directive. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = ItemBody.OfFact.class, name = "fact"),
    @JsonSubTypes.Type(value = ItemBody.OfDocument.class, name = "document")
})
@Schema(
        name = "Item",
        oneOf = {ItemBody.OfFact.class, ItemBody.OfDocument.class},
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "fact", schema = ItemBody.OfFact.class),
            @DiscriminatorMapping(value = "document", schema = ItemBody.OfDocument.class)
        })
sealed interface ItemBody {

    @Schema(name = "ItemOfFact")
    record OfFact(@NotNull @Size(max = 100) @Pattern(regexp = Patterns.FACT) String fact)
            implements ItemBody {}

    @Schema(name = "ItemOfDocument")
    record OfDocument(@NotNull @Size(max = 100) String kind) implements ItemBody {}

    default RequestedItem read() {
        return switch (this) {
            case OfFact(var fact) -> new RequestedItem.OfFact(new FactName(fact));
            case OfDocument(var kind) -> new RequestedItem.OfDocument(kind);
        };
    }

    static ItemBody of(RequestedItem item) {
        return switch (item) {
            case RequestedItem.OfFact(var fact) -> new OfFact(fact.text());
            case RequestedItem.OfDocument(var kind) -> new OfDocument(kind);
        };
    }
}
