package exeat.web.component.list;

import exeat.web.component.Link;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Links to the previous and next part of a list. */
@CheckedTemplate(basePath = "component")
public record Pagination(String label, List<Link> links) implements TemplateInstance {}
