package exeat.bench.proofs;

import java.io.StringReader;
import java.util.ArrayList;
import org.kie.dmn.model.api.DRGElement;
import org.kie.dmn.validation.DMNValidator;
import org.kie.dmn.validation.DMNValidator.Validation;
import org.kie.dmn.validation.DMNValidatorFactory;
import org.kie.dmn.validation.dtanalysis.DMNDTAnalysisMessage;
import org.kie.dmn.validation.dtanalysis.model.DTAnalysis;

/** The result of Apache KIE's analysis of a decision table. */
final class KieAnalysis {

    /**
     * @param messages number of messages
     * @param gaps regions without a rule
     * @param overlaps pairs of overlapping rules
     * @param masked rules hidden by others, as far as it looks for them
     * @param failed whether it reported that it could not analyse the table
     */
    record Verdict(int messages, int gaps, int overlaps, int masked, boolean failed) {

        static Verdict parse(String line) {
            var parts = line.split(" ", -1);
            return new Verdict(
                    Integer.parseInt(parts[0]),
                    Integer.parseInt(parts[1]),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]),
                    Boolean.parseBoolean(parts[4]));
        }

        String line() {
            return messages + " " + gaps + " " + overlaps + " " + masked + " " + failed;
        }

        boolean isComplete() {
            return gaps == 0;
        }
    }

    private final DMNValidator validator = DMNValidatorFactory.newValidator();

    Verdict of(BenchTable table) {
        var messages =
                validator
                        .validateUsing(Validation.ANALYZE_DECISION_TABLE)
                        .theseModels(new StringReader(new ProofDmn(table).text()));
        var analyses = new ArrayList<DTAnalysis>();
        int many = 0;
        for (var message : messages) {
            if (message instanceof DMNDTAnalysisMessage of && isOfRoutes(of.getAnalysis())) {
                many++;
                if (!analyses.contains(of.getAnalysis())) {
                    analyses.add(of.getAnalysis());
                }
            }
        }
        if (analyses.size() != 1) {
            throw new IllegalStateException(
                    "KIE analysed " + analyses.size() + " tables: " + messages);
        }
        var analysis = analyses.getFirst();
        return new Verdict(
                many,
                analysis.getGaps().size(),
                analysis.getOverlaps().size(),
                analysis.getMaskedRules().size(),
                analysis.isError());
    }

    private static boolean isOfRoutes(DTAnalysis analysis) {
        return analysis.getSource().getParent() instanceof DRGElement decision
                && ProofDmn.ROUTE.equals(decision.getName());
    }
}
