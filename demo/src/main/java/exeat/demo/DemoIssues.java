package exeat.demo;

import exeat.casework.command.BriefingCommand;
import exeat.casework.command.Command;
import exeat.casework.command.IssueCommand;
import exeat.casework.value.StreamId.BriefingId;
import exeat.casework.value.StreamId.IssueId;
import exeat.desk.base.Session;
import exeat.rules.authority.AuthorityId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Issues that officers raise about the directive, and how far up they go. */
final class DemoIssues {

    /**
     * The steps of an issue from a county's office: its county, the province, the bureau, and the
     * answer there.
     */
    private static final int TO_THE_CENTRE = 4;

    private static final List<Raised> ALL =
            List.of(
                    new Raised(
                            3,
                            "jl-yanji-fa",
                            "3.1",
                            "We do not have Telegram 182. What are its terms?",
                            2),
                    new Raised(
                            2,
                            "jl-tumen-fa",
                            "2.1",
                            "Do the relatives of a spouse count as relations?",
                            TO_THE_CENTRE),
                    new Raised(
                            4,
                            "hl-ningan-fa",
                            "2.1",
                            "Does studying count as taking part in building?",
                            1),
                    new Raised(
                            6,
                            "ln-dandong-ps",
                            "2.1",
                            "How can relations be shown if letters were lost?",
                            1),
                    new Raised(
                            8,
                            "jl-tumen-cu",
                            "3.2",
                            "May people on a trip take household goods?",
                            1),
                    new Raised(
                            10,
                            "nm-ulanhot-fa",
                            "0",
                            "A family lives here and is registered in Beijing.",
                            2),
                    new Raised(
                            12,
                            "jl-hunchun-ps",
                            "2.3",
                            "Which nationality counts if somebody has papers of both states?",
                            0),
                    new Raised(
                            15,
                            "ln-shenyang-fa",
                            "2.2",
                            "Is a second photograph an added restriction?",
                            0),
                    new Raised(
                            18,
                            "jl-helong-fa",
                            "3.2",
                            "The text sets no time limit for a trip.",
                            1),
                    new Raised(
                            22,
                            "hl-jixi-ps",
                            "2.1",
                            "A name is written differently on three papers. Which spelling"
                                    + " counts?",
                            0),
                    new Raised(
                            26,
                            "jl-jian-bd",
                            "3.2",
                            "The ferry does not run when there is"
                                    + " ice. Where can people cross?",
                            0));

    private final Scene scene;
    private int today;

    DemoIssues(Scene scene) {
        this.scene = scene;
    }

    /**
     * A planned issue.
     *
     * @param levels how often it is passed up; after twice it is answered
     */
    private record Raised(int day, String unit, String paragraph, String text, int levels) {}

    /** Raises this day's issues, and continues those raised three days before. */
    void raise(int day) {
        today = day;
        for (var raised : ALL) {
            var unit = new AuthorityId(raised.unit());
            if (raised.day() == day) {
                act(
                        unit,
                        raised,
                        "raise",
                        new IssueCommand.RaiseIssue(id(raised), raised.paragraph(), raised.text()));
            }
            if (raised.levels() == TO_THE_CENTRE) {
                toTheCentre(raised, day);
                continue;
            }
            var above = above(unit);
            if (raised.day() + 3 == day && raised.levels() > 0) {
                act(
                        above,
                        raised,
                        "pass",
                        new IssueCommand.EscalateIssue(id(raised), "We cannot answer this here."));
            }
            if (raised.day() + 6 == day && raised.levels() > 1) {
                var answer =
                        "Ask the issuer's office, and do not decide such cases until it"
                                + " answers.";
                act(
                        above(above),
                        raised,
                        "answer",
                        new IssueCommand.AnswerIssue(id(raised), answer));
            }
        }
    }

    /** A level a day; the issuer says what it means, and units read it as they come to it. */
    private void toTheCentre(Raised raised, int day) {
        var tree = scene.directive().authorities();
        var at = new AuthorityId(raised.unit());
        for (int level = 1; level < TO_THE_CENTRE; level++) {
            at = above(at);
            if (raised.day() + level == day) {
                var pass = new IssueCommand.EscalateIssue(id(raised), "We have the same question.");
                act(at, raised, "pass" + level, pass);
            }
        }
        var session = scene.officers().first(tree.root().id());
        if (raised.day() + TO_THE_CENTRE == day) {
            scene.office()
                    .issues()
                    .answer(
                            session,
                            "demo/issue/" + raised.unit() + "/centre",
                            id(raised),
                            "Yes. Relatives of a spouse count as relations of the family.",
                            Set.of());
        }
        if (raised.day() + TO_THE_CENTRE + 2 == day) {
            acknowledge(session);
        }
    }

    private void acknowledge(Session session) {
        var briefing = new BriefingId(scene.directive().ref().id());
        var units = scene.office().register().briefing(session, briefing.directive()).units();
        for (var unit : units.keySet()) {
            if (!scene.focus().isSilent(unit) && !scene.focus().isLate(unit)) {
                var key = "demo/clarification/" + unit;
                var command = new BriefingCommand.AcknowledgeClarification(briefing, 1);
                scene.counter().act(scene.officers().first(unit), key, command);
            }
        }
    }

    private void act(AuthorityId unit, Raised raised, String step, Command command) {
        if (scene.focus().rests(unit, today)) {
            return;
        }
        var key = "demo/issue/" + raised.unit() + "/" + step;
        scene.counter().act(scene.officers().first(unit), key, command);
    }

    private AuthorityId above(AuthorityId unit) {
        var tree = scene.directive().authorities();
        return tree.parent(unit).orElse(tree.root()).id();
    }

    private static IssueId id(Raised raised) {
        var name = "exeat demo " + raised.unit();
        return new IssueId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)));
    }
}
