package exeat.web.casefile;

import exeat.casework.access.Disclosure;
import exeat.casework.access.Mandate;
import exeat.casework.command.Actor;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.Command;
import exeat.casework.state.Archive;
import exeat.casework.value.StreamId.CaseId;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Actions of officers of a supervising unit on keeping a case; they concern all travellers. */
final class ArchiveActions implements CaseActions {

    /** Stands in addresses in place of a traveller's number. */
    static final int FILE = 0;

    private final CaseId id;
    private final Disclosure.CaseSeen seen;
    private final Actor.Officer officer;
    private final PackTexts terms;
    private final PageTexts words;

    ArchiveActions(
            Disclosure.CaseSeen seen, Actor.Officer officer, PackTexts terms, PageTexts words) {
        this.id = seen.id();
        this.seen = seen;
        this.officer = officer;
        this.terms = terms;
        this.words = words;
    }

    private Archive keeping() {
        return seen.archive().orElse(Archive.NOTHING);
    }

    @Override
    public CaseActionKind.OfferedTo reader() {
        return CaseActionKind.OfferedTo.SUPERVISOR;
    }

    @Override
    public List<CaseActionKind.Group> groups() {
        boolean left =
                seen.travellers().values().stream()
                        .anyMatch(one -> !(one instanceof Disclosure.Erased));
        return mayErase() && left ? List.of(CaseActionKind.Group.ARCHIVE) : List.of();
    }

    @Override
    public List<CaseAction> on(CaseActionKind.Group group) {
        return switch (group) {
            case ARCHIVE -> archive();
            case CONFIRMATION,
                    APPEALS,
                    AUTHORISATION,
                    PROPOSALS,
                    CLEARANCES,
                    DECISION,
                    QUESTIONS,
                    BORDER_STOP,
                    HOLDS,
                    SAFEGUARDS,
                    PROTECTION,
                    RECUSAL,
                    WITHDRAWAL ->
                    List.of();
        };
    }

    private boolean mayErase() {
        return Mandate.mayErase(terms.directive().authorities(), officer.unit());
    }

    private List<CaseAction> archive() {
        if (keeping().kept().isPresent()) {
            return List.of(
                    said(
                            CaseActionKind.FREE_FILE,
                            reason -> new ArchiveCommand.LiftLegalHold(id, reason)));
        }
        var deeds = new ArrayList<CaseAction>();
        keeping()
                .proposed()
                .filter(first -> !first.by().equals(officer.id()))
                .ifPresent(first ->
                        deeds.add(
                                CaseAction.plain(
                                        CaseActionKind.ERASE_SECOND,
                                        "",
                                        CaseActionKind.ERASE_SECOND.title(words),
                                        read(first),
                                        new ArchiveCommand.SecondErasure(
                                                id, first.basis(), first.reason()))));
        deeds.add(propose());
        deeds.add(
                said(
                        CaseActionKind.KEEP_FILE,
                        order -> new ArchiveCommand.PlaceLegalHold(id, order)));
        return deeds;
    }

    /** What the second officer agrees to. */
    private List<String> read(Archive.Proposed first) {
        var read = new ArrayList<>(CaseActionKind.ERASE_SECOND.told(words));
        read.add(words.say("erase.basis") + ": " + first.basis());
        read.add(words.say("action.reason") + ": " + first.reason());
        return read;
    }

    private CaseAction propose() {
        return new CaseAction(
                CaseActionKind.ERASE_FILE,
                "",
                CaseActionKind.ERASE_FILE.title(words),
                CaseActionKind.ERASE_FILE.told(words),
                form -> {
                    form.area("basis", words.say("erase.basis"), words.say("erase.basis.hint"));
                    form.area(
                            "reason", words.say("action.reason"), words.say("action.reason.hint"));
                },
                posted -> {
                    var wrong = new LinkedHashMap<String, String>();
                    for (var field : List.of("basis", "reason")) {
                        if (posted.value(field).isBlank()) {
                            wrong.put(field, words.say("wrong.empty"));
                        }
                    }
                    return wrong;
                },
                posted ->
                        new ArchiveCommand.ProposeErasure(
                                id, posted.value("basis"), posted.value("reason")));
    }

    private CaseAction said(CaseActionKind kind, Function<String, Command> command) {
        return new CaseAction(
                kind,
                "",
                kind.title(words),
                kind.told(words),
                form ->
                        form.area(
                                "reason",
                                words.say("action.reason"),
                                words.say("action.reason.hint")),
                posted ->
                        posted.value("reason").isBlank()
                                ? Map.of("reason", words.say("wrong.empty"))
                                : Map.of(),
                posted -> command.apply(posted.value("reason")));
    }

    /** The legal hold on the case, and the proposals. */
    List<SummaryRow> rows() {
        var rows = new ArrayList<SummaryRow>();
        keeping()
                .kept()
                .ifPresent(kept ->
                        rows.add(
                                SummaryRow.of(
                                        words.say("keeping.kept"),
                                        kept.order() + " · " + by(kept.unit(), kept.at()))));
        keeping()
                .proposed()
                .ifPresent(first ->
                        rows.add(
                                SummaryRow.of(
                                        words.say("keeping.proposed"),
                                        first.basis()
                                                + " · "
                                                + first.reason()
                                                + " · "
                                                + by(first.unit(), first.at()))));
        return rows;
    }

    private String by(exeat.rules.authority.AuthorityId unit, java.time.Instant at) {
        var zone = terms.directive().vocabulary().zone();
        return terms.unit(unit) + " · " + words.time(at, zone);
    }
}
