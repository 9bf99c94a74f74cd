package exeat.web.help;

import exeat.web.component.Heading;
import exeat.web.component.Paragraphs;
import exeat.web.kit.PageFactory;
import exeat.web.kit.PageTexts;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** Every word of the trade with its meaning, in the order of the reader's language. */
@Singleton
@Path(GlossaryPages.ADDRESS)
@RunOnVirtualThread
public final class GlossaryPages {

    /** Linked from the foot of every page. */
    public static final String ADDRESS = "/words";

    private final PageFactory pages;

    GlossaryPages(PageFactory pages) {
        this.pages = pages;
    }

    @GET
    public Response all() {
        var words = pages.words();
        var sheet =
                pages.page(words.say("terms.title"))
                        .forEverybody()
                        .back(pages.request().home())
                        .add(new Paragraphs(List.of(words.say("terms.what"))));
        for (var term : sorted(words)) {
            sheet.add(new Heading(2, words.say(term.key()), term.id()))
                    .add(new Paragraphs(List.of(words.say(term.meaningKey()))));
        }
        return sheet.ok();
    }

    static List<Term> sorted(PageTexts words) {
        return Arrays.stream(Term.values())
                .sorted(
                        Comparator.comparing(
                                (Term term) -> words.say(term.key()),
                                Collator.getInstance(words.locale())))
                .toList();
    }
}
