package exeat.web.component.form;

import exeat.web.component.Link;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Every error of a form, each with a link to its field. */
@CheckedTemplate(basePath = "component")
public record ErrorSummary(String title, List<Link> errors) implements TemplateInstance {}
