package exeat.web.casefile;

import exeat.casework.access.Disclosure;
import exeat.casework.command.Actor;
import exeat.casework.command.ArchiveCommand;
import exeat.casework.command.Command;
import exeat.casework.state.Archive;
import exeat.casework.value.StreamId.CaseId;
import exeat.rules.authority.Authority;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an officer of a unit that supervises can do about the keeping of a file; it is about all
 * travellers.
 */
final class ArchiveActions {

    /** In addresses, where else a traveller's number stands. */
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

    List<CaseAction> all() {
        boolean left =
                seen.travellers().values().stream()
                        .anyMatch(one -> !(one instanceof Disclosure.Erased));
        if (!supervises() || !left) {
            return List.of();
        }
        var deeds = new ArrayList<CaseAction>();
        if (keeping().kept().isPresent()) {
            deeds.add(said("free-file", reason -> new ArchiveCommand.LiftLegalHold(id, reason)));
            return deeds;
        }
        keeping()
                .proposed()
                .filter(first -> !first.by().equals(officer.id()))
                .ifPresent(_ ->
                        deeds.add(
                                CaseAction.plain(
                                                "erase-second",
                                                "",
                                                words.say("deed.erase-second"),
                                                List.of(words.say("deed.erase.told")),
                                                new ArchiveCommand.SecondErasure(id))
                                        .asGrave()));
        deeds.add(propose());
        deeds.add(said("keep-file", order -> new ArchiveCommand.PlaceLegalHold(id, order)));
        return deeds;
    }

    private boolean supervises() {
        return terms.directive()
                .authorities()
                .find(officer.unit())
                .filter(Authority::supervises)
                .isPresent();
    }

    private CaseAction propose() {
        return new CaseAction(
                "erase-file",
                "",
                words.say("deed.erase-file"),
                List.of(words.say("deed.erase.told"), words.say("deed.erase-file.told")),
                true,
                form -> {
                    form.area("basis", words.say("erase.basis"), words.say("erase.basis.hint"));
                    form.area("reason", words.say("deed.reason"), words.say("deed.reason.hint"));
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

    private CaseAction said(String name, java.util.function.Function<String, Command> command) {
        return new CaseAction(
                name,
                "",
                words.say("deed." + name),
                List.of(words.say("deed." + name + ".told")),
                false,
                form ->
                        form.area(
                                "reason", words.say("deed.reason"), words.say("deed.reason.hint")),
                posted ->
                        posted.value("reason").isBlank()
                                ? Map.of("reason", words.say("wrong.empty"))
                                : Map.of(),
                posted -> command.apply(posted.value("reason")));
    }

    /** What keeps the file, and what was proposed. */
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
