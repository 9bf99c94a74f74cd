package exeat.web.admin;

import com.ibm.icu.text.ListFormatter;
import exeat.casework.decide.UnitRules;
import exeat.casework.value.UnitChange;
import exeat.desk.auth.ProposalState;
import exeat.desk.auth.UnitAdministration.Came;
import exeat.desk.auth.UnitAdministration.Proposal;
import exeat.desk.register.FormerNames;
import exeat.rules.authority.AuthorityId;
import exeat.web.component.list.ColumnHeader;
import exeat.web.component.list.DataTable;
import exeat.web.component.list.SummaryRow;
import exeat.web.component.list.TableCell;
import exeat.web.kit.PageTexts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

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
                    words.say("unit.said.renamed", unit, inLanguages(names, words), from);
            case UnitChange.Moved(_, AuthorityId parent, _) ->
                    words.say("unit.said.moved", unit, terms.unit(parent), from);
            case UnitChange.Merged(_, AuthorityId successor, _) ->
                    words.say("unit.said.merged", unit, terms.unit(successor), from);
            case UnitChange.Closed _ -> words.say("unit.said.closed", unit, from);
        };
    }

    /** A name in each language that has it. */
    private static String inLanguages(Map<String, String> names, PageTexts words) {
        return ListFormatter.getInstance(words.locale())
                .format(names.entrySet().stream().map(one -> inLanguage(one, words)).toList());
    }

    /** A name and which language has it. */
    private static String inLanguage(Map.Entry<String, String> name, PageTexts words) {
        return words.say(
                "unit.said.name",
                PageTexts.isolated(name.getValue()),
                words.language(name.getKey()));
    }

    /** Names that a unit had, each with its days. */
    static DataTable former(List<FormerNames.Former> names, PageTexts words) {
        return new DataTable(
                        words.say("unit.names"),
                        List.of(
                                ColumnHeader.of(words.say("unit.former")),
                                ColumnHeader.of(words.say("unit.from")),
                                ColumnHeader.of(words.say("unit.until"))),
                        names.stream()
                                .map(former ->
                                        List.of(
                                                TableCell.of(inLanguages(former.names(), words))
                                                        .asHead(),
                                                TableCell.of(words.day(former.first())),
                                                TableCell.of(words.day(former.last()))))
                                .toList())
                .underHeading();
    }

    /** What pages in each language will call it, for who agrees to a new name. */
    List<SummaryRow> names(UnitChange change) {
        if (!(change instanceof UnitChange.Renamed(_, var names, _))) {
            return List.of();
        }
        var languages = new TreeSet<>(names.keySet());
        languages.addAll(PageTexts.LANGUAGES);
        return languages.stream()
                .map(tag ->
                        SummaryRow.of(
                                words.say("unit.name", words.language(tag)),
                                Objects.requireNonNull(names.getOrDefault(tag, names.get("en")))))
                .toList();
    }

    String state(ProposalState state) {
        return words.say("admin.state." + state);
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
                                    case MISPLACED -> "unit.wrong.other";
                                }))
                .or(() ->
                        came.rule()
                                .map(rule ->
                                        words.say(
                                                switch (rule.code()) {
                                                    case BAD_DATE -> "unit.wrong.from";
                                                    case NOT_FOUND -> "unit.wrong.gone";
                                                    case ALREADY_EXISTS ->
                                                            rule.about().equals("name")
                                                                    ? "unit.wrong.taken"
                                                                    : "unit.wrong.ends";
                                                    case NOT_ALLOWED -> "unit.wrong.issuer";
                                                    case WRONG_STAGE -> "unit.wrong.area";
                                                    default ->
                                                            switch (rule.about()) {
                                                                case "name" -> "unit.wrong.name";
                                                                case "reason" ->
                                                                        "unit.wrong.reason";
                                                                default -> "unit.wrong.other";
                                                            };
                                                },
                                                UnitRules.MAX_NAME)))
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
                                                TableCell.of(terms.name(names, one.by())),
                                                TableCell.of(terms.time(one.at())),
                                                TableCell.of(state(one.state()))))
                                .toList())
                .underHeading()
                .stackedWhereNarrow();
    }
}
