package exeat.web.track;

import exeat.casework.command.Actor;
import exeat.desk.Office;
import exeat.ledger.Receipt;
import exeat.pdf.ReceiptPrinter;
import exeat.web.component.Button;
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
import exeat.web.kit.PageTexts;
import exeat.web.kit.StoredKeys;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;

/** A person's receipt, which proves that their application and each step is in the public log. */
@Singleton
@Path("/receipt")
@RunOnVirtualThread
public final class ReceiptPages {

    private final PageFactory pages;
    private final Office office;

    ReceiptPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    @GET
    public Response receipt() {
        var words = pages.words();
        var receipt = own();
        var rows = receipt.steps().stream().map(step -> row(words, step)).toList();
        var sheet =
                pages.page(words.say("receipt.title"))
                        .back("/track")
                        .add(training())
                        .add(new Paragraphs(told(words, receipt)))
                        .add(
                                new Button(
                                        words.say("receipt.take"),
                                        "/receipt/exeat-receipt.pdf",
                                        false))
                        .add(
                                new LinkList(
                                        List.of(
                                                new Link(
                                                        words.say("receipt.json"),
                                                        "/receipt/exeat-receipt.json"))))
                        .add(new Heading(2, words.say("receipt.steps"), "steps"))
                        .add(new SummaryList(rows));
        if (!receipt.waiting().isEmpty()) {
            sheet.add(new InsetText(words.say("receipt.waiting", receipt.waiting().size())));
        }
        return sheet.add(
                        new Details(
                                words.say("receipt.checked"),
                                List.of(
                                        Page.raw(
                                                new Paragraphs(
                                                        List.of(words.say("receipt.check")))),
                                        Page.raw(new InsetText(CHECK, words.english())))))
                .add(new LinkList(List.of(new Link(words.say("ledger.title"), "/ledger"))))
                .add(WordHelp.of(words, Term.RECEIPT, Term.LOG, Term.CHECKPOINT, Term.WITNESS))
                .ok();
    }

    /**
     * Explains the receipt; with a secret that is not proved, it does not contain what was taken
     * back.
     */
    private static List<String> told(PageTexts words, Receipt receipt) {
        return receipt.chain().isPresent()
                ? List.of(words.say("receipt.what"), words.say("receipt.keep"))
                : List.of(
                        words.say("receipt.what.unproved"),
                        words.say("receipt.unproved"),
                        words.say("receipt.keep"));
    }

    private static final String CHECK = "./exeat ledger verify --key KEY exeat-receipt.pdf";

    private SummaryRow row(PageTexts words, Receipt.Step step) {
        return SummaryRow.of(title(words, step), List.of(time(words, step), entry(words, step)));
    }

    private static String title(PageTexts words, Receipt.Step step) {
        var event = step.event();
        var title = words.say("receipt.step", Long.toString(event.sequence()));
        var key = StoredKeys.of("event.", event.type());
        return words.has(key) ? title + " · " + words.say(key) : title;
    }

    /**
     * The time of a step in the office's zone, which is named; the attached file has UTC, as the
     * log does.
     */
    private String time(PageTexts words, Receipt.Step step) {
        var zone = pages.request().directive().limits().zone();
        return words.zoned(step.event().at(), zone);
    }

    private static String entry(PageTexts words, Receipt.Step step) {
        return words.say("receipt.entry", Long.toString(step.index()));
    }

    @GET
    @Path("exeat-receipt.pdf")
    public Response print() {
        var words = pages.words();
        var receipt = own();
        var told = new ArrayList<String>();
        if (pages.request().training().isOn()) {
            told.add(words.say("receipt.training"));
        }
        told.add(words.say("track.number") + ": " + receipt.number());
        told.addAll(told(words, receipt));
        var steps =
                receipt.steps().stream()
                        .map(step ->
                                "%s · %s · %s"
                                        .formatted(
                                                title(words, step),
                                                time(words, step),
                                                entry(words, step)))
                        .toList();
        if (!receipt.waiting().isEmpty()) {
            told.add(words.say("receipt.waiting", receipt.waiting().size()));
        }
        var check = List.of(words.say("receipt.attached"), words.say("receipt.check"));
        var sheet =
                new ReceiptPrinter.Content(
                        words.locale().toLanguageTag(),
                        words.say("receipt.title"),
                        told,
                        steps,
                        words.say("receipt.steps"),
                        check,
                        CHECK);
        var printer = new ReceiptPrinter(pages.request().sheetFrame());
        return Response.ok(printer.print(sheet, receipt.toJson()), "application/pdf")
                .header("Content-Disposition", "attachment; filename=\"exeat-receipt.pdf\"")
                .build();
    }

    @GET
    @Path("exeat-receipt.json")
    public Response file() {
        return Response.ok(own().toJson(), "application/json; charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"exeat-receipt.json\"")
                .build();
    }

    private TemplateInstance[] training() {
        var words = pages.words();
        return pages.request().training().isOn()
                ? new TemplateInstance[] {
                    new WarningText(words.say("warning"), words.say("receipt.training"))
                }
                : new TemplateInstance[0];
    }

    private Receipt own() {
        var session = pages.request().party();
        if (session.actor() instanceof Actor.Party party) {
            return office.ledger()
                    .receipt(session, party.caseId())
                    .orElseThrow(NotFoundException::new);
        }
        throw new NotFoundException();
    }
}
