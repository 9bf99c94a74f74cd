package exeat.api.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import exeat.api.WireNames;
import exeat.api.directive.FactsBody;
import exeat.api.directive.FindingBody;
import exeat.casework.access.Disclosure;
import exeat.casework.access.Disclosure.TravellerSeen;
import exeat.casework.state.DoneInPerson;
import exeat.casework.state.InPersonRequest;
import exeat.casework.state.Protection;
import exeat.casework.state.TravellerState;
import exeat.casework.value.OfficerId;
import exeat.casework.value.ProtectionClaim;
import exeat.casework.value.appearance.Appearances;
import exeat.desk.codec.StoredKinds;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A traveller as one session sees them; {@code type} says how much that is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SeenBody.Whole.class, name = "whole"),
    @JsonSubTypes.Type(value = SeenBody.ForWork.class, name = "for-work"),
    @JsonSubTypes.Type(value = SeenBody.AtBorder.class, name = "at-border"),
    @JsonSubTypes.Type(value = SeenBody.NameAndStage.class, name = "name-and-stage"),
    @JsonSubTypes.Type(value = SeenBody.Erased.class, name = "erased"),
    @JsonSubTypes.Type(value = SeenBody.ToHear.class, name = "to-hear"),
    @JsonSubTypes.Type(value = SeenBody.Suspended.class, name = "suspended"),
    @JsonSubTypes.Type(value = SeenBody.StageOnly.class, name = "stage-only"),
    @JsonSubTypes.Type(value = SeenBody.Hidden.class, name = "hidden")
})
@Schema(
        name = "TravellerSeen",
        oneOf = {
            SeenBody.Whole.class,
            SeenBody.ForWork.class,
            SeenBody.AtBorder.class,
            SeenBody.NameAndStage.class,
            SeenBody.Erased.class,
            SeenBody.ToHear.class,
            SeenBody.Suspended.class,
            SeenBody.StageOnly.class,
            SeenBody.Hidden.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "whole", schema = SeenBody.Whole.class),
            @DiscriminatorMapping(value = "for-work", schema = SeenBody.ForWork.class),
            @DiscriminatorMapping(value = "at-border", schema = SeenBody.AtBorder.class),
            @DiscriminatorMapping(value = "name-and-stage", schema = SeenBody.NameAndStage.class),
            @DiscriminatorMapping(value = "erased", schema = SeenBody.Erased.class),
            @DiscriminatorMapping(value = "to-hear", schema = SeenBody.ToHear.class),
            @DiscriminatorMapping(value = "suspended", schema = SeenBody.Suspended.class),
            @DiscriminatorMapping(value = "stage-only", schema = SeenBody.StageOnly.class),
            @DiscriminatorMapping(value = "hidden", schema = SeenBody.Hidden.class)
        })
sealed interface SeenBody {

    @Schema(
            name = "WholeTraveller",
            description = "For the traveller, the unit that handles the" + " case, and a reviewer.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Whole(
            int no,
            ApplicationBody.Traveller declared,
            String stage,
            Instant since,
            boolean secretIssued,
            @Schema(ref = "Facts") Map<String, JsonNode> facts,
            List<ApplicationBody.Doc> documents,
            @Nullable FindingBody finding,
            List<StateBodies.Clearance> clearances,
            List<StateBodies.Hold> holds,
            List<StateBodies.Proposal> proposals,
            List<StateBodies.Question> questions,
            List<AppearancesApi.AppearanceBody> appearances,
            List<StateBodies.Appeal> appeals,
            List<SafeguardBody> safeguards,
            StateBodies.@Nullable Paper paper,
            List<StateBodies.Crossing> crossings,
            StateBodies.@Nullable Stop stop,
            boolean protectionClaimed,
            @Nullable InPerson inPerson,
            List<Done> doneInPerson,
            StateBodies.@Nullable Fee fee)
            implements SeenBody {}

    @Schema(name = "TravellerForWork", description = "For a unit with work to do in the case.")
    record ForWork(
            int no,
            List<ApplicationBody.Name> names,
            @Schema(description = ApplicationBody.BORN) String birthDate,
            String nationality,
            String stage,
            List<StateBodies.Clearance> clearances,
            List<StateBodies.Hold> holds,
            List<StateBodies.Proposal> proposals,
            List<AppearancesApi.AppearanceBody> appearances)
            implements SeenBody {}

    @Schema(name = "TravellerAtBorder", description = "To a border post.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record AtBorder(
            int no,
            List<ApplicationBody.Name> names,
            @Schema(description = ApplicationBody.BORN) String birthDate,
            String stage,
            StateBodies.@Nullable Paper paper,
            List<StateBodies.Crossing> crossings,
            StateBodies.@Nullable Stop stop)
            implements SeenBody {}

    @Schema(name = "NameAndStage", description = "For fellow travellers.")
    record NameAndStage(int no, ApplicationBody.Name name, String stage) implements SeenBody {}

    @Schema(name = "ErasedTraveller", description = "The data was erased: when and why.")
    record Erased(int no, Instant at, String ground, String basis, String reason, List<String> by)
            implements SeenBody {}

    /** What was said, and the unit of the officer who said it; no unit if it was not an officer. */
    @Schema(name = "ProtectionSaid")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Said(boolean own, String words, @Nullable String unit) {}

    /**
     * What two protection officers did for them, who are said to have stood there; undone by the
     * number of its request.
     */
    @Schema(
            name = "DoneInPerson",
            description =
                    "What two protection officers did in the person's name, who can undo it until"
                            + " `until` if it was not they who stood there.")
    record Done(int request, boolean withdrawal, List<String> units, Instant at, Instant until) {
        static Done of(DoneInPerson done) {
            return new Done(
                    done.request(),
                    done.isWithdrawal(),
                    done.units().stream().map(AuthorityId::text).toList(),
                    done.at(),
                    done.until());
        }
    }

    /**
     * What they are said to have asked for before one protection officer; a second one is needed.
     */
    @Schema(name = "InPersonRequest")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record InPerson(
            int traveller,
            int request,
            boolean withdrawal,
            String unit,
            Instant asked,
            Instant until,
            @Schema(
                            description =
                                    "The request that they say was not theirs, and that"
                                            + " is to be undone")
                    @Nullable Integer against) {
        static @Nullable InPerson of(int no, Optional<InPersonRequest> asked) {
            return asked.map(one ->
                            new InPerson(
                                    no,
                                    one.number(),
                                    one.withdrawal(),
                                    one.unit().text(),
                                    one.asked(),
                                    one.until(),
                                    one.against().orElse(null)))
                    .orElse(null);
        }
    }

    @Schema(
            name = "TravellerToHear",
            description = "To the protection officers who are to hear them alone.")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ToHear(
            int no,
            List<ApplicationBody.Name> names,
            @Schema(description = ApplicationBody.BORN) String birthDate,
            String language,
            @Nullable String contact,
            List<Said> claims,
            List<HeardOnce> heardOnce,
            @Nullable Instant stepsGoOn)
            implements SeenBody {}

    @Schema(
            name = "HeardOnce",
            description =
                    "One protection officer recorded a hearing; it counts once a second one was"
                            + " told the same. What the first was told is not shown.")
    record HeardOnce(String unit, Instant at) {}

    @Schema(name = "SuspendedTraveller", description = "They claimed protection.")
    record Suspended(int no) implements SeenBody {}

    @Schema(name = "HiddenTraveller", description = "This unit has nothing to do with them.")
    record Hidden(int no) implements SeenBody {}

    @Schema(
            name = "TravellerStageOnly",
            description =
                    "Nobody has established who they are; only units that work on it see more.")
    record StageOnly(int no, String stage) implements SeenBody {}

    static SeenBody of(int no, TravellerSeen seen) {
        return switch (seen) {
            case Disclosure.Whole(var state) -> whole(no, state);
            case Disclosure.ForWork work ->
                    new ForWork(
                            no,
                            work.names().stream().map(ApplicationBody.Name::of).toList(),
                            work.birthDate().text(),
                            work.nationality(),
                            WireNames.of(work.stage()),
                            work.clearances().stream().map(StateBodies.Clearance::of).toList(),
                            work.holds().stream().map(StateBodies.Hold::of).toList(),
                            work.proposals().stream().map(StateBodies.Proposal::of).toList(),
                            AppearancesApi.AppearanceBody.of(work.appearances()));
            case Disclosure.AtBorder border ->
                    new AtBorder(
                            no,
                            border.names().stream().map(ApplicationBody.Name::of).toList(),
                            border.birthDate().text(),
                            WireNames.of(border.stage()),
                            border.paper().map(StateBodies.Paper::of).orElse(null),
                            border.parts().stream().map(StateBodies.Crossing::of).toList(),
                            border.stop().map(StateBodies.Stop::of).orElse(null));
            case Disclosure.NameAndStage(var name, var stage) ->
                    new NameAndStage(no, ApplicationBody.Name.of(name), WireNames.of(stage));
            case Disclosure.Erased(var erasure) ->
                    new Erased(
                            no,
                            erasure.at(),
                            WireNames.of(erasure.ground()),
                            erasure.basis(),
                            erasure.reason(),
                            Stream.concat(erasure.first().stream(), erasure.second().stream())
                                    .map(OfficerId::text)
                                    .toList());
            case Disclosure.ToHear person ->
                    new ToHear(
                            no,
                            person.names().stream().map(ApplicationBody.Name::of).toList(),
                            person.birthDate().text(),
                            person.language(),
                            person.contact().orElse(null),
                            person.protection().claims().stream().map(SeenBody::said).toList(),
                            person.protection().heardOnce().stream()
                                    .map(one -> new HeardOnce(one.unit().text(), one.at()))
                                    .toList(),
                            person.protection().until().orElse(null));
            case Disclosure.Suspended _ -> new Suspended(no);
            case Disclosure.StageOnly(var stage) -> new StageOnly(no, WireNames.of(stage));
            case Disclosure.Hidden _ -> new Hidden(no);
        };
    }

    private static Said said(ProtectionClaim claim) {
        return new Said(
                claim.own(), claim.words(), claim.from().map(AuthorityId::text).orElse(null));
    }

    private static Whole whole(int no, TravellerState s) {
        return new Whole(
                no,
                declared(s.traveller()),
                WireNames.of(s.stage()),
                s.since(),
                s.secretIssued(),
                FactsBody.write(s.facts()),
                s.documents().stream().map(ApplicationBody.Doc::of).toList(),
                s.finding().map(FindingBody::of).orElse(null),
                s.clearances().stream().map(StateBodies.Clearance::of).toList(),
                s.holds().stream().map(StateBodies.Hold::of).toList(),
                s.proposals().stream().map(StateBodies.Proposal::of).toList(),
                s.questions().stream().map(StateBodies.Question::of).toList(),
                AppearancesApi.AppearanceBody.of(s.appearances().orElse(Appearances.NONE).all()),
                s.appeals().stream().map(StateBodies.Appeal::of).toList(),
                s.safeguards().stream()
                        .sorted(Comparator.comparing(met -> StoredKinds.of(met.getClass()).name()))
                        .map(SafeguardBody::of)
                        .toList(),
                s.paper().map(StateBodies.Paper::of).orElse(null),
                s.parts().stream().map(StateBodies.Crossing::of).toList(),
                s.stop().map(StateBodies.Stop::of).orElse(null),
                s.protectionClaimed(),
                InPerson.of(no, s.askedInPerson().stream().findFirst()),
                s.protection().map(Protection::doneInPerson).orElse(List.of()).stream()
                        .map(Done::of)
                        .toList(),
                s.fee().map(fee -> StateBodies.Fee.of(fee, s)).orElse(null));
    }

    private static ApplicationBody.Traveller declared(exeat.casework.value.Traveller t) {
        return new ApplicationBody.Traveller(
                t.names().stream().map(ApplicationBody.Name::of).toList(),
                t.birthDate().text(),
                t.nationality(),
                t.residence().text(),
                t.purpose().word(),
                FactsBody.write(t.declared()),
                t.documents().stream().map(ApplicationBody.Doc::of).toList(),
                t.guardians().stream().map(ApplicationBody.Carer::of).toList(),
                t.language(),
                t.contact().orElse(null));
    }
}
