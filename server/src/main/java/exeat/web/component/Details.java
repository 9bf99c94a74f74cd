package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * A collapsed section.
 *
 * @param open whether it begins unfolded
 * @param id of what is inside, so that a link to it opens the section; empty for none
 */
@CheckedTemplate(basePath = "component")
public record Details(String summary, boolean open, String id, List<RawString> inner)
        implements TemplateInstance {

    public Details(String summary, List<RawString> inner) {
        this(summary, false, "", inner);
    }

    public Details(String summary, String id, List<RawString> inner) {
        this(summary, false, id, inner);
    }
}
