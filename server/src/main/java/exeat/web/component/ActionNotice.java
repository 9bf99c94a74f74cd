package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Points that call for action, each with a link. */
@CheckedTemplate(basePath = "component")
public record ActionNotice(String title, List<Item> items) implements TemplateInstance {

    /** One point. */
    public record Item(String unit, String kind, LocalizedText words, String since, String href) {}
}
