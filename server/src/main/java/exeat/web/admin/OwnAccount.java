package exeat.web.admin;

import exeat.casework.command.Actor;
import exeat.casework.value.OfficerId;
import exeat.desk.base.Session;

/** Whether the administrator who reads a page is the one that something is about or by. */
final class OwnAccount {

    private OwnAccount() {}

    static boolean is(Session session, OfficerId account) {
        return session.actor().equals(new Actor.Administrator(account));
    }
}
