package exeat.rules;

import exeat.rules.decide.DecisionDiagram;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Chooses the order of questions: the next question is one whose answer can still change the
 * result, chosen so that few questions are expected in total. Protected facts are asked last.
 *
 * <p>Exact by dynamic programming over what is left of the function after each answer. Where that
 * is too much, each question is valued by what would be left to ask after its answer if the rest
 * came in the form's order, and the least is asked: one step of looking ahead, which is never worse
 * than the form's order.
 */
final class QuestionPlan<T> {

    /**
     * One level of the diagram: how likely each branch is, and whether the fact is protected.
     *
     * @param chances by branch of the diagram, adding up to 1
     */
    record Level(List<Double> chances, boolean isProtected) {
        Level {
            chances = List.copyOf(chances);
        }
    }

    /** Sums of chances that differ by less are the same but for rounding. */
    private static final double SAME = 1e-9;

    private final DecisionDiagram<T> diagram;
    private final List<Level> levels;
    private final Interview.SearchLimits limits;
    private final Map<Integer, Best> exact = new HashMap<>();
    private final Map<Integer, Double> inOrder = new HashMap<>();

    private record Best(int level, double questions) {}

    /**
     * @param levels those that are asked; protected ones last
     * @param limits how much is weighed exactly
     */
    QuestionPlan(DecisionDiagram<T> diagram, List<Level> levels, Interview.SearchLimits limits) {
        this.diagram = diagram;
        this.levels = List.copyOf(levels);
        this.limits = limits;
    }

    /** What to ask next, and how many questions are expected in all where that is exact. */
    record Next(int level, OptionalDouble questions) {}

    Next next(int open) {
        try {
            var best = best(open);
            return new Next(best.level(), OptionalDouble.of(best.questions()));
        } catch (DecisionDiagram.Full full) {
            return new Next(aheadOrFirst(open), OptionalDouble.empty());
        }
    }

    private int aheadOrFirst(int open) {
        try {
            return ahead(open);
        } catch (DecisionDiagram.Full full) {
            return candidates(open).nextSetBit(0);
        }
    }

    /**
     * The least number of questions that can be expected; empty where that is too much to weigh.
     */
    OptionalDouble least(int function) {
        try {
            return OptionalDouble.of(diagram.isSettled(function) ? 0 : best(function).questions());
        } catch (DecisionDiagram.Full full) {
            return OptionalDouble.empty();
        }
    }

    private Best best(int open) throws DecisionDiagram.Full {
        var known = exact.get(open);
        if (known != null) {
            return known;
        }
        boolean tooMany = diagram.support(open).cardinality() > limits.facts();
        if (tooMany || exact.size() == limits.weighed()) {
            throw new DecisionDiagram.Full();
        }
        var best = new Best(-1, Double.POSITIVE_INFINITY);
        var candidates = candidates(open);
        for (int level = candidates.nextSetBit(0);
                level >= 0;
                level = candidates.nextSetBit(level + 1)) {
            double questions = 1;
            var chances = levels.get(level).chances();
            for (int at = 0; at < chances.size() && questions < best.questions(); at++) {
                int left = diagram.restrict(open, level, at);
                questions += diagram.isSettled(left) ? 0 : chances.get(at) * best(left).questions();
            }
            if (questions < best.questions() - SAME) {
                best = new Best(level, questions);
            }
        }
        exact.put(open, best);
        return best;
    }

    /** What may be asked: protected facts when there is no other. */
    private BitSet candidates(int open) {
        var all = (BitSet) diagram.support(open).clone();
        var plain = (BitSet) all.clone();
        plain.stream().filter(level -> levels.get(level).isProtected()).forEach(plain::clear);
        return plain.isEmpty() ? all : plain;
    }

    /** One step of looking ahead. */
    int ahead(int open) throws DecisionDiagram.Full {
        int best = -1;
        double least = Double.POSITIVE_INFINITY;
        var candidates = candidates(open);
        for (int level = candidates.nextSetBit(0);
                level >= 0;
                level = candidates.nextSetBit(level + 1)) {
            double questions = 1;
            var chances = levels.get(level).chances();
            for (int at = 0; at < chances.size(); at++) {
                questions += chances.get(at) * inOrder(diagram.restrict(open, level, at));
            }
            if (questions < least - SAME) {
                least = questions;
                best = level;
            }
        }
        return best;
    }

    /** How many questions are expected when each is asked by looking one step ahead. */
    double byLookingAhead(int function) throws DecisionDiagram.Full {
        return byLookingAhead(function, new HashMap<>());
    }

    private double byLookingAhead(int function, Map<Integer, Double> done)
            throws DecisionDiagram.Full {
        if (diagram.isSettled(function)) {
            return 0;
        }
        var known = done.get(function);
        if (known != null) {
            return known;
        }
        int level = ahead(function);
        double questions = 1;
        var chances = levels.get(level).chances();
        for (int at = 0; at < chances.size(); at++) {
            questions +=
                    chances.get(at) * byLookingAhead(diagram.restrict(function, level, at), done);
        }
        done.put(function, questions);
        return questions;
    }

    /**
     * How many questions are expected in the form's order, where what cannot matter is left out.
     */
    double inOrder(int function) {
        if (diagram.isSettled(function)) {
            return 0;
        }
        var known = inOrder.get(function);
        if (known != null) {
            return known;
        }
        double questions = 1;
        var chances = levels.get(diagram.level(function)).chances();
        var children = diagram.children(function);
        for (int at = 0; at < chances.size(); at++) {
            questions += chances.get(at) * inOrder(children.get(at));
        }
        inOrder.put(function, questions);
        return questions;
    }
}
