package exeat.web.component.list;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The people of a case, each a link to their part of it. */
@CheckedTemplate(basePath = "component")
public record PersonList(String title, List<PersonItem> people) implements TemplateInstance {}
