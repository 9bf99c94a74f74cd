package exeat.web.component.list;

import exeat.web.component.Link;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/**
 * Links that choose which part of a list is shown.
 *
 * @param current the address of the link that is shown now
 */
@CheckedTemplate(basePath = "component")
public record FilterLinks(String label, List<Link> links, String current)
        implements TemplateInstance {}
