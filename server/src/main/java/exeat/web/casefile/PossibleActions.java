package exeat.web.casefile;

import exeat.casework.command.Command;
import exeat.casework.command.Rejection;
import exeat.casework.value.TravellerNo;
import exeat.desk.cases.CaseOutlook;
import exeat.rules.finding.Finding;
import exeat.web.kit.SubmittedForm;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An officer's likely actions that the rules would accept now. Those that they would reject are
 * told with the reason. If it depends on what is typed, the desk decides.
 */
final class PossibleActions extends JudgedActions {

    private static final List<String> WORDS = List.of("what this officer has yet to write");

    /** Stands for what the officer has yet to type. */
    private static final SubmittedForm TYPED =
            new SubmittedForm(
                    Map.of(
                            "reason", WORDS,
                            "evidence", WORDS,
                            "name", WORDS,
                            "upheld", List.of("yes")));

    private final TravellerNo no;
    private final CaseOutlook outlook;

    PossibleActions(CaseActions likely, TravellerNo no, CaseOutlook outlook) {
        super(likely);
        this.no = no;
        this.outlook = outlook;
    }

    @Override
    protected Optional<Rejection> rejection(CaseAction action) {
        var tried = probes(action).map(outlook::rejection).toList();
        return tried.stream().allMatch(why -> why.filter(one -> !isOfWords(one)).isPresent())
                ? tried.stream().findFirst().flatMap(first -> first)
                : Optional.empty();
    }

    /** What is weighed, and said to the person's answers, the officer has yet to type. */
    private static boolean isOfWords(Rejection why) {
        return why.about().equals("onAnswers") || why.about().startsWith("weighed.");
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
        return new SubmittedForm(
                Map.of("reason", TYPED.values("reason"), "ground", List.of(ground)));
    }
}
