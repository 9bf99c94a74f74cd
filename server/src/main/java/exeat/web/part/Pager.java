package exeat.web.part;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The parts of a list before and after this one. */
@CheckedTemplate(basePath = "part")
public record Pager(String label, List<Link> links) implements TemplateInstance {}
