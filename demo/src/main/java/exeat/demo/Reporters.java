package exeat.demo;

import exeat.casework.command.Command;
import exeat.casework.command.UnitReportCommand;
import exeat.casework.state.ReportState;
import exeat.casework.state.UnitReports.Due;
import exeat.casework.value.StreamId.ReportId;
import exeat.desk.base.Session;
import exeat.rules.authority.AuthorityId;
import java.time.LocalDate;
import java.util.List;

/**
 * Units report on their dates, in words that fit a demonstration. One county sends its first report
 * late, and one that has read nothing sends none.
 */
final class Reporters {

    /** The first report of this one comes days after its day. */
    static final AuthorityId LATE = new AuthorityId("hl-ningan-fa");

    private static final int LATE_DAY = 9;

    private static final List<String> WORDS =
            List.of(
                    "We have counted our cases. Photographs take longest; there are no other"
                            + " obstacles.",
                    "Work continues. Some cases wait for letters from relatives.",
                    "The other office manages only two clearances a week. We have asked it to do"
                            + " more.",
                    "We have no unresolved issues.");

    private final Scene scene;

    Reporters(Scene scene) {
        this.scene = scene;
    }

    void report(int day) {
        var today = scene.date(day);
        var root = scene.directive().authorities().root().id();
        var session = scene.officers().first(root);
        for (var state : scene.office().sentReports().list(session, id())) {
            var unit = state.id().unit();
            var focus = scene.focus();
            boolean waits = (focus.isLate(unit) && day < LATE_DAY) || focus.rests(unit, day);
            if (!focus.isSilent(unit) && !waits && isDue(state, today)) {
                send(state, day);
            }
        }
        if (day == LATE_DAY + 1 && scene.focus().isLate(LATE)) {
            add(new AuthorityId("hl-ningan"), new ReportId(id(), LATE));
        }
    }

    private String id() {
        return scene.directive().ref().id();
    }

    private static boolean isDue(ReportState state, LocalDate today) {
        return state.reports().open().stream()
                .map(Due::by)
                .anyMatch(by -> !by.isAfter(today.plusDays(1)));
    }

    private void send(ReportState state, int day) {
        var unit = state.id().unit();
        var words = WORDS.get(Math.floorMod(unit.text().hashCode() + day, WORDS.size()));
        var key = "demo/report/" + unit + "/" + day;
        act(scene.officers().first(unit), key, new UnitReportCommand.SendReport(state.id(), words));
    }

    private void add(AuthorityId level, ReportId report) {
        var words =
                "Their report was late because their clerk was away. The next one will be on"
                        + " time.";
        var command = new UnitReportCommand.AddComment(report, 1, words);
        act(scene.officers().first(level), "demo/report/words", command);
    }

    private void act(Session session, String key, Command command) {
        scene.counter().act(session, key, command);
    }
}
