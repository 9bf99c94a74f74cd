package exeat.rules;

import exeat.rules.dmn.DecisionModel;
import exeat.rules.dmn.DecisionModel.Row;
import exeat.rules.dmn.DecisionModel.Sheet;
import exeat.rules.document.RuleView;
import exeat.rules.pack.Citations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The decisions of a model as people read them. */
final class RuleViews {

    private RuleViews() {}

    static List<RuleView> of(DecisionModel model) {
        return model.sheets().stream()
                .flatMap(sheet -> sheet.rows().stream().map(row -> of(sheet, row)))
                .toList();
    }

    private static RuleView of(Sheet sheet, Row row) {
        var conditions = new LinkedHashMap<String, String>();
        row.conditions().forEach(one -> conditions.put(one.input(), one.test()));
        // Nothing cites a decision without rules, so it is about how to proceed.
        boolean isAlone = row.annotations().isEmpty() && row.id().equals(sheet.name());
        return new RuleView(
                sheet.name(),
                row.id(),
                conditions,
                row.outputs(),
                row.annotation("paragraph"),
                row.annotation("instrument"),
                isAlone || row.annotation("basis").equals(Optional.of(Citations.ASSUMED)));
    }
}
