package exeat.web.casefile;

import exeat.casework.command.Command;
import exeat.casework.command.Rejection;
import exeat.casework.value.TravellerNo;
import exeat.desk.cases.CaseOutlook;
import exeat.rules.finding.Finding;
import exeat.web.casefile.CaseActionKind.Group;
import exeat.web.casefile.CaseActionKind.Reader;
import exeat.web.kit.SubmittedForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Of an officer's likely actions those that the rules would accept now. What they would reject is
 * told with its reason; an action whose fate depends on what is typed is left to the desk.
 */
final class PossibleActions implements CaseActions {

    /** Stands for what the officer has yet to type. */
    private static final SubmittedForm TYPED =
            new SubmittedForm(
                    Map.of(
                            "reason", List.of("what this officer has yet to write"),
                            "evidence", List.of("-"),
                            "name", List.of("-"),
                            "upheld", List.of("yes")));

    private final CaseActions likely;
    private final TravellerNo no;
    private final CaseOutlook outlook;

    PossibleActions(CaseActions likely, TravellerNo no, CaseOutlook outlook) {
        this.likely = likely;
        this.no = no;
        this.outlook = outlook;
    }

    @Override
    public Reader reader() {
        return likely.reader();
    }

    @Override
    public List<Group> groups() {
        return likely.groups();
    }

    @Override
    public List<CaseAction> on(Group group) {
        return likely.on(group).stream().filter(action -> rejection(action).isEmpty()).toList();
    }

    @Override
    public Map<CaseAction, Rejection> blocked() {
        var blocked = new LinkedHashMap<CaseAction, Rejection>();
        likely.all()
                .forEach(action -> rejection(action).ifPresent(why -> blocked.put(action, why)));
        return blocked;
    }

    @Override
    public CaseActions likely() {
        return likely;
    }

    /** Why the rules would reject it whatever is typed; empty if they would not. */
    private Optional<Rejection> rejection(CaseAction action) {
        var tried = probes(action).map(outlook::rejection).toList();
        return tried.stream().allMatch(Optional::isPresent)
                ? tried.stream().findFirst().flatMap(first -> first)
                : Optional.empty();
    }

    /**
     * The commands to try, by the catalogue of actions; none where the answer would depend on what
     * is typed.
     */
    private Stream<Command> probes(CaseAction action) {
        var typed =
                action.kind().isTried()
                        ? Stream.of(TYPED)
                        : action.kind().isTriedByGround()
                                ? grounds().map(PossibleActions::typed)
                                : Stream.<SubmittedForm>empty();
        return typed.map(form -> action.command().apply(form));
    }

    private Stream<String> grounds() {
        return Optional.ofNullable(outlook.state().travellers().get(no))
                .flatMap(traveller -> traveller.finding())
                .map(Finding::setAsideGrounds)
                .orElse(List.of())
                .stream();
    }

    private static SubmittedForm typed(String ground) {
        return new SubmittedForm(Map.of("reason", List.of("-"), "ground", List.of(ground)));
    }
}
