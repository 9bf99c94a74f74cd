package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Points that call for action, each with the ways to act.
 *
 * @param title empty where another notice above has it
 */
@CheckedTemplate(basePath = "component")
public record ActionNotice(String title, List<Item> items) implements TemplateInstance {

    /**
     * One point.
     *
     * @param words why it calls for action
     * @param since empty if nobody knows
     * @param ways where this reader can act or read more; at least one
     */
    public record Item(
            String unit, String kind, LocalizedText words, String since, List<Link> ways) {

        public Item {
            ways = List.copyOf(ways);
        }
    }
}
