package exeat.web.help;

import exeat.web.component.Details;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.LocalizedText;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.Page;
import exeat.web.kit.PageTexts;
import java.util.Collection;
import java.util.List;

/** What the words on a page mean, folded, where they stand. It works without a script. */
public final class WordHelp {

    private WordHelp() {}

    /** Explains these words, in the order in which they stand on a page. */
    public static Details of(PageTexts words, Collection<Term> terms) {
        var rows =
                terms.stream()
                        .distinct()
                        .map(term ->
                                new SummaryRow(
                                        words.say(term.key()),
                                        List.of(LocalizedText.here(words.say(term.meaningKey()))),
                                        List.of()))
                        .toList();
        var all = new LinkList(List.of(new Link(words.say("terms.all"), GlossaryPages.ADDRESS)));
        return new Details(
                words.say("terms.here"), List.of(Page.raw(new SummaryList(rows)), Page.raw(all)));
    }

    /** Explains these words. */
    public static Details of(PageTexts words, Term... terms) {
        return of(words, List.of(terms));
    }
}
