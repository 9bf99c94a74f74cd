package exeat.web.admin;

import exeat.desk.Office;
import exeat.desk.OfficeSettings;
import exeat.desk.setup.SetUpReader;
import exeat.web.component.InsetText;
import exeat.web.component.Paragraphs;
import exeat.web.kit.PageFactory;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Every step from an empty office to its first case, also after they are done. */
@Singleton
@Path(SetUpPages.HOME)
@RunOnVirtualThread
public final class SetUpPages {

    static final String HOME = "/admin/setup";

    private final PageFactory pages;
    private final Office office;
    private final OfficeSettings settings;

    SetUpPages(PageFactory pages, Office office, OfficeSettings settings) {
        this.pages = pages;
        this.office = office;
        this.settings = settings;
    }

    @GET
    public Response show() {
        var session = pages.request().administrator();
        var words = pages.words();
        var state = new SetUpReader(office, settings).read(session);
        var view = new SetUpView(office, settings, state, words);
        var sheet =
                pages.page(words.say("setup.title"))
                        .wide()
                        .back("/admin")
                        .add(new Paragraphs(List.of(words.say("setup.what"))));
        if (state.next().isEmpty()) {
            sheet.add(new InsetText(words.say("setup.whole")));
        }
        view.addTo(sheet);
        view.explain(sheet);
        return sheet.ok();
    }
}
