package exeat.tool.decide;

import exeat.rules.Redecision.Redecided;
import exeat.rules.prove.Shifts;
import java.io.IOException;

/** How a comparison is written down. */
sealed interface CompareReport extends AutoCloseable permits CompareText, CompareJson {

    /** Who gains and who loses. */
    void shifts(Shifts shifts) throws IOException;

    /** A case that comes out differently. */
    void differs(String id, Redecided redecided) throws IOException;

    void summary(ComparedCases.Counts counts) throws IOException;

    @Override
    void close() throws IOException;
}
