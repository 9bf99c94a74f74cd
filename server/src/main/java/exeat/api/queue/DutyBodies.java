package exeat.api.queue;

import exeat.api.Patterns;
import exeat.casework.state.Duties;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Bodies on absences and stand-ins. */
final class DutyBodies {

    private DutyBodies() {}

    @Schema(name = "Absence")
    record Absence(
            @NotNull @Pattern(regexp = Patterns.OFFICER) @Size(max = Patterns.MAX_NAME)
                    String officer,
            @NotNull LocalDate from,
            @NotNull LocalDate until) {}

    @Schema(name = "Delegation")
    record Delegation(
            @NotNull @Pattern(regexp = Patterns.OFFICER) @Size(max = Patterns.MAX_NAME) String from,
            @NotNull @Pattern(regexp = Patterns.OFFICER) @Size(max = Patterns.MAX_NAME) String to,
            @NotNull LocalDate first,
            @NotNull LocalDate last) {}

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
}
