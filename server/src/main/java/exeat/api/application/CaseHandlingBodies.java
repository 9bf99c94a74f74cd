package exeat.api.application;

import exeat.api.Patterns;
import exeat.api.WireNames;
import exeat.casework.state.CaseHandling;
import exeat.casework.state.DueDays;
import exeat.desk.cases.CaseReader;
import exeat.oversight.TimeAccounting;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Bodies on the handling of a case: deadlines, who has it, and cases taken out of order. */
final class CaseHandlingBodies {

    private static final String WHY =
            "^(at the counter|urgent need|belongs to another|told from above|other)$";
    private static final String TIE = "^(family|friend|at odds|money|took part|other)$";

    private CaseHandlingBodies() {}

    @Schema(name = "HandOver")
    record Over(
            @NotNull @Pattern(regexp = Patterns.UNIT) @Size(max = Patterns.MAX_NAME) String from,
            @NotNull @Pattern(regexp = Patterns.UNIT) @Size(max = Patterns.MAX_NAME) String to,
            @NotNull @Size(max = Patterns.MAX_REASON) String reason) {}

    /** Why a case is taken out of order; {@code task} is {@code decide} or a clearance's name. */
    @Schema(name = "Jump")
    record Jump(
            @NotNull @Size(max = Patterns.MAX_NAME) String task,
            @NotNull @Pattern(regexp = WHY) String why,
            @Nullable @Size(max = Patterns.MAX_REASON) String words) {
        CaseHandling.OutOfOrderReason read() {
            return WireNames.read(CaseHandling.OutOfOrderReason.class, why);
        }
    }

    @Schema(name = "Recusal")
    record Recusal(
            @NotNull @Pattern(regexp = Patterns.OFFICER) @Size(max = Patterns.MAX_NAME)
                    String officer,
            @NotNull @Pattern(regexp = TIE) String tie,
            @NotNull @Size(max = Patterns.MAX_REASON) String words) {
        CaseHandling.ConflictOfInterest read() {
            return WireNames.read(CaseHandling.ConflictOfInterest.class, tie);
        }
    }

    @Schema(name = "RecusalLifted")
    record Lifted(
            @NotNull @Pattern(regexp = Patterns.OFFICER) @Size(max = Patterns.MAX_NAME)
                    String officer,
            @NotNull @Size(max = Patterns.MAX_REASON) String reason) {}

    @Schema(name = "RunningLimit")
    record Limit(String task, String about, String unit, LocalDate since, LocalDate due) {
        static Limit of(DueDays.Limit limit) {
            return new Limit(
                    limit.task(), limit.about(), limit.unit().text(), limit.since(), limit.due());
        }
    }

    /**
     * The days after {@code from} up to and including {@code to}, counted for one responsible
     * party.
     */
    @Schema(name = "Spell")
    record Spell(LocalDate from, LocalDate to, int days, String whose, List<String> units) {
        static Spell of(TimeAccounting.AccountedTime s) {
            return new Spell(
                    s.from(),
                    s.to(),
                    s.days(),
                    WireNames.of(s.whose()),
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
        static Clock of(int traveller, CaseReader.TravellerClock clock) {
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
}
