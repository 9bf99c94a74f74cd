package exeat.web.kit;

import exeat.casework.command.Actor;
import exeat.rules.authority.Role;
import exeat.web.component.Link;
import java.util.ArrayList;
import java.util.List;

/** The menu for the current reader. */
final class Menu {

    private Menu() {}

    static List<Link> links(RequestContext visit, PageTexts words) {
        var session = visit.session();
        if (session.isEmpty()) {
            return List.of();
        }
        return switch (session.get().actor()) {
            case Actor.Officer officer -> officer(visit, officer, words);
            case Actor.Party party ->
                    List.of(
                            new Link(words.say("menu.track"), "/track"),
                            new Link(words.say("menu.directive"), "/directive"));
            case Actor.Auditor auditor ->
                    List.of(
                            new Link(words.say("menu.audit"), "/audit"),
                            new Link(words.say("menu.directive"), "/directive"));
            case Actor.Stranger stranger -> List.of();
            case Actor.Clock clock -> List.of();
        };
    }

    private static List<Link> officer(
            RequestContext visit, Actor.Officer officer, PageTexts words) {
        var links = new ArrayList<Link>();
        links.add(new Link(words.say("menu.queue"), "/officer/queue"));
        if (visit.plays(officer, Role.RECORDS_A_CROSSING)) {
            links.add(new Link(words.say("menu.border"), "/border"));
        }
        links.add(new Link(words.say("menu.late"), "/officer/late"));
        links.add(new Link(words.say("menu.counter"), "/officer/counter"));
        links.add(new Link(words.say("menu.duty"), "/officer/duty"));
        links.add(new Link(words.say("menu.briefing"), "/officer/briefing"));
        links.add(new Link(words.say("menu.issues"), "/officer/issues"));
        links.add(new Link(words.say("menu.alarms"), "/officer/alarms"));
        links.add(new Link(words.say("menu.report"), "/officer/report"));
        links.add(new Link(words.say("menu.reports"), "/officer/reports"));
        links.add(new Link(words.say("menu.again"), "/officer/again"));
        links.add(new Link(words.say("menu.directive"), "/directive"));
        links.add(new Link(words.say("menu.password"), "/officer/password"));
        links.add(new Link(words.say("menu.sessions"), "/officer/sessions"));
        return links;
    }
}
