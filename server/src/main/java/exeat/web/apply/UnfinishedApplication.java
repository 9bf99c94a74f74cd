package exeat.web.apply;

import com.fasterxml.jackson.annotation.JsonProperty;
import exeat.web.kit.SubmittedForm;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An unfinished application: the answers typed so far, by page. It is not an application until it
 * is sent.
 *
 * @param filer the answers about the person who files, if they do not travel
 * @param people the answers about each traveller, in order
 * @param sent the key of the form with which it was sent, so that it is sent only once; empty
 *     before
 */
record UnfinishedApplication(
        @JsonProperty("filer") Map<String, List<String>> filer,
        @JsonProperty("people") List<Map<String, List<String>>> people,
        @JsonProperty("sent") String sent) {

    /** More people than any family brings, and few enough to read on one page. */
    static final int MAX_PEOPLE = 12;

    /** The answer of the person who files that says under which directive. */
    static final String UNDER = "under";

    /** The answer of the person who files that says, once it is sent, under which number. */
    private static final String NUMBER = "number";

    private static final String TYPED = "typed:";

    static final UnfinishedApplication EMPTY =
            new UnfinishedApplication(Map.of(), List.of(Map.of()), "");

    UnfinishedApplication {
        filer = Map.copyOf(filer);
        people = people.stream().map(Map::copyOf).toList();
    }

    /** The answers about a traveller, counted from 1; 0 is the person who files. */
    SubmittedForm about(int number) {
        return new SubmittedForm(number == 0 ? filer : people.get(number - 1));
    }

    boolean has(int number) {
        return number >= 0 && number <= people.size();
    }

    /** Replaces the answers of one page. */
    UnfinishedApplication with(int number, SubmittedForm page, List<String> fields) {
        var answers = new HashMap<>(about(number).fields());
        for (var field : fields) {
            answers.put(field, page.values(field));
            answers.remove(TYPED + field);
        }
        return with(number, answers);
    }

    /** Keeps what was typed on a page but not submitted. */
    UnfinishedApplication withTyped(int number, SubmittedForm page, List<String> fields) {
        var answers = new HashMap<>(about(number).fields());
        fields.forEach(field -> answers.put(TYPED + field, page.values(field)));
        return with(number, answers);
    }

    /** The answers, overridden by what was typed but not submitted. */
    SubmittedForm typed(int number) {
        var shown = new HashMap<>(about(number).fields());
        about(number)
                .fields()
                .forEach((name, values) -> {
                    if (name.startsWith(TYPED)) {
                        shown.put(name.substring(TYPED.length()), values);
                    }
                });
        return new SubmittedForm(shown);
    }

    private UnfinishedApplication with(int number, Map<String, List<String>> answers) {
        if (number == 0) {
            return new UnfinishedApplication(answers, people, sent);
        }
        var more = new ArrayList<>(people);
        more.set(number - 1, answers);
        return new UnfinishedApplication(filer, more, sent);
    }

    UnfinishedApplication withAnother() {
        var more = new ArrayList<>(people);
        if (more.size() < MAX_PEOPLE) {
            more.add(Map.of());
        }
        return new UnfinishedApplication(filer, more, sent);
    }

    UnfinishedApplication without(int number) {
        var fewer = new ArrayList<>(people);
        if (number >= 1 && number <= fewer.size() && fewer.size() > 1) {
            fewer.remove(number - 1);
        }
        return new UnfinishedApplication(filer, fewer, sent);
    }

    /** The answers stay, so that the same form, sent again, gets the same answer. */
    UnfinishedApplication sentWith(String key, String number) {
        var answers = new HashMap<>(filer);
        answers.put(NUMBER, List.of(number));
        return new UnfinishedApplication(answers, people, key);
    }

    boolean isSent() {
        return !sent.isEmpty();
    }

    /** The number under which it was filed; empty before. */
    String number() {
        return about(0).value(NUMBER);
    }

    /** The id of the directive that they chose; empty if there was nothing to choose. */
    String under() {
        return about(0).value(UNDER);
    }

    boolean filerTravels() {
        return !about(0).value("who").equals("others");
    }
}
