package exeat.pdf;

import exeat.casework.PersonName;
import java.util.stream.Collectors;

/** Prints a travel authorisation as a tagged PDF with its fonts inside. */
public final class PaperPrinter {

    /** The paper as a PDF of one A4 page. */
    public byte[] print(TravelPaper paper) {
        return Typesetter.pdf(sheet(paper));
    }

    private static String sheet(TravelPaper paper) {
        return Typesetter.text("authorisation.html")
                .replace("@NUMBER@", Typesetter.escape(paper.number()))
                .replace("@NAME@", name(paper.names().getFirst()))
                .replace("@OTHERS@", others(paper))
                .replace("@BORN@", paper.birthDate().toString())
                .replace("@NATIONALITY@", Typesetter.escape(nationality(paper)))
                .replace("@FROM@", paper.from().toString())
                .replace("@UNTIL@", paper.until().toString())
                .replace("@FOR@", paper.reentry() ? THERE_AND_BACK : ONE_WAY)
                .replace("@ISSUER@", Typesetter.escape(paper.issuer()));
    }

    private static String others(TravelPaper paper) {
        return paper.names().stream()
                .skip(1)
                .map(name -> "<p class=\"also\">" + name(name) + "</p>")
                .collect(Collectors.joining());
    }

    private static String name(PersonName name) {
        var ko = name.script().equals("Hang") ? " class=\"ko\"" : "";
        return "<span lang=\"und-%s\"%s>%s</span>"
                .formatted(name.script(), ko, Typesetter.escape(name.full()));
    }

    private static String nationality(TravelPaper paper) {
        return paper.nationality().equals("none") ? "none (stateless)" : paper.nationality();
    }

    private static final String THERE_AND_BACK =
            "One departure and one return · 出境一次、入境一次 · "
                    + "<span class='ko' lang='ko'>출국 1회, 귀환 1회</span>";
    private static final String ONE_WAY =
            "One departure · 出境一次 · <span class='ko' lang='ko'>출국 1회</span>";
}
