package exeat.api.application;

import com.fasterxml.jackson.databind.JsonNode;
import exeat.api.Patterns;
import exeat.api.WireNames;
import exeat.casework.command.Rejection;
import exeat.casework.value.Admission;
import exeat.casework.value.TravellerNo;
import exeat.http.ProblemMapper;
import exeat.rules.authority.AuthorityId;
import exeat.rules.finding.Consequence;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The small bodies of commands. */
final class CommandBodies {

    private CommandBodies() {}

    /** Why an officer does it. */
    @Schema(name = "Reason")
    record Reason(@NotNull @Size(max = Patterns.MAX_REASON) String reason) {}

    /** What the traveller was told that they give up, and confirms all the same. */
    @Schema(name = "Confirmation")
    record Confirmation(
            @NotNull @Size(max = 10)
                    List<@NotNull @Pattern(regexp = "^(nationality|residence|way back)$") String>
                            told) {
        Set<Consequence> read() {
            return told.stream()
                    .map(word -> WireNames.read(Consequence.class, word))
                    .collect(Collectors.toSet());
        }
    }

    /** Facts and documents that were asked for. */
    @Schema(name = "Answers")
    record Answers(
            @Nullable @Schema(ref = "Facts") Map<String, JsonNode> facts,
            @Nullable @Size(max = 50) List<ApplicationBody.@NotNull @Valid Doc> documents) {}

    @Schema(name = "Question")
    record Question(@NotNull @Valid ItemBody item) {}

    @Schema(name = "Proposal")
    record Proposal(
            @NotNull @Valid ActBody act, @NotNull @Size(max = Patterns.MAX_REASON) String reason) {}

    /** What of a file is to be erased, and by which law. */
    @Schema(name = "ErasureProposal")
    record Erasing(
            @NotNull @Size(max = Patterns.MAX_REASON) String basis,
            @NotNull @Size(max = Patterns.MAX_REASON) String reason) {}

    @Schema(name = "Appeal")
    record Appeal(
            @NotNull @Valid AgainstBody against,
            @NotNull @Size(max = Patterns.MAX_REASON) String grounds) {}

    @Schema(name = "AppealDecision")
    record AppealDecision(
            @NotNull Boolean upheld, @NotNull @Size(max = Patterns.MAX_REASON) String reason) {}

    @Schema(name = "CrossingPart")
    record Crossing(@NotNull @Pattern(regexp = "^(departure|return)$") String direction) {}

    @Schema(name = "MetSafeguard")
    record Met(@NotNull @Valid SafeguardBody safeguard) {}

    /**
     * To whom a part of a secret is handed: a traveller's number, or 0 for a principal who stays.
     * {@code seen}: what identified them.
     */
    @Schema(name = "SecretFor")
    record SecretFor(
            @NotNull @Min(0) @Max(50) Integer to,
            @NotNull @Size(max = Patterns.MAX_REASON) String seen) {}

    /** Whose new secret is not to be; an officer says why. */
    @Schema(name = "StopSecret")
    record StopSecret(
            @NotNull @Min(0) @Max(50) Integer to,
            @Nullable @Size(max = Patterns.MAX_REASON) String reason) {}

    /** What identified somebody who stands before a protection officer. */
    @Schema(name = "InPerson")
    record InPerson(@NotNull @Size(max = Patterns.MAX_REASON) String seen) {}

    /** What is said when somebody claims protection for somebody else. */
    @Schema(name = "ClaimWords")
    record Words(@NotNull @Size(max = Patterns.MAX_REASON) String words) {}

    @Schema(name = "ProtectionHearing")
    record Heard(
            @NotNull Boolean confirmed,
            @NotNull @Size(max = Patterns.MAX_REASON) String seen,
            @NotNull @Size(max = Patterns.MAX_REASON) String words) {}

    /**
     * One of the two: a unit, or a traveller of the same application; 0 is who applied for them.
     */
    @Schema(name = "Admission")
    record Admitted(
            @Nullable @Pattern(regexp = Patterns.UNIT) @Size(max = Patterns.MAX_NAME) String unit,
            @Nullable @Min(0) @Max(50) Integer traveller) {
        Admission read() {
            if (unit != null && traveller == null) {
                return new Admission.ToUnit(new AuthorityId(unit));
            }
            if (unit == null && traveller != null) {
                return new Admission.ToTraveller(new TravellerNo(traveller));
            }
            throw ProblemMapper.of(new Rejection(Rejection.Code.BAD_VALUE, "to")).thrown();
        }
    }

    /** What the traveller says to a corrected fact. */
    @Schema(name = "Response")
    record Response(@NotNull @Size(max = Patterns.MAX_REASON) String text) {}

    @Schema(name = "PaperNumber")
    record PaperNumber(@NotNull @Size(max = 60) @Schema(examples = "TA-7K3M-9Q2P") String number) {}
}
