package exeat.web.track;

import exeat.casework.state.StageTransitions;
import exeat.casework.state.TravellerState;
import exeat.casework.value.fee.FeeAccount;
import exeat.rules.document.FeeTerms;
import exeat.web.casefile.view.FeeTexts;
import exeat.web.component.Heading;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.TemplateInstance;
import java.util.ArrayList;
import java.util.List;

/**
 * What a person is asked to pay, what for, by which paragraph and how; that nothing is paid at the
 * border, and what happens if they do not pay.
 */
final class FeeNotice {

    private final PackTexts terms;
    private final PageTexts words;

    FeeNotice(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    /** The fee's part of the page; empty if no fee was ever asked. */
    List<TemplateInstance> of(TravellerState traveller) {
        var pieces = new ArrayList<TemplateInstance>();
        var rows = new FeeTexts(terms, words).rows(traveller);
        rows.ifPresent(list -> {
            pieces.add(new Heading(3, words.say("fee.title"), ""));
            pieces.add(list);
        });
        traveller
                .fee()
                .filter(fee -> isOpen(fee, traveller))
                .ifPresent(_ -> pieces.add(new Paragraphs(told())));
        traveller
                .fee()
                .filter(fee -> !fee.payments().isEmpty())
                .ifPresent(_ ->
                        pieces.add(
                                new LinkList(
                                        List.of(
                                                new Link(
                                                        words.say("fee.receipt"),
                                                        "/fee/" + traveller.no())))));
        return pieces;
    }

    private static boolean isOpen(FeeAccount fee, TravellerState traveller) {
        return fee.open(StageTransitions.isApproved(traveller.stage())).signum() > 0;
    }

    private List<String> told() {
        var told = new ArrayList<String>();
        terms.message(FeeTerms.PAYMENT).ifPresent(told::add);
        boolean first = terms.directive().fees().flatMap(FeeTerms::before).isPresent();
        told.add(words.say(first ? "fee.before-issue" : "fee.stops-nothing"));
        told.add(words.say("fee.not-at-border"));
        told.add(words.say("fee.ask-waiver"));
        return told;
    }
}
