package exeat.web.component.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** A form with its token and idempotency key. */
@CheckedTemplate(basePath = "component")
public record HtmlForm(FormHead head, List<RawString> fields) implements TemplateInstance {}
