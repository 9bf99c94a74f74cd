package exeat.api.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.api.directive.FindingBody;
import exeat.casework.decide.OpenChoice;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a traveller can choose between.
 *
 * @param findings none, or at least two; that of the application's own directive comes first
 * @param decidableFrom from this day an officer can approve without waiting for the choice, which
 *     stays open until one does; missing if no choice would approve the traveller
 */
@Schema(
        name = "Choices",
        description =
                "The findings that a traveller can choose between: none, or at least two. From"
                        + " decidableFrom on an officer can approve without waiting; the choice stays"
                        + " open until one does.")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChoicesBody(List<FindingBody> findings, @Nullable LocalDate decidableFrom) {

    static ChoicesBody of(@Nullable OpenChoice open) {
        return open == null
                ? new ChoicesBody(List.of(), null)
                : new ChoicesBody(
                        open.findings().stream().map(FindingBody::of).toList(),
                        open.decidableFrom().orElse(null));
    }
}
