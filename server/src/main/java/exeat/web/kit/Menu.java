package exeat.web.kit;

import exeat.casework.access.SearchView.By;
import exeat.casework.command.Actor;
import exeat.desk.base.Session;
import exeat.rules.authority.Role;
import exeat.web.component.Link;
import java.util.ArrayList;
import java.util.List;

/** The menu for the current reader. */
final class Menu {

    private static final String WORK = "/officer/queue";
    private static final String BORDER = "/border";
    private static final String ENACTING = "/officer/directive";
    private static final String REPORT = "/officer/report";
    static final String FIND = "/officer/find";
    static final String FIND_ACCOUNT = "/admin/accounts/search";
    private static final String MORE = "/officer/more";

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
            case Actor.Administrator _ ->
                    List.of(
                            new Link(words.say("menu.admin"), "/admin"),
                            new Link(words.say("menu.accounts"), "/admin/accounts"),
                            new Link(words.say("menu.proposals"), "/admin/proposals"),
                            new Link(words.say("menu.more"), "/admin/office"));
            case Actor.Stranger stranger -> List.of();
            case Actor.Clock clock -> List.of();
        };
    }

    /** The two most common places of the function, and where all others are. */
    private static List<Link> officer(
            RequestContext visit, Actor.Officer officer, PageTexts words) {
        var links = new ArrayList<Link>();
        var work = new Link(words.say("menu.queue"), WORK);
        if (visit.plays(officer, Role.RECORDS_A_CROSSING)) {
            links.add(new Link(words.say("menu.border"), BORDER));
        } else if (officer.lawyer()) {
            links.add(new Link(words.say("menu.directive"), ENACTING));
        } else if (visit.plays(officer, Role.SUPERVISES)) {
            links.add(new Link(words.say("menu.report"), REPORT));
        }
        links.add(work);
        // A menu of five words takes two rows on a telephone, so supervisors find it under More.
        if (visit.mayFind(By.PERSON) && !visit.plays(officer, Role.SUPERVISES)) {
            links.add(new Link(words.say("menu.find"), FIND));
        }
        links.add(new Link(words.say("menu.more"), MORE));
        return links;
    }

    /** The page where a reader's work begins. */
    static String home(RequestContext visit, Session session) {
        return switch (session.actor()) {
            case Actor.Officer officer ->
                    visit.plays(session, officer, Role.RECORDS_A_CROSSING)
                            ? BORDER
                            : officer.lawyer()
                                    ? ENACTING
                                    : visit.plays(session, officer, Role.SUPERVISES)
                                            ? REPORT
                                            : WORK;
            case Actor.Party _ -> "/track";
            case Actor.Auditor _ -> "/audit";
            case Actor.Administrator _ -> "/admin";
            case Actor.Stranger _, Actor.Clock _ -> "/";
        };
    }
}
