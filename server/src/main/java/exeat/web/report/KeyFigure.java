package exeat.web.report;

import exeat.oversight.Figure;
import exeat.oversight.FigureRange;
import exeat.oversight.Situation;
import exeat.rules.authority.AuthorityId;
import java.util.Collection;

/** The figures that each unit is compared by. */
enum KeyFigure {
    RECEIVED,
    PASSED_ON,
    TAKEN_OVER,
    DECIDED,
    WAITING,
    LATE,
    HELD,
    DEPARTED,
    OPEN_ISSUES;

    FigureRange of(Collection<AuthorityId> units, Situation from) {
        return switch (this) {
            case DECIDED -> from.decided(units);
            case WAITING -> from.waiting(units);
            case RECEIVED -> from.total(units, Figure.RECEIVED);
            case PASSED_ON -> from.total(units, Figure.PASSED_ON);
            case TAKEN_OVER -> from.total(units, Figure.TAKEN_OVER);
            case LATE -> from.total(units, Figure.LATE);
            case HELD -> from.total(units, Figure.HELD);
            case DEPARTED -> from.total(units, Figure.DEPARTED);
            case OPEN_ISSUES -> from.total(units, Figure.OPEN_ISSUES);
        };
    }

    boolean isMove() {
        return this == PASSED_ON || this == TAKEN_OVER;
    }

    Figure.Countable counted() {
        return switch (this) {
            case RECEIVED, PASSED_ON, TAKEN_OVER, DECIDED, HELD, DEPARTED ->
                    Figure.Countable.PEOPLE;
            case WAITING, LATE -> Figure.Countable.WORK;
            case OPEN_ISSUES -> Figure.Countable.ISSUES;
        };
    }

    String label() {
        return switch (this) {
            case DECIDED -> "report.decided";
            case WAITING -> "report.waiting";
            case RECEIVED, PASSED_ON, TAKEN_OVER, LATE, HELD, DEPARTED, OPEN_ISSUES ->
                    "figure." + name();
        };
    }
}
