package exeat.rules.document;

import exeat.rules.document.DirectiveRecord.Mark;
import exeat.rules.document.DirectiveRecord.Passage;
import exeat.rules.document.DirectiveRecord.Text;
import java.util.ArrayList;
import java.util.List;

/** Collects paragraphs and marks in order, with the place of each mark. */
public final class PassageBuilder {

    private final List<Passage> content = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();

    public PassageBuilder() {}

    public void mark(String sign) {
        marks.add(sign);
    }

    public void paragraph(Paragraph paragraph) {
        place("before paragraph " + paragraph.number());
        content.add(new Text(paragraph));
    }

    public List<Passage> content() {
        place("at the end");
        return content;
    }

    private void place(String place) {
        marks.forEach(sign -> content.add(new Mark(sign, place)));
        marks.clear();
    }
}
