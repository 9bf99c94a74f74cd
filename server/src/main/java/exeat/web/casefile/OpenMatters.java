package exeat.web.casefile;

import exeat.web.kit.Terms;
import exeat.web.kit.Words;

import exeat.casework.state.Life;
import exeat.casework.state.TravellerState;
import exeat.web.component.list.Task;
import java.util.ArrayList;
import java.util.List;

/** What is under way beside clearances, holds and proposals: whose it is, and until when. */
final class OpenMatters {

    private final Terms terms;
    private final Words words;

    OpenMatters(Terms terms, Words words) {
        this.terms = terms;
        this.words = words;
    }

    List<Task> of(TravellerState state) {
        var tasks = new ArrayList<Task>();
        if (!Life.ENDS.contains(state.stage())) {
            safeguards(tasks, state);
        }
        for (var question : state.questions()) {
            var what = words.say("case.question", terms.item(question.item()));
            var by = words.say("case.asked", question.by());
            tasks.add(
                    question.isOpen()
                            ? new Task(what, by, "", words.say("case.open"), "blue")
                            : new Task(what, by, "", words.say("case.answered"), "green"));
        }
        for (var appeal : state.appeals()) {
            if (appeal.isOpen()) {
                var where =
                        terms.unit(appeal.reviewer())
                                + " · "
                                + words.say("case.due", words.day(appeal.due()));
                tasks.add(
                        new Task(
                                words.say("case.appeal", appeal.number()),
                                where,
                                "",
                                words.say("case.open"),
                                "blue"));
            }
        }
        state.stop()
                .ifPresent(stop ->
                        tasks.add(
                                new Task(
                                        words.say("task.stop"),
                                        words.say(
                                                "case.stopped",
                                                terms.unit(stop.post()),
                                                stop.owner(),
                                                stop.reason()),
                                        "",
                                        words.say("case.open"),
                                        "red")));
        return tasks;
    }

    private void safeguards(List<Task> tasks, TravellerState state) {
        for (var care : new ChildCare(words).of(state)) {
            tasks.add(
                    new Task(
                            care.what(),
                            care.how(),
                            "",
                            words.say(care.met() ? "case.done" : "case.open"),
                            care.met() ? "green" : "blue"));
        }
    }
}
