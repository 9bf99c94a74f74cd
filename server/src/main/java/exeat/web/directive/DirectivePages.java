package exeat.web.directive;

import com.github.benmanes.caffeine.cache.Cache;
import exeat.desk.Office;
import exeat.desk.base.Caches;
import exeat.rules.document.DirectiveRef;
import exeat.store.rows.RegisterStore;
import exeat.web.component.Heading;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.component.Paragraphs;
import exeat.web.help.OfficeDirectoryPages;
import exeat.web.help.Term;
import exeat.web.help.WordHelp;
import exeat.web.kit.DirectiveNotices;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import io.quarkus.qute.RawString;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** The public pages of the directive, so that applicants can read the rules that decide. */
@Singleton
@Path("/directive")
@RunOnVirtualThread
public final class DirectivePages {

    private static final int MAX_KEPT = 32;

    /** Texts of versions as they were shown, by what they follow from; any may be forgotten. */
    private final Cache<Shown, List<RawString>> kept = Caches.bounded(MAX_KEPT).build();

    private final PageFactory pages;
    private final Office office;

    DirectivePages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    /** What the text of a page follows from, and nothing else. */
    private record Shown(
            DirectiveRef ref, String language, List<RegisterStore.Clarification> said) {}

    /** The text, rendered once for each version and language. */
    private List<RawString> rendered(
            PackTexts terms, PageTexts words, List<RegisterStore.Clarification> said) {
        var key = new Shown(terms.directive().ref(), words.lang(), List.copyOf(said));
        return kept.get(key, _ -> new DirectiveView(terms, words, said).rendered());
    }

    /** The version that decides today, for readers who name none. */
    @GET
    @Path("try")
    public Response tryout() {
        var ref = pages.request().directive().ref();
        return Response.seeOther(URI.create(TryoutPages.address(ref))).build();
    }

    @GET
    public Response directive() {
        var words = pages.words();
        var terms = new PackTexts(pages.request().directive(), words);
        var sheet =
                pages.page(words.say("directive.title"))
                        .forEverybody()
                        .wide()
                        .back(pages.request().isOfficer() ? "" : "/")
                        .add(new Paragraphs(List.of(words.say("directive.everybody"))));
        DirectiveNotices.without(office, pages.request().directive(), words)
                .ifPresent(why -> sheet.add(new InsetText(why)));
        sheet.add(
                new LinkList(
                        List.of(
                                new Link(
                                        words.say("try.link"),
                                        TryoutPages.address(terms.directive().ref())),
                                new Link(
                                        words.say("offices.title"), OfficeDirectoryPages.ADDRESS))),
                ProofPages.links(terms.directive().ref(), words));
        var said = office.register().clarifications(terms.directive().ref().id());
        rendered(terms, words, said).forEach(sheet::add);
        sheet.add(new Heading(2, words.say("signed.title"), "signed"))
                .add(new Paragraphs(List.of(words.say("signed.what"))))
                .add(new SignatureView(office, terms, words).table().underHeading())
                .add(
                        WordHelp.of(
                                words,
                                Term.DIRECTIVE,
                                Term.PARAGRAPH,
                                Term.FINDING,
                                Term.ROUTE,
                                Term.REFERRED,
                                Term.CLEARANCE,
                                Term.SET_ASIDE,
                                Term.PROTECTED_FACT));
        return sheet.ok();
    }
}
