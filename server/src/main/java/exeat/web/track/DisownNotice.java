package exeat.web.track;

import exeat.casework.access.Disclosure;
import exeat.casework.state.DoneInPerson;
import exeat.casework.value.TravellerNo;
import exeat.rules.authority.Authority;
import exeat.rules.authority.AuthorityId;
import exeat.rules.authority.Role;
import exeat.web.casefile.CaseActionKind;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.WarningText;
import exeat.web.help.OfficeDetails;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Tells a person what two officers say that they did in person, and how they undo it. */
final class DisownNotice {

    private final Page sheet;
    private final PackTexts terms;
    private final PageTexts words;

    DisownNotice(Page sheet, PackTexts terms, PageTexts words) {
        this.sheet = sheet;
        this.terms = terms;
        this.words = words;
    }

    void add(Disclosure.CaseSeen seen, Instant now) {
        for (var traveller : seen.travellers().entrySet()) {
            if (traveller.getValue() instanceof Disclosure.Whole(var state)) {
                state.undoable(now).stream()
                        // Somebody who filed for another person is not shown that this person
                        // sought protection.
                        .filter(done -> done.isWithdrawal() || seen.own().isProved())
                        .forEach(done -> add(done, traveller.getKey(), seen));
            }
        }
    }

    private void add(DoneInPerson done, TravellerNo no, Disclosure.CaseSeen seen) {
        var zone = terms.directive().vocabulary().zone();
        var units = done.units().stream().distinct().map(terms::unit);
        sheet.add(
                new WarningText(
                        words.say("warning"),
                        words.say(
                                done.isWithdrawal()
                                        ? "disown.said.withdrawal"
                                        : "disown.said.claim",
                                units.collect(Collectors.joining(" · ")),
                                words.time(done.at(), zone),
                                words.time(done.until(), zone))));
        if (seen.own().isProved()) {
            var address = "/track/" + no + "/" + CaseActionKind.DISOWN.address();
            sheet.add(
                    new LinkList(
                            List.of(
                                    new Link(
                                            words.say("disown.link"),
                                            address + "/" + done.request()))));
            return;
        }
        var offices = apart(done, seen.holder());
        sheet.add(
                new Paragraphs(
                        List.of(
                                words.say(
                                        offices.isEmpty() ? "disown.nobody" : "disown.unproved"))));
        var details = new OfficeDetails(terms, words);
        offices.forEach(unit -> sheet.add(details.reach(unit)));
    }

    /** The units that protect in the holder's area, but those that had a part in it. */
    private List<AuthorityId> apart(DoneInPerson done, AuthorityId holder) {
        var tree = terms.directive().authorities();
        return tree.all().stream()
                .filter(unit -> unit.plays(Role.PROTECTS) && tree.isWithin(holder, unit.place()))
                .map(Authority::id)
                .filter(unit -> !tree.isClosed(unit) && !done.isOf(unit, tree))
                .toList();
    }
}
