package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * What a reader can do.
 *
 * @param label names the list of buttons for those who do not see it
 * @param tasks what is waited for; the first is the main button
 * @param others what is possible beside them
 */
@CheckedTemplate(basePath = "component")
public record ActBar(String label, List<Link> tasks, String title, List<Link> others)
        implements TemplateInstance {}
