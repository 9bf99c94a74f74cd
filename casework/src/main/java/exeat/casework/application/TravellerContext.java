package exeat.casework.application;

import exeat.casework.command.Actor;
import exeat.casework.command.Context;
import exeat.casework.state.CaseState;
import exeat.casework.state.DueDays;
import exeat.casework.state.Stage;
import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.OfficerId;
import exeat.casework.value.TravellerNo;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.AuthorityTree;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One command's case, traveller and context, with the checks that every step needs. The rules call
 * it {@code m}, for the moment at which the command is given.
 */
public record TravellerContext(CaseState state, TravellerState traveller, Context context) {

    TravellerNo no() {
        return traveller.no();
    }

    Stage stage() {
        return traveller.stage();
    }

    LocalDate today() {
        return context.today();
    }

    Directive directive() {
        return context.directive();
    }

    AuthorityTree tree() {
        return context.tree();
    }

    DueDays dueDays() {
        return new DueDays(state, traveller, context.directive().limits());
    }

    boolean isWarned(DueDays.Limit limit, LocalDate due) {
        return state.handling().warned().contains(limit.by(due).mark(no()));
    }

    boolean isAt(Stage... stages) {
        return Set.of(stages).contains(stage());
    }

    boolean may(StageTransitions.Transition turn) {
        return StageTransitions.allows(stage(), turn);
    }

    Optional<Actor.Officer> officer() {
        return context.actor() instanceof Actor.Officer officer
                ? Optional.of(officer)
                : Optional.empty();
    }

    /** The officer who acts; asked only after a check that one does. */
    Actor.Officer actingOfficer() {
        return officer().orElseThrow(() -> new IllegalStateException("no officer acts"));
    }

    /** The officer who acts, and the one they stand in for. */
    List<OfficerId> actingPersons() {
        var officer = actingOfficer();
        return Stream.concat(Stream.of(officer.id()), officer.duty().standsInFor().stream())
                .toList();
    }

    /** Whether one of them has acted on this traveller before. */
    boolean tookPart() {
        return actingPersons().stream().anyMatch(traveller.officers()::contains);
    }

    boolean isOfficer(Predicate<Actor.Officer> meant) {
        return officer().filter(meant).isPresent();
    }

    boolean isOfficerOf(AuthorityId unit) {
        return isOfficer(officer -> officer.unit().equals(unit));
    }

    boolean isOfficerOfHolder() {
        return isOfficerOf(state.holder());
    }

    boolean isParty(TravellerNo number) {
        return context.actor() instanceof Actor.Party party && party.no().equals(number);
    }

    boolean isMinor() {
        return traveller.traveller().isMinorOn(today());
    }

    /**
     * The traveller's own act; for a minor, that of a person with parental responsibility. If none
     * of these has a secret here, the minor acts, because somebody must be able to appeal and to
     * withdraw.
     */
    boolean isThePerson() {
        return (isMinor() && hasGuardianHere()) ? isGuardian() : isParty(no());
    }

    private boolean hasGuardianHere() {
        return traveller.traveller().guardians().stream().anyMatch(g -> g.party().isPresent());
    }

    boolean isGuardian() {
        return traveller.traveller().guardians().stream()
                .flatMap(guardian -> guardian.party().stream())
                .anyMatch(this::isParty);
    }

    boolean hasOpenHold() {
        return !traveller.openHolds().isEmpty();
    }
}
