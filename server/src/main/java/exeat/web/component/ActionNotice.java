package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** What calls for action, each with where to act. */
@CheckedTemplate(basePath = "component")
public record ActionNotice(String title, List<Item> items) implements TemplateInstance {

    /** One of them. */
    public record Item(String unit, String kind, LocalizedText words, String since, String href) {}
}
