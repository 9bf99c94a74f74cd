package exeat.desk.report;

import exeat.desk.base.Session;
import exeat.desk.register.SessionReader;
import exeat.oversight.Alarm;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Issues that nobody answered in time, for the level that has them and those above. */
final class LateIssueAlarms implements AlarmSource {

    private final SessionReader reading;

    LateIssueAlarms(SessionReader reading) {
        this.reading = reading;
    }

    /** What lies past its day, or at the top longer than a level has. */
    @Override
    public List<Alarm> alarms(
            Session session, Directive directive, Set<AuthorityId> units, Instant now) {
        var today = now.atZone(directive.vocabulary().zone()).toLocalDate();
        return reading.issues(session).stream()
                .filter(issue -> issue.answer().isEmpty() && units.contains(issue.holder()))
                .flatMap(issue ->
                        Issues.due(issue, directive).filter(today::isAfter).stream()
                                .map(day ->
                                        new Alarm(
                                                issue.holder(),
                                                Alarm.Kind.ISSUE_LATE,
                                                "An issue with paragraph "
                                                        + issue.paragraph()
                                                        + " has not been answered.",
                                                day,
                                                "/officer/issues#issue-" + issue.id().value())))
                .toList();
    }
}
