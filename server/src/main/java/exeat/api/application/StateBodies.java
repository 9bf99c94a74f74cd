package exeat.api.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.api.WireNames;
import exeat.casework.state.AdverseHearing;
import exeat.casework.state.DecisionNotice;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.OfficerId;
import exeat.casework.value.fee.FeeAccount;
import exeat.rules.authority.AuthorityId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The parts of a traveller's state in the JSON API. */
final class StateBodies {

    private StateBodies() {}

    /** Open until {@code doneAt}; a delay counts against {@code bookedTo}. */
    @Schema(name = "Clearance")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Clearance(
            String name,
            String unit,
            Instant opened,
            LocalDate due,
            @Nullable String bookedTo,
            @Nullable String doneBy,
            @Nullable Instant doneAt) {
        static Clearance of(TravellerState.Clearance c) {
            return new Clearance(
                    c.name(),
                    c.unit().text(),
                    c.opened(),
                    c.due(),
                    c.bookedTo().map(AuthorityId::text).orElse(null),
                    c.doneBy().map(OfficerId::text).orElse(null),
                    c.doneAt().orElse(null));
        }
    }

    @Schema(name = "Hold")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hold(
            int number,
            GroundBody ground,
            String evidence,
            String owner,
            LocalDate limit,
            Instant placed,
            String first,
            String second,
            @Nullable String clearance,
            boolean escalated,
            @Nullable Instant releasedAt) {
        static Hold of(TravellerState.Hold h) {
            return new Hold(
                    h.number(),
                    GroundBody.of(h.ground()),
                    h.evidence(),
                    h.owner().text(),
                    h.limit(),
                    h.placed(),
                    h.first().text(),
                    h.second().text(),
                    h.clearance().orElse(null),
                    h.escalated(),
                    h.releasedAt().orElse(null));
        }
    }

    @Schema(name = "ProposalMade")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Proposal(
            int number,
            ActBody act,
            String by,
            String unit,
            String reason,
            Instant at,
            boolean open,
            @Nullable String second,
            @Nullable Notice notice,
            @Nullable Hearing hearing) {
        static Proposal of(TravellerState.Proposal p) {
            return new Proposal(
                    p.number(),
                    ActBody.of(p.act()),
                    p.by().text(),
                    p.unit().text(),
                    p.reason(),
                    p.at(),
                    p.open(),
                    p.second().map(OfficerId::text).orElse(null),
                    p.notice().map(Notice::of).orElse(null),
                    p.hearing().map(Hearing::of).orElse(null));
        }
    }

    /**
     * How the person is heard about a proposal. Without {@code served} no day runs; before the end
     * of {@code until}, and perhaps longer, nobody can agree.
     */
    @Schema(name = "Hearing")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Hearing(
            int days,
            List<CommandBodies.WeighedBody> weighed,
            @Nullable String way,
            @Nullable LocalDate served,
            @Nullable LocalDate until,
            boolean confirmed,
            boolean disputed,
            List<HearingAnswer> answers) {
        static Hearing of(AdverseHearing h) {
            return new Hearing(
                    h.days(),
                    h.weighed().stream().map(CommandBodies.WeighedBody::of).toList(),
                    h.standing().map(s -> s.way().stored()).orElse(null),
                    h.standing().map(DecisionNotice.Service::on).orElse(null),
                    h.shownUntil().orElse(null),
                    h.isConfirmed(),
                    h.standing().isEmpty() && !h.services().isEmpty(),
                    h.answers().stream().map(HearingAnswer::of).toList());
        }
    }

    /**
     * What the person said, and the reply; not {@code proved} where nobody knows that it was the
     * person, and then it cannot be held against them.
     */
    @Schema(name = "HearingAnswer")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record HearingAnswer(
            String words,
            Instant at,
            boolean proved,
            @Nullable String takenBy,
            @Nullable String reply,
            @Nullable Instant replied) {
        static HearingAnswer of(AdverseHearing.Answer a) {
            return new HearingAnswer(
                    a.words(),
                    a.at(),
                    a.proved(),
                    a.takenBy().map(OfficerId::text).orElse(null),
                    a.reply().map(AdverseHearing.HearingReply::words).orElse(null),
                    a.reply().map(AdverseHearing.HearingReply::at).orElse(null));
        }
    }

    /** What a decision has to tell the person; without {@code served}, no time runs. */
    @Schema(name = "DecisionNotice")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Notice(
            String reviewer,
            @Nullable Integer appealDays,
            @Nullable String way,
            @Nullable LocalDate served,
            @Nullable LocalDate appealUntil,
            boolean confirmed,
            boolean disputed) {
        static Notice of(DecisionNotice n) {
            return new Notice(
                    n.reviewer().text(),
                    n.appealDays().orElse(null),
                    n.standing().map(s -> s.way().stored()).orElse(null),
                    n.standing().map(DecisionNotice.Service::on).orElse(null),
                    n.appealUntil().orElse(null),
                    n.isConfirmed(),
                    n.standing().isEmpty() && !n.services().isEmpty());
        }
    }

    @Schema(name = "QuestionAsked")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Question(ItemBody item, String by, Instant asked, @Nullable Instant answered) {
        static Question of(TravellerState.Question q) {
            return new Question(
                    ItemBody.of(q.item()), q.by().text(), q.asked(), q.answered().orElse(null));
        }
    }

    @Schema(name = "AppealFiled")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Appeal(
            int number,
            AgainstBody against,
            String grounds,
            String reviewer,
            LocalDate due,
            Instant filed,
            @Nullable Boolean upheld) {
        static Appeal of(TravellerState.AppealState a) {
            return new Appeal(
                    a.number(),
                    AgainstBody.of(a.against()),
                    a.grounds(),
                    a.reviewer().text(),
                    a.due(),
                    a.filed(),
                    a.upheld().orElse(null));
        }
    }

    /** The travel authorisation. */
    @Schema(name = "Paper")
    record Paper(
            String number,
            LocalDate from,
            LocalDate until,
            boolean reentry,
            boolean revoked,
            boolean ended) {
        static Paper of(TravellerState.Paper p) {
            return new Paper(p.number(), p.from(), p.until(), p.reentry(), p.revoked(), p.ended());
        }
    }

    /** The person's fee; {@code open} is still to be paid, {@code dueBack} to be paid back. */
    @Schema(name = "Fee")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Fee(
            List<FeeDemand> demands,
            List<FeeMoved> payments,
            List<FeeMoved> refunds,
            @Nullable String waived,
            BigDecimal open,
            BigDecimal dueBack) {
        static Fee of(FeeAccount fee, TravellerState t) {
            boolean approved = StageTransitions.isApproved(t.stage());
            return new Fee(
                    fee.demands().stream()
                            .map(one ->
                                    new FeeDemand(
                                            one.number(),
                                            one.amount(),
                                            one.currency(),
                                            one.paragraph(),
                                            one.at()))
                            .toList(),
                    fee.payments().stream()
                            .map(one -> new FeeMoved(one.amount(), one.reference(), one.at()))
                            .toList(),
                    fee.refunds().stream()
                            .map(one -> new FeeMoved(one.amount(), one.reference(), one.at()))
                            .toList(),
                    fee.waiver().map(FeeAccount.Waiver::reason).orElse(null),
                    fee.open(approved),
                    fee.dueBack(approved));
        }
    }

    @Schema(name = "FeeDemand")
    record FeeDemand(
            int number, BigDecimal amount, String currency, String paragraph, Instant at) {}

    @Schema(name = "FeeMoved")
    record FeeMoved(BigDecimal amount, String reference, Instant at) {}

    @Schema(name = "CrossingRecorded")
    record Crossing(String direction, String function, String post, String by, Instant at) {
        static Crossing of(TravellerState.CrossingPart p) {
            return new Crossing(
                    WireNames.of(p.direction()),
                    p.function().word(),
                    p.post().text(),
                    p.by().text(),
                    p.at());
        }
    }

    @Schema(name = "Stop")
    record Stop(String post, String owner, String reason, Instant at) {
        static Stop of(TravellerState.BorderStop s) {
            return new Stop(s.post().text(), s.owner().text(), s.reason(), s.at());
        }
    }
}
