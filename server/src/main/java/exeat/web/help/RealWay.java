package exeat.web.help;

import exeat.http.TrainingMode;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.Paragraphs;
import exeat.web.component.WarningText;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.kit.PackTexts;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.List;

/**
 * Says, on pages of a training installation where somebody asks for protection, that nobody is
 * alerted there, and where people who need it can ask. A trainee may be one of them.
 */
public final class RealWay {

    private RealWay() {}

    /** Adds it to such a page; nothing in an office, where the page itself is the way. */
    public static void addTo(Page sheet, PageFactory pages) {
        var training = pages.request().training();
        if (!training.isOn()) {
            return;
        }
        var words = pages.words();
        var rows = rows(training, pages, words);
        sheet.add(
                new WarningText(words.say("warning"), words.say("training.protect.nobody")),
                new Heading(2, words.say("training.protect.title"), "real-way"),
                new Paragraphs(List.of(words.say("training.protect.what"))));
        if (rows.isEmpty()) {
            sheet.add(new InsetText(words.say("training.protect.none")));
        } else {
            sheet.add(
                    new Paragraphs(List.of(words.say("training.protect.where"))),
                    new SummaryList(rows));
        }
        sheet.add(OfficeDetails.all(words));
    }

    private static List<SummaryRow> rows(
            TrainingMode training, PageFactory pages, PageTexts words) {
        var rows = new ArrayList<SummaryRow>();
        training.realSite().map(site -> site(site, words)).ifPresent(rows::add);
        pages.request().offered().stream()
                .map(directive -> new OfficeDetails(new PackTexts(directive, words), words))
                .flatMap(details -> details.protecting().stream())
                .forEach(rows::add);
        return rows;
    }

    private static SummaryRow site(String site, PageTexts words) {
        return SummaryRow.changeable(
                words.say("training.protect.site"),
                site,
                new Link(words.say("offices.open"), site, site));
    }
}
