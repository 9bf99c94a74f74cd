package exeat.web.admin;

import exeat.desk.auth.Administration.Account;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.PageTexts;
import java.util.List;

/** A part of a list of accounts, each with the way to its page. */
final class AccountTable {

    private AccountTable() {}

    /**
     * The table of these accounts.
     *
     * @param all how many there are with those of the other parts
     */
    static DataTable of(List<Account> accounts, int all, AdminTexts terms, PageTexts words) {
        return new DataTable(
                        words.say("accounts.caption", all, terms.zone()),
                        List.of(
                                ColumnHeader.of(words.say("accounts.name")),
                                ColumnHeader.of(words.say("officer.login")),
                                ColumnHeader.of(words.say("officer.unit")),
                                ColumnHeader.of(words.say("accounts.does")),
                                ColumnHeader.of(words.say("accounts.factor")),
                                ColumnHeader.of(words.say("accounts.signed-in"))),
                        accounts.stream().map(one -> row(one, terms, words)).toList())
                .stackedWhereNarrow();
    }

    private static List<TableCell> row(Account one, AdminTexts terms, PageTexts words) {
        var member = one.member();
        var signedIn = one.signedIn().map(terms::time).orElse(words.say("admin.never"));
        return List.of(
                TableCell.link(member.name(), "/admin/accounts/" + member.id().text()).asHead(),
                TableCell.of(member.login()),
                TableCell.of(terms.unit(member.unit())),
                TableCell.of(terms.does(member)),
                TableCell.of(words.say(one.factor() ? "yes" : "no")),
                TableCell.of(
                        member.ended()
                                .map(end -> words.say("accounts.ended.at", terms.time(end.at())))
                                .orElse(signedIn)));
    }
}
