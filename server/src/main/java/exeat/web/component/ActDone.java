package exeat.web.component;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * A banner that says what was just done, and for whom.
 *
 * @param title of the banner
 * @param text that it is done
 * @param what the act
 * @param number of the case or paper; empty for none
 * @param name of the person; its text is empty where it may not be shown
 */
@CheckedTemplate(basePath = "component")
public record ActDone(String title, String text, String what, String number, LocalizedText name)
        implements TemplateInstance {}
