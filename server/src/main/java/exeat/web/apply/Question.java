package exeat.web.apply;

import exeat.web.kit.FormBuilder;
import exeat.web.kit.SubmittedForm;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One question of the application, on its own page.
 *
 * @param slug its place in the address; never an answer
 * @param fields the names of the form's fields
 * @param ask puts the fields into a form
 * @param wrong a message for each field that was answered wrong
 * @param answer the answer as the check page shows it; empty while there is none
 */
record Question(
        String slug,
        String title,
        List<String> fields,
        Consumer<FormBuilder> ask,
        Function<SubmittedForm, Map<String, String>> wrong,
        Function<SubmittedForm, List<String>> answer) {

    boolean isAnswered(SubmittedForm answers) {
        return answers.fields().keySet().stream().anyMatch(fields::contains)
                && wrong.apply(answers).isEmpty();
    }
}
