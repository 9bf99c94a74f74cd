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
 * @param slug its part of the address; never an answer
 * @param fields the names of the form's fields
 * @param ask adds the fields to a form
 * @param wrong a message for each invalid field
 * @param answer the answer as shown on the check page; empty until there is one
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
