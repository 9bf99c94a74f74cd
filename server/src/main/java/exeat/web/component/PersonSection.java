package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** One person of a case. */
@CheckedTemplate(basePath = "component")
public record PersonSection(LocalizedText name, String id, List<RawString> inner)
        implements TemplateInstance {}
