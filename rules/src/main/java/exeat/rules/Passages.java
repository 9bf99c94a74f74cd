package exeat.rules;

import exeat.rules.DirectiveRecord.Mark;
import exeat.rules.DirectiveRecord.Passage;
import exeat.rules.DirectiveRecord.Text;
import java.util.ArrayList;
import java.util.List;

/** Puts paragraphs and marks in their order and says of each mark where it stands. */
final class Passages {

    private final List<Passage> content = new ArrayList<>();
    private final List<String> marks = new ArrayList<>();

    Passages() {}

    void mark(String sign) {
        marks.add(sign);
    }

    void paragraph(Paragraph paragraph) {
        place("before paragraph " + paragraph.number());
        content.add(new Text(paragraph));
    }

    List<Passage> content() {
        place("at the end");
        return content;
    }

    private void place(String place) {
        marks.forEach(sign -> content.add(new Mark(sign, place)));
        marks.clear();
    }
}
