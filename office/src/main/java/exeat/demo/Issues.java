package exeat.demo;

import exeat.casework.Command;
import exeat.casework.StreamId.IssueId;
import exeat.rules.AuthorityId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** What officers found that the directive does not settle, and how far up it went. */
final class Issues {

    private static final List<Raised> ALL =
            List.of(
                    new Raised(
                            3,
                            "jl-yanji-fa",
                            "3.1",
                            "Telegram 182 is not here. What are its terms?",
                            2),
                    new Raised(
                            4,
                            "hl-ningan-fa",
                            "2.1",
                            "Does study count as taking part in building?",
                            1),
                    new Raised(
                            6,
                            "ln-dandong-ps",
                            "2.1",
                            "What shows relations when letters were lost?",
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
                            "Who is a national when both papers are there?",
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
                            "No limit of days is named for the trip.",
                            1),
                    new Raised(
                            22,
                            "hl-jixi-ps",
                            "2.1",
                            "A name is written in three ways in three papers.",
                            0),
                    new Raised(26, "jl-jian-bd", "3.2", "The ferry does not run in the ice.", 0));

    private final Scene scene;

    Issues(Scene scene) {
        this.scene = scene;
    }

    /**
     * An issue to be.
     *
     * @param levels how often it is passed up; one that went up twice is answered there
     */
    private record Raised(int day, String unit, String paragraph, String text, int levels) {}

    /** What is raised on this day, and what became of what was raised three days before. */
    void raise(int day) {
        for (var raised : ALL) {
            var unit = new AuthorityId(raised.unit());
            if (raised.day() == day) {
                act(
                        unit,
                        raised,
                        "raise",
                        new Command.RaiseIssue(id(raised), raised.paragraph(), raised.text()));
            }
            var above = above(unit);
            if (raised.day() + 3 == day && raised.levels() > 0) {
                act(
                        above,
                        raised,
                        "pass",
                        new Command.PassUpIssue(id(raised), "We cannot settle it here."));
            }
            if (raised.day() + 6 == day && raised.levels() > 1) {
                var answer = "Ask the issuer's office; decide nothing on it meanwhile.";
                act(above(above), raised, "answer", new Command.AnswerIssue(id(raised), answer));
            }
        }
    }

    private void act(AuthorityId unit, Raised raised, String step, Command command) {
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
