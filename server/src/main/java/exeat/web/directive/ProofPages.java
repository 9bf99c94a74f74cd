package exeat.web.directive;

import com.github.benmanes.caffeine.cache.Cache;
import exeat.desk.Office;
import exeat.desk.base.Caches;
import exeat.pdf.ProofPrinter;
import exeat.rules.Directive;
import exeat.rules.ParsedPack;
import exeat.rules.document.DirectiveRef;
import exeat.web.component.InsetText;
import exeat.web.component.Link;
import exeat.web.component.LinkList;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What is proved of a directive, for everybody who can read it, or of a draft, for everybody who
 * has its address. A proof's address contains the version's hash, so that a link always shows the
 * version it was made for.
 */
@Singleton
@Path("/directives/{id}/proof")
@RunOnVirtualThread
public final class ProofPages {

    private static final String HASH = "{hash: [0-9a-f]{64}}";
    private static final int MAX_PRINTED = 8;

    private final PageFactory pages;
    private final Office office;

    /** Anybody may request a proof at any time: for a version it is always the same. */
    private final Cache<DirectiveRef, byte[]> printed = Caches.bounded(MAX_PRINTED).build();

    ProofPages(PageFactory pages, Office office) {
        this.pages = pages;
        this.office = office;
    }

    /** A link from the page of a version to the proofs of that version. */
    static LinkList links(DirectiveRef ref, PageTexts words) {
        return new LinkList(List.of(new Link(words.say("proof.link"), address(ref))));
    }

    static String address(DirectiveRef ref) {
        return "/directives/" + ref.id() + "/proof/" + ref.hash();
    }

    @GET
    public Response newest(String id) {
        var directive = office.register().directive(id).orElseThrow(NotFoundException::new);
        return Response.seeOther(URI.create(address(directive.ref()))).build();
    }

    /** The version or draft whose proof is shown. */
    private record Looked(ParsedPack draft, Optional<Directive> version) {
        DirectiveRef ref() {
            return draft.ref();
        }
    }

    @GET
    @Path(HASH)
    public Response show(String id, String hash) {
        var words = pages.words();
        var looked = looked(id, hash);
        var ref = looked.ref();
        boolean current = pages.request().directive().ref().equals(ref);
        var sheet =
                pages.page(words.say("proof.title"))
                        .caption(ref.id() + ", " + words.say("directive.version", ref.version()))
                        .wide()
                        .back(current ? "/directive" : "");
        if (looked.version().isEmpty()) {
            sheet.add(new InsetText(words.say("proof.draft")));
        } else if (!current) {
            sheet.add(new InsetText(words.say("proof.not-current")));
        }
        looked.version()
                .ifPresent(version ->
                        sheet.add(
                                new LinkList(
                                        List.of(
                                                new Link(
                                                        words.say("try.link"),
                                                        TryoutPages.address(version.ref()))))));
        var view = new ProofView(looked.draft(), looked.version(), words);
        view.addTo(sheet, office.register().proofs(looked.draft()), address(ref) + ".pdf");
        return sheet.ok();
    }

    @GET
    @Path(HASH + ".pdf")
    public Response print(String id, String hash) {
        var draft = looked(id, hash).draft();
        var pdf =
                printed.get(
                        draft.ref(),
                        _ ->
                                new ProofPrinter(pages.request().sheetFrame())
                                        .print(
                                                draft.record().title(),
                                                office.register().proofs(draft)));
        var name = "proof-" + id + "-" + hash.substring(0, 8) + ".pdf";
        return Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .build();
    }

    private Looked looked(String id, String hash) {
        var register = office.register();
        return register.version(id, hash)
                .map(version -> new Looked(version.parsed(), Optional.of(version)))
                .or(() -> register.draft(id, hash).map(d -> new Looked(d, Optional.empty())))
                .orElseThrow(NotFoundException::new);
    }
}
