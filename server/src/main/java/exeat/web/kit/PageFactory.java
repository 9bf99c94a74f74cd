package exeat.web.kit;

import exeat.web.style.Assets;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Creates pages: an empty page with its reader's language and menu. */
@Singleton
public final class PageFactory {

    private final RequestContext visit;
    private final Assets assets;

    PageFactory(RequestContext visit, Assets assets) {
        this.visit = visit;
        this.assets = Objects.requireNonNull(assets);
    }

    /** A page whose heading is its title. */
    public Page page(String title) {
        return new Page(visit, assets, title, title);
    }

    /** A page whose heading is the label of its only question. */
    public Page question(String title) {
        return new Page(visit, assets, title, "");
    }

    public PageTexts words() {
        return visit.words();
    }

    public RequestContext request() {
        return visit;
    }
}
