package exeat.tool.decide;

import exeat.rules.DirectiveComparison.ComparedFindings;
import exeat.rules.NewQuestion;
import exeat.rules.prove.DirectiveImpact;
import java.io.IOException;
import java.util.List;

/** The output of a comparison. */
sealed interface CompareReport extends AutoCloseable permits CompareText, CompareJson {

    /**
     * Who gains and who loses.
     *
     * @param asked what the second asks of people whom the first does not ask
     */
    void shifts(DirectiveImpact shifts, List<NewQuestion> asked) throws IOException;

    /** A case with a different result. */
    void differs(String id, ComparedFindings redecided) throws IOException;

    void summary(CaseComparison.Counts counts) throws IOException;

    @Override
    void close() throws IOException;
}
