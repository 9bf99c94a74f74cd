package exeat.tool.decide;

import exeat.rules.DirectiveComparison.ComparedFindings;
import exeat.rules.prove.DirectiveImpact;
import java.io.IOException;

/** How a comparison is written down. */
sealed interface CompareReport extends AutoCloseable permits CompareText, CompareJson {

    /** Who gains and who loses. */
    void shifts(DirectiveImpact shifts) throws IOException;

    /** A case that comes out differently. */
    void differs(String id, ComparedFindings redecided) throws IOException;

    void summary(CaseComparison.Counts counts) throws IOException;

    @Override
    void close() throws IOException;
}
