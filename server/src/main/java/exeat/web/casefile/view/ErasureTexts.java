package exeat.web.casefile.view;

import exeat.casework.state.Erasure;
import exeat.web.kit.PackTexts;
import exeat.web.kit.PageTexts;
import java.util.ArrayList;
import java.util.List;

/** What is shown in place of erased data: when, why, and by which law. */
public final class ErasureTexts {

    private final PackTexts terms;
    private final PageTexts words;

    public ErasureTexts(PackTexts terms, PageTexts words) {
        this.terms = terms;
        this.words = words;
    }

    public List<String> of(Erasure erasure) {
        var zone = terms.directive().vocabulary().zone();
        var said = new ArrayList<String>();
        said.add(words.say("erased.what", words.time(erasure.at(), zone)));
        said.add(words.say("erased.ground." + erasure.ground()));
        if (!erasure.basis().isEmpty()) {
            said.add(words.say("erased.basis", erasure.basis()));
        }
        if (erasure.ground() == Erasure.ErasureGround.DATA_PROTECTION) {
            said.add(words.say("erased.reason", erasure.reason()));
        }
        return said;
    }
}
