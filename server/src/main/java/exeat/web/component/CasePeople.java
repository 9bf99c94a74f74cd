package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;

/** The people of a case beside the one who is open. */
@CheckedTemplate(basePath = "component")
public record CasePeople(RawString people, RawString person) implements TemplateInstance {}
