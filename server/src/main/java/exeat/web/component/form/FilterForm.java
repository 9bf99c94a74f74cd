package exeat.web.component.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.stream.Stream;

/**
 * A form that changes nothing: it asks for the same page with other choices in its address, so it
 * has no token and no key.
 */
@CheckedTemplate(basePath = "component")
public record FilterForm(String action, List<RawString> fields, String button)
        implements TemplateInstance {

    public static FilterForm of(String action, String button, TemplateInstance... fields) {
        var rendered = Stream.of(fields).map(field -> new RawString(field.render())).toList();
        return new FilterForm(action, rendered, button);
    }
}
