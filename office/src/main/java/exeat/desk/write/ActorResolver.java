package exeat.desk.write;

import exeat.casework.command.Actor;
import exeat.casework.value.OfficerId;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.rules.Directive;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.store.StoredFunction;
import exeat.store.batch.BatchStore;
import java.util.Optional;
import java.util.stream.Collectors;

/** The actor of a command, out of the session's row: never out of what the command says. */
final class ActorResolver {

    private ActorResolver() {}

    /**
     * The actor.
     *
     * @param edition the one of the directive that holds today
     */
    static Actor of(
            BatchStore.SessionRow who,
            Directive directive,
            String edition,
            Acknowledgements briefings) {
        return switch (who.kind()) {
            case "officer" -> officer(who, directive, edition, briefings);
            case "auditor" ->
                    new Actor.Auditor(new OfficerId(who.account()), new AuthorityId(who.unit()));
            case "administrator" -> new Actor.Administrator(new OfficerId(who.account()));
            case "party" ->
                    new Actor.Party(CaseId.of(who.caseKey()), new TravellerNo(who.traveller()));
            case "stranger" -> new Actor.Stranger();
            case "clock" -> new Actor.Clock();
            default -> throw new IllegalStateException("a session of kind " + who.kind());
        };
    }

    private static Actor officer(
            BatchStore.SessionRow who,
            Directive directive,
            String edition,
            Acknowledgements briefings) {
        var unit = new AuthorityId(who.unit());
        var id = directive.ref().id();
        return new Actor.Officer(
                new OfficerId(who.account()),
                unit,
                directive
                        .authorities()
                        .find(unit)
                        .map(Authority::function)
                        .orElseGet(() -> StoredFunction.read(who.function())),
                who.briefed().contains(id + " " + edition)
                        || briefings.isBriefedHere(id, who.account(), edition),
                who.lawyer(),
                new Actor.Duty(
                        who.absent(),
                        Optional.of(who.acting()).filter(a -> !a.isEmpty()).map(OfficerId::new),
                        who.tied().stream().map(OfficerId::new).collect(Collectors.toSet())));
    }
}
