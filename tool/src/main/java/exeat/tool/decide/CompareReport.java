package exeat.tool.decide;

import exeat.rules.DirectiveComparison.ComparedFindings;
import exeat.rules.prove.DirectiveImpact;
import java.io.IOException;

/** The output of a comparison. */
sealed interface CompareReport extends AutoCloseable permits CompareText, CompareJson {

    /** Who gains and who loses. */
    void shifts(DirectiveImpact shifts) throws IOException;

    /** A case with a different result. */
    void differs(String id, ComparedFindings redecided) throws IOException;

    void summary(CaseComparison.Counts counts) throws IOException;

    @Override
    void close() throws IOException;
}
