package exeat.web.casefile;

import exeat.casework.command.TravellerCommand;
import exeat.casework.state.TravellerState;
import exeat.casework.value.RequestedItem;
import exeat.casework.value.StreamId.CaseId;
import exeat.casework.value.TravellerNo;
import exeat.rules.fact.FactDefinition;
import exeat.rules.fact.FactName;
import exeat.rules.finding.Finding;
import exeat.web.component.form.ChoiceOption;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Asking the traveller: only for what the directive names, and only for what can still change
 * something.
 */
final class AskAction {

    private final CaseId id;
    private final TravellerNo no;
    private final PackTexts terms;
    private final PageTexts words;

    AskAction(CaseId id, TravellerNo no, PackTexts terms, PageTexts words) {
        this.id = id;
        this.no = no;
        this.terms = terms;
        this.words = words;
    }

    /** Empty if nothing can be asked, or everything has been asked. */
    Optional<CaseAction> of(TravellerState state) {
        var options = new ArrayList<ChoiceOption>();
        for (var item : items(state)) {
            boolean asked =
                    state.questions().stream().anyMatch(q -> q.isOpen() && q.item().equals(item));
            if (!asked) {
                options.add(ChoiceOption.of(value(item), terms.item(item), ""));
            }
        }
        return options.isEmpty() ? Optional.empty() : Optional.of(action(options));
    }

    private List<RequestedItem> items(TravellerState state) {
        var items = new ArrayList<RequestedItem>();
        switch (state.stage()) {
            case UNANSWERED, REFERRED, APPROVED, AUTHORISED, REVOKED -> {
                facts(state).stream().map(RequestedItem.OfFact::new).forEach(items::add);
                documents(state).stream().map(RequestedItem.OfDocument::new).forEach(items::add);
            }
            case UNCONFIRMED, SET_ASIDE, DEPARTED, REFUSED, WITHDRAWN, CLOSED -> {}
        }
        return items;
    }

    /** No answer can change an approval; the facts that were used can change a referral. */
    private List<FactName> facts(TravellerState state) {
        return terms.directive().vocabulary().facts().stream()
                .filter(fact -> fact.source() == FactDefinition.Source.DECLARED)
                .filter(fact ->
                        fact.use() != FactDefinition.Use.DECIDE || isOpen(state, fact.name()))
                .map(FactDefinition::name)
                .toList();
    }

    private static boolean isOpen(TravellerState state, FactName fact) {
        var finding = state.finding();
        return switch (state.stage()) {
            case UNANSWERED -> finding.filter(f -> f.unanswered().contains(fact)).isPresent();
            case REFERRED -> finding.filter(f -> f.facts().knows(fact)).isPresent();
            case UNCONFIRMED,
                    APPROVED,
                    SET_ASIDE,
                    AUTHORISED,
                    REVOKED,
                    DEPARTED,
                    REFUSED,
                    WITHDRAWN,
                    CLOSED ->
                    false;
        };
    }

    private Set<String> documents(TravellerState state) {
        var kinds = new TreeSet<String>();
        state.finding().map(Finding::burden).ifPresent(b -> kinds.addAll(b.documents()));
        terms.directive().vocabulary().facts().forEach(f -> f.evidence().ifPresent(kinds::add));
        return kinds;
    }

    private CaseAction action(List<ChoiceOption> options) {
        return new CaseAction(
                CaseActionKind.ASK,
                "",
                CaseActionKind.ASK.title(words),
                CaseActionKind.ASK.told(words),
                form -> form.radios("item", words.say("action.item"), "", options),
                posted ->
                        options.stream().anyMatch(o -> o.value().equals(posted.value("item")))
                                ? Map.of()
                                : Map.of("item", words.say("wrong.choose")),
                posted -> new TravellerCommand.Ask(id, no, read(posted.value("item"))));
    }

    private static String value(RequestedItem item) {
        return switch (item) {
            case RequestedItem.OfFact(var fact) -> "fact:" + fact.text();
            case RequestedItem.OfDocument(var kind) -> "document:" + kind;
        };
    }

    private static RequestedItem read(String value) {
        var name = value.substring(value.indexOf(':') + 1);
        return value.startsWith("fact:")
                ? new RequestedItem.OfFact(new FactName(name))
                : new RequestedItem.OfDocument(name);
    }
}
