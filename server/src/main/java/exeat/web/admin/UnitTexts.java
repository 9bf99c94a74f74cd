package exeat.web.admin;

import exeat.casework.directive.UnitRules;
import exeat.casework.value.OfficerId;
import exeat.casework.value.UnitChange;
import exeat.desk.auth.UnitAdministration.Came;
import exeat.desk.auth.UnitAdministration.Proposal;
import exeat.desk.auth.UnitAdministration.State;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.TableCell;
import exeat.web.kit.PageTexts;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What pages say of changes of units. */
final class UnitTexts {

    private static final String PROPOSALS = UnitPages.HOME + "/proposals/";

    private final AdminTexts terms;
    private final PageTexts words;

    UnitTexts(AdminTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    /** A change in one sentence. */
    String said(UnitChange change) {
        var unit = terms.unit(change.unit());
        var from = words.day(change.from());
        return switch (change) {
            case UnitChange.Renamed(_, var names, _) ->
                    words.say(
                            "unit.said.renamed",
                            unit,
                            Objects.requireNonNull(
                                    names.getOrDefault(words.lang(), names.get("en"))),
                            from);
            case UnitChange.Moved(_, AuthorityId parent, _) ->
                    words.say("unit.said.moved", unit, terms.unit(parent), from);
            case UnitChange.Merged(_, AuthorityId successor, _) ->
                    words.say("unit.said.merged", unit, terms.unit(successor), from);
            case UnitChange.Closed _ -> words.say("unit.said.closed", unit, from);
        };
    }

    String state(State state) {
        return words.say(
                switch (state) {
                    case WAITING -> "admin.state.WAITING";
                    case AGREED -> "admin.state.AGREED";
                    case DECLINED -> "admin.state.DECLINED";
                    case WITHDRAWN -> "admin.state.WITHDRAWN";
                    case LAPSED -> "admin.state.EXPIRED";
                });
    }

    String name(Map<String, String> names, OfficerId id) {
        return names.getOrDefault(id.text(), id.text());
    }

    /** Why something was not done, and what to do. */
    String refused(Came came) {
        return came.refused()
                .map(why ->
                        words.say(
                                switch (why) {
                                    case OWN -> "admin.refused.OWN";
                                    case WAITING -> "admin.refused.WAITING";
                                    case UNKNOWN -> "unit.wrong.gone";
                                    case GONE -> "admin.refused.GONE";
                                    case CHANGED -> "unit.wrong.changed";
                                    case MANY -> "admin.refused.MANY";
                                }))
                .or(() ->
                        came.rule()
                                .map(rule ->
                                        words.say(
                                                switch (rule.code()) {
                                                    case BAD_DATE -> "unit.wrong.from";
                                                    case NOT_FOUND -> "unit.wrong.gone";
                                                    case ALREADY_EXISTS -> "unit.wrong.ends";
                                                    case NOT_ALLOWED -> "unit.wrong.issuer";
                                                    case WRONG_STAGE -> "unit.wrong.area";
                                                    default ->
                                                            rule.about().equals("name")
                                                                    ? "unit.wrong.name"
                                                                    : "unit.wrong.other";
                                                },
                                                UnitRules.LONGEST_NAME)))
                .orElse("");
    }

    /** Proposals, a row each. */
    DataTable table(List<Proposal> proposals, Map<String, String> names) {
        return new DataTable(
                        words.say("units.changes"),
                        List.of(
                                ColumnHeader.of(words.say("unit.change")),
                                ColumnHeader.of(words.say("proposal.by")),
                                ColumnHeader.of(words.say("audit.when")),
                                ColumnHeader.of(words.say("sample.state"))),
                        proposals.stream()
                                .map(one ->
                                        List.of(
                                                TableCell.link(
                                                                said(one.change()),
                                                                PROPOSALS + one.id())
                                                        .asHead(),
                                                TableCell.of(name(names, one.by())),
                                                TableCell.of(terms.time(one.at())),
                                                TableCell.of(state(one.state()))))
                                .toList())
                .underHeading()
                .stackedWhereNarrow();
    }
}
