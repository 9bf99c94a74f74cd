package exeat.web;

import exeat.api.Proven;
import exeat.desk.Office;
import exeat.pdf.ProofPrinter;
import exeat.rules.Directive;
import exeat.rules.DirectiveRef;
import exeat.web.part.Link;
import exeat.web.part.LinkList;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/**
 * What is proved of a directive, for everybody who can read it. The address of a proof holds the
 * version's hash, so that it never shows another version than the one that it was linked from.
 */
@Singleton
@Path("/directives/{id}/proof")
@RunOnVirtualThread
public final class ProofPages {

    private static final String HASH = "{hash: [0-9a-f]{64}}";

    private final Pages pages;
    private final Office office;
    private final Proven proven;
    private final ProofPrinter printer = new ProofPrinter();

    ProofPages(Pages pages, Office office, Proven proven) {
        this.pages = pages;
        this.office = office;
        this.proven = proven;
    }

    /** From the page of a version to what is proved of that very version. */
    static LinkList links(DirectiveRef ref, Words words) {
        return new LinkList(List.of(new Link(words.say("proof.link"), address(ref))));
    }

    private static String address(DirectiveRef ref) {
        return "/directives/" + ref.id() + "/proof/" + ref.hash();
    }

    @GET
    public Response newest(String id) {
        var directive = office.register().directive(id).orElseThrow(NotFoundException::new);
        return Response.seeOther(URI.create(address(directive.ref()))).build();
    }

    @GET
    @Path(HASH)
    public Response show(String id, String hash) {
        var words = pages.words();
        var directive = version(id, hash);
        var ref = directive.ref();
        boolean current = Directives.current(office).ref().equals(ref);
        var sheet =
                pages.sheet(words.say("proof.title"))
                        .caption(ref.id() + ", " + words.say("directive.version", ref.version()))
                        .wide()
                        .back(current ? "/directive" : "");
        new ProofView(new Terms(directive, words), words)
                .addTo(sheet, proven.of(directive), current, address(ref) + ".pdf");
        return sheet.ok();
    }

    @GET
    @Path(HASH + ".pdf")
    public Response print(String id, String hash) {
        var directive = version(id, hash);
        var pdf = printer.print(directive.record().title(), proven.of(directive));
        var name = "proof-" + id + "-" + hash.substring(0, 8) + ".pdf";
        return Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + name + "\"")
                .build();
    }

    private Directive version(String id, String hash) {
        return office.register().directives().stream()
                .filter(ref -> ref.id().equals(id) && ref.hash().equals(hash))
                .findFirst()
                .map(office.register()::directive)
                .orElseThrow(NotFoundException::new);
    }
}
