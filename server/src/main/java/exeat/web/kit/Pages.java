package exeat.web.kit;

import jakarta.inject.Singleton;
import java.util.Objects;

/** Where every page begins: an empty sheet that knows its reader. */
@Singleton
public final class Pages {

    private final Visit visit;
    private final Assets assets;

    Pages(Visit visit, Assets assets) {
        this.visit = visit;
        this.assets = Objects.requireNonNull(assets);
    }

    /** A sheet whose heading is its title. */
    public Sheet sheet(String title) {
        return new Sheet(visit, assets.style(), title, title);
    }

    /** A sheet whose heading is the label of its only question. */
    public Sheet question(String title) {
        return new Sheet(visit, assets.style(), title, "");
    }

    public Words words() {
        return visit.words();
    }

    public Visit visit() {
        return visit;
    }
}
