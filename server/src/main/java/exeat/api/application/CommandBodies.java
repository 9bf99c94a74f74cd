package exeat.api.application;

import com.fasterxml.jackson.databind.JsonNode;
import exeat.api.Patterns;
import exeat.api.WireNames;
import exeat.casework.command.Rejection;
import exeat.casework.state.AdverseHearing.Weighed;
import exeat.casework.value.Admission;
import exeat.casework.value.TravellerNo;
import exeat.http.ProblemMapper;
import exeat.rules.authority.AuthorityId;
import exeat.rules.document.DirectiveRef;
import exeat.rules.finding.Consequence;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Small command bodies. */
final class CommandBodies {

    private CommandBodies() {}

    /** An officer's reason. */
    @Schema(name = "Reason")
    record Reason(@NotNull @Size(max = Patterns.MAX_REASON) String reason) {}

    /** A reference by which the office that took or paid back the money finds it. */
    @Schema(name = "FeeReference", examples = "{\"reference\": \"2026-000451\"}")
    record FeeReference(@NotNull @Size(max = Patterns.MAX_NAME) String reference) {}

    /** A second officer's reason, in their own words. */
    @Schema(
            name = "OwnReason",
            examples =
                    "{\"reason\": \"I compared both letters with the register; neither name is"
                            + " in it.\"}")
    record OwnReason(
            @NotNull @Size(max = Patterns.MAX_REASON) String reason,
            @Nullable @Size(max = Patterns.MAX_REASON) String onAnswers) {}

    /** The version of the directive whose finding the traveller chooses. */
    @Schema(
            name = "ChosenDirective",
            examples =
                    "{\"directive\": {\"id\": \"prc-1963\", \"version\": \"2\", \"hash\":"
                            + " \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"}}")
    record Choice(@NotNull @Valid Directive directive) {}

    /** A version of a directive, as findings name it. */
    @Schema(name = "NamedDirective")
    record Directive(
            @NotNull @Size(max = Patterns.MAX_NAME) String id,
            @NotNull @Size(max = Patterns.MAX_NAME) String version,
            @NotNull @Pattern(regexp = "[0-9a-f]{64}") String hash) {
        DirectiveRef read() {
            return new DirectiveRef(id, version, hash);
        }
    }

    /** What the traveller was told they give up, and confirms nevertheless. */
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

    /** The facts and documents that were asked for. */
    @Schema(name = "Answers")
    record Answers(
            @Nullable @Schema(ref = "Facts") Map<String, JsonNode> facts,
            @Nullable @Size(max = 50) List<ApplicationBody.@NotNull @Valid Doc> documents) {}

    @Schema(name = "Question")
    record Question(@NotNull @Valid ItemBody item) {}

    @Schema(name = "Proposal")
    record Proposal(
            @NotNull @Valid ActBody act,
            @NotNull @Size(max = Patterns.MAX_REASON) String reason,
            @Nullable @Size(max = 50) List<@NotNull @Valid WeighedBody> weighed) {}

    /** Words about a point that the directive wants weighed, by its id. */
    @Schema(name = "Weighed")
    record WeighedBody(
            @NotNull @Size(max = 100) String point,
            @NotNull @Size(max = Patterns.MAX_REASON) String words) {
        Weighed read() {
            return new Weighed(point, words);
        }

        static WeighedBody of(Weighed one) {
            return new WeighedBody(one.point(), one.words());
        }
    }

    /** What somebody says to a proposal, or to what was said to it. */
    @Schema(name = "HearingWords")
    record Said(@NotNull @Size(max = Patterns.MAX_REASON) String words) {}

    /** What to erase from a case, and under which law. */
    @Schema(name = "ErasureProposal")
    record Erasing(
            @NotNull @Size(max = Patterns.MAX_REASON) String basis,
            @NotNull @Size(max = Patterns.MAX_REASON) String reason) {}

    /** The day on which the person had a decision in hand. */
    @Schema(name = "HandedOver")
    record HandedOver(@NotNull LocalDate on) {}

    /** What was not as recorded. */
    @Schema(name = "DisputedService")
    record Disputed(@NotNull @Size(max = Patterns.MAX_REASON) String words) {}

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
     * Who gets a part of a secret: a traveller's number, or 0 for a principal who does not travel.
     * {@code seen}: what identified them.
     */
    @Schema(name = "SecretFor")
    record SecretFor(
            @NotNull @Min(0) @Max(50) Integer to,
            @NotNull @Size(max = Patterns.MAX_REASON) String seen) {}

    /** The person whose new secret to cancel; an officer gives a reason. */
    @Schema(name = "StopSecret")
    record StopSecret(
            @NotNull @Min(0) @Max(50) Integer to,
            @Nullable @Size(max = Patterns.MAX_REASON) String reason) {}

    /** What identified a person in front of a protection officer. */
    @Schema(name = "InPerson")
    record InPerson(@NotNull @Size(max = Patterns.MAX_REASON) String seen) {}

    /** What the person before an officer did not do: withdraw, or else end their claim. */
    @Schema(name = "Disowned")
    record Disowned(
            @NotNull Boolean withdrawal, @NotNull @Size(max = Patterns.MAX_REASON) String seen) {}

    /** An officer says why what was asked for in person does not happen; the person need not. */
    @Schema(name = "StopInPerson")
    record Stopped(@Nullable @Size(max = Patterns.MAX_REASON) String reason) {
        String words() {
            return reason == null ? "" : reason;
        }
    }

    /** The content of a claim to protection for somebody else. */
    @Schema(name = "ClaimWords")
    record Words(@NotNull @Size(max = Patterns.MAX_REASON) String words) {}

    @Schema(name = "ProtectionHearing")
    record Heard(
            @NotNull Boolean confirmed,
            @NotNull @Size(max = Patterns.MAX_REASON) String seen,
            @NotNull @Size(max = Patterns.MAX_REASON) String words) {}

    /**
     * Exactly one of the two: a unit, or a traveller of the same application; 0 is the person who
     * applied for them.
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

    /** The traveller's answer to a corrected fact. */
    @Schema(name = "Response")
    record Response(@NotNull @Size(max = Patterns.MAX_REASON) String text) {}

    @Schema(name = "PaperNumber")
    record PaperNumber(@NotNull @Size(max = 60) @Schema(examples = "TA-7K3M-9Q2P") String number) {}
}
