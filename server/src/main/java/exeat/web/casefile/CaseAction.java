package exeat.web.casefile;

import exeat.casework.command.Command;
import exeat.web.kit.FormBuilder;
import exeat.web.kit.SubmittedForm;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Something that a reader can do to a traveller now, as a form on a page of its own.
 *
 * @param target which clearance, hold, proposal or question it is about; empty for none
 * @param told what somebody must have read before they do it
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

    /** Without a field: to open its page and to press its button is all that it takes. */
    public static CaseAction plain(
            CaseActionKind kind, String target, String title, List<String> told, Command command) {
        return new CaseAction(
                kind, target, title, told, form -> {}, posted -> Map.of(), posted -> command);
    }

    public String address(String base) {
        return base + "/" + kind.address() + (target.isEmpty() ? "" : "/" + target);
    }
}
