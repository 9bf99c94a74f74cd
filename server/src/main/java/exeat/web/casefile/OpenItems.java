package exeat.web.casefile;

import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.web.component.list.TaskItem;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.List;

/** Open work other than clearances, holds and proposals, with its owner and deadline. */
final class OpenItems {

    private final PackTexts terms;
    private final PageTexts words;

    OpenItems(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    List<TaskItem> of(TravellerState state) {
        var tasks = new ArrayList<TaskItem>();
        if (!StageTransitions.ENDS.contains(state.stage())) {
            safeguards(tasks, state);
        }
        for (var question : state.questions()) {
            var what = words.say("case.question", terms.item(question.item()));
            var by = words.say("case.asked", question.by());
            tasks.add(
                    question.isOpen()
                            ? new TaskItem(what, by, "", words.say("case.open"), "blue")
                            : new TaskItem(what, by, "", words.say("case.answered"), "green"));
        }
        for (var appeal : state.appeals()) {
            if (appeal.isOpen()) {
                var where =
                        terms.unit(appeal.reviewer())
                                + " · "
                                + words.say("case.due", words.day(appeal.due()));
                tasks.add(
                        new TaskItem(
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
                                new TaskItem(
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

    private void safeguards(List<TaskItem> tasks, TravellerState state) {
        for (var care : new MinorSafeguards(words).of(state)) {
            tasks.add(
                    new TaskItem(
                            care.what(),
                            care.how(),
                            "",
                            words.say(care.met() ? "case.done" : "case.open"),
                            care.met() ? "green" : "blue"));
        }
    }
}
