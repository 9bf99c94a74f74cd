package exeat.web.component.list;

import exeat.web.component.Link;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The parts of a list before and after this one. */
@CheckedTemplate(basePath = "component")
public record Pagination(String label, List<Link> links) implements TemplateInstance {}
