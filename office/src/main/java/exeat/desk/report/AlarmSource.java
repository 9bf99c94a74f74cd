package exeat.desk.report;

import exeat.desk.base.Session;
import exeat.oversight.Alarm;
import exeat.rules.Directive;
import exeat.rules.authority.AuthorityId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Something that finds what a level must act on; see {@link SituationReports#overview}. */
interface AlarmSource {

    /**
     * The current alarms of these units.
     *
     * @param session of an officer in whose scope all of the units are
     */
    List<Alarm> alarms(Session session, Directive directive, Set<AuthorityId> units, Instant now);
}
