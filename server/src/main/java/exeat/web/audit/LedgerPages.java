package exeat.web.audit;

import exeat.desk.Office;
import exeat.desk.witness.LogStanding;
import exeat.web.component.BulletList;
import exeat.web.component.Details;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.component.WarningText;
import exeat.web.component.list.SummaryList;
import exeat.web.component.list.SummaryRow;
import exeat.web.help.Term;
import exeat.web.help.WordHelp;
import exeat.web.kit.Page;
import exeat.web.kit.PageFactory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** What the public log is, and how anybody can check it. */
@Singleton
@Path("/ledger")
@RunOnVirtualThread
public final class LedgerPages {

    private static final String VERIFY = "./exeat ledger verify --url https://.../ledger --key KEY";

    private final PageFactory pages;
    private final Office office;

    LedgerPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    /** What to say of the witnesses, by the key of its message. */
    private String witnessed() {
        var standing = office.ledger().witnesses().standing();
        if (standing.witnesses().stream().anyMatch(LogStanding.WitnessStanding::objects)) {
            return "ledger.witnesses.object";
        }
        return standing.isHealthy() ? "ledger.witnesses.recent" : "ledger.witnesses.none";
    }

    @GET
    public Response ledger() {
        var words = pages.words();
        var note = office.ledger().checkpoint().map(text -> text.lines().toList());
        var rows = new ArrayList<SummaryRow>();
        rows.add(SummaryRow.of(words.say("ledger.key"), office.ledger().key()));
        note.ifPresent(lines -> {
            rows.add(SummaryRow.of(words.say("ledger.size"), lines.get(1)));
            rows.add(SummaryRow.of(words.say("ledger.root"), lines.get(2)));
        });
        rows.add(SummaryRow.of(words.say("ledger.witnesses"), words.say(witnessed())));
        var sheet =
                pages.page(words.say("ledger.title"))
                        .forEverybody()
                        .back(pages.request().isOfficer() ? "" : "/");
        if (pages.request().training().isOn()) {
            sheet.add(new WarningText(words.say("warning"), words.say("ledger.training")));
        }
        return sheet.add(
                        new Paragraphs(
                                List.of(words.say("ledger.what"), words.say("ledger.nobody"))))
                .add(new SummaryList(rows))
                .add(new Heading(2, words.say("ledger.check"), "check"))
                .add(
                        new BulletList(
                                List.of(
                                        words.say("ledger.check.own"),
                                        words.say("ledger.check.keep"),
                                        words.say("ledger.check.all"))))
                .add(
                        new Details(
                                words.say("ledger.check.program"),
                                List.of(Page.raw(new InsetText(VERIFY, words.english())))))
                .add(
                        new LinkList(
                                List.of(
                                        new Link(
                                                words.say("ledger.checkpoint"),
                                                "/ledger/checkpoint"),
                                        new Link(words.say("ledger.key.file"), "/ledger/key"))))
                .add(new Paragraphs(List.of(words.say("ledger.not"))))
                .add(WordHelp.of(words, Term.LOG, Term.CHECKPOINT, Term.WITNESS, Term.RECEIPT))
                .ok();
    }
}
