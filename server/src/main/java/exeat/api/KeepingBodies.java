package exeat.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import exeat.casework.DueDays;
import exeat.casework.Duties;
import exeat.casework.Keeping;
import exeat.desk.Cases;
import exeat.desk.Queues;
import exeat.oversight.Booking;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a file is kept: whose clock runs, who has it, who took it before others, who is away. */
final class KeepingBodies {

    static final String OFFICER = "^[a-z0-9]+([.-][a-z0-9]+)*$";
    private static final String WHY =
            "^(at the counter|urgent need|belongs to another|told from above|other)$";
    private static final String TIE = "^(family|friend|at odds|money|took part|other)$";
    private static final int NAME = 100;

    private KeepingBodies() {}

    @Schema(name = "HandOver")
    record Over(
            @NotNull @Pattern(regexp = Patterns.UNIT) @Size(max = NAME) String from,
            @NotNull @Pattern(regexp = Patterns.UNIT) @Size(max = NAME) String to,
            @NotNull @Size(max = Patterns.REASON) String reason) {}

    /** Why a file is taken before others; {@code task} is {@code decide}, or a clearance's name. */
    @Schema(name = "Jump")
    record Jump(
            @NotNull @Size(max = NAME) String task,
            @NotNull @Pattern(regexp = WHY) String why,
            @Nullable @Size(max = Patterns.REASON) String words) {
        Keeping.Why read() {
            return Spelling.read(Keeping.Why.class, why);
        }
    }

    @Schema(name = "Recusal")
    record Recusal(
            @NotNull @Pattern(regexp = OFFICER) @Size(max = NAME) String officer,
            @NotNull @Pattern(regexp = TIE) String tie,
            @NotNull @Size(max = Patterns.REASON) String words) {
        Keeping.Tie read() {
            return Spelling.read(Keeping.Tie.class, tie);
        }
    }

    @Schema(name = "RecusalLifted")
    record Lifted(
            @NotNull @Pattern(regexp = OFFICER) @Size(max = NAME) String officer,
            @NotNull @Size(max = Patterns.REASON) String reason) {}

    @Schema(name = "Absence")
    record Absence(
            @NotNull @Pattern(regexp = OFFICER) @Size(max = NAME) String officer,
            @NotNull LocalDate from,
            @NotNull LocalDate until) {}

    @Schema(name = "Delegation")
    record Delegation(
            @NotNull @Pattern(regexp = OFFICER) @Size(max = NAME) String from,
            @NotNull @Pattern(regexp = OFFICER) @Size(max = NAME) String to,
            @NotNull LocalDate first,
            @NotNull LocalDate last) {}

    /** For whom the session acts; nobody for oneself. */
    @Schema(name = "ActingFor")
    record ActingFor(@Nullable @Pattern(regexp = OFFICER) @Size(max = NAME) String officer) {}

    @Schema(name = "AbsenceOf")
    record AbsenceOf(int n, String officer, LocalDate from, LocalDate until, boolean over) {
        static AbsenceOf of(Duties.Absence a) {
            return new AbsenceOf(a.number(), a.officer().text(), a.from(), a.until(), a.over());
        }
    }

    @Schema(name = "DelegationOf")
    record DelegationOf(
            int n, String from, String to, LocalDate first, LocalDate last, boolean over) {
        static DelegationOf of(Duties.Delegation d) {
            return new DelegationOf(
                    d.number(), d.from().text(), d.to().text(), d.first(), d.last(), d.over());
        }
    }

    @Schema(name = "Duties")
    record DutiesOf(List<AbsenceOf> absences, List<DelegationOf> delegations) {
        static DutiesOf of(Duties duties) {
            return new DutiesOf(
                    duties.absences().stream().map(AbsenceOf::of).toList(),
                    duties.delegations().stream().map(DelegationOf::of).toList());
        }
    }

    @Schema(name = "RunningLimit")
    record Limit(String task, String about, String unit, LocalDate since, LocalDate due) {
        static Limit of(DueDays.Limit limit) {
            return new Limit(
                    limit.task(), limit.about(), limit.unit().text(), limit.since(), limit.due());
        }
    }

    /** Days after {@code from} up to {@code to}, on one clock. */
    @Schema(name = "Spell")
    record Spell(LocalDate from, LocalDate to, int days, String whose, List<String> units) {
        static Spell of(Booking.Spell s) {
            return new Spell(
                    s.from(),
                    s.to(),
                    s.days(),
                    Spelling.of(s.whose()),
                    s.units().stream().map(unit -> unit.text()).toList());
        }
    }

    @Schema(name = "UnitDays")
    record UnitDays(String unit, int days, int workingDays, int late) {}

    @Schema(name = "Clock")
    record Clock(
            int traveller,
            int days,
            List<UnitDays> units,
            List<Spell> spells,
            List<Limit> running) {
        static Clock of(int traveller, Cases.Clock clock) {
            var booking = clock.booking();
            return new Clock(
                    traveller,
                    booking.days(),
                    booking.byUnit().entrySet().stream()
                            .map(one ->
                                    new UnitDays(
                                            one.getKey().text(),
                                            one.getValue().days(),
                                            one.getValue().worked(),
                                            one.getValue().late()))
                            .toList(),
                    booking.spells().stream().map(Spell::of).toList(),
                    clock.running().stream().map(Limit::of).toList());
        }
    }

    @Schema(name = "JumpSeen")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record JumpSeen(
            UUID application,
            String number,
            int traveller,
            String task,
            String unit,
            String officer,
            String why,
            Instant at) {
        static JumpSeen of(Queues.JumpRow row) {
            return new JumpSeen(
                    row.id().value(),
                    row.number(),
                    row.traveller().number(),
                    row.task(),
                    row.unit().text(),
                    row.by().text(),
                    Spelling.of(row.why()),
                    row.at());
        }
    }
}
