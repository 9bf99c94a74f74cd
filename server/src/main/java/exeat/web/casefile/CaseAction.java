package exeat.web.casefile;

import exeat.casework.command.Command;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.SubmittedForm;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An action that a reader can take on a traveller now, as a form on its own page.
 *
 * @param target which clearance, hold, proposal or question it is about; empty for none
 * @param told what somebody must read before they do it
 */
public record CaseAction(
        CaseActionKind kind,
        String target,
        String title,
        List<String> told,
        Consumer<FormBuilder> fields,
        Function<SubmittedForm, Map<String, String>> wrong,
        Function<SubmittedForm, Command> command) {

    public CaseAction {
        told = List.copyOf(told);
    }

    /** An action without fields: opening its page and pressing the button is enough. */
    public static CaseAction plain(
            CaseActionKind kind, String target, String title, List<String> told, Command command) {
        return new CaseAction(
                kind, target, title, told, form -> {}, posted -> Map.of(), posted -> command);
    }

    public String address(String base) {
        return base + "/" + kind.address() + (target.isEmpty() ? "" : "/" + target);
    }

    /**
     * Whether it answers what a case waits for: it gets a button on the case's page. Before a
     * proposal is handed over, nobody can go on with it.
     */
    boolean isTask() {
        return switch (kind.group()) {
            case APPEALS, AUTHORISATION, PROPOSALS, BORDER_STOP, HOLDS, SAFEGUARDS -> true;
            case CLEARANCES -> kind == CaseActionKind.CLEAR;
            case DECISION ->
                    kind == CaseActionKind.APPROVE
                            || kind == CaseActionKind.REFUSE
                            || ServiceActions.isOfProposal(this);
            case PROTECTION ->
                    kind == CaseActionKind.HEAR || kind == CaseActionKind.SECOND_IN_PERSON;
            case CONFIRMATION, QUESTIONS, RECUSAL, WITHDRAWAL, ARCHIVE -> false;
        };
    }
}
