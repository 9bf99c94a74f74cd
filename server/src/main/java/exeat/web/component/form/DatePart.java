package exeat.web.component.form;

/** Day, month or year. */
public record DatePart(String name, String label, String value, int width) {}
