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
 * @param doubts what may be a mistake and is taken if the person says so
 */
record Question(
        String slug,
        String title,
        List<String> fields,
        Consumer<FormBuilder> ask,
        Function<SubmittedForm, Map<String, String>> wrong,
        Function<SubmittedForm, List<String>> answer,
        Function<SubmittedForm, List<String>> doubts) {

    /** The field that says about which doubts the person is sure. */
    static final String SURE = "sure";

    Question(
            String slug,
            String title,
            List<String> fields,
            Consumer<FormBuilder> ask,
            Function<SubmittedForm, Map<String, String>> wrong,
            Function<SubmittedForm, List<String>> answer) {
        this(slug, title, fields, ask, wrong, answer, _ -> List.of());
    }

    /** Doubts that the person was not told of yet: typing another doubtful answer tells again. */
    List<String> untold(SubmittedForm posted) {
        var all = doubts.apply(posted);
        return posted.value(SURE).equals(told(all)) ? List.of() : all;
    }

    static String told(List<String> doubts) {
        return doubts.isEmpty() ? "" : Integer.toHexString(String.join("|", doubts).hashCode());
    }

    boolean isAnswered(SubmittedForm answers) {
        return answers.fields().keySet().stream().anyMatch(fields::contains)
                && wrong.apply(answers).isEmpty();
    }
}
