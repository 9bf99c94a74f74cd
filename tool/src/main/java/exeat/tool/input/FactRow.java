package exeat.tool.input;

import exeat.rules.fact.Facts;

/** One line of input: either facts to decide, or what is wrong with it. */
public sealed interface FactRow {

    /**
     * Facts to decide.
     *
     * @param id as the input names it
     */
    record Good(String id, Facts facts) implements FactRow {}

    /**
     * A line that cannot be decided.
     *
     * @param line counted from 1
     * @param column counted from 1: the character in a JSON line, the column of a CSV file; 0 where
     *     the whole line is meant
     * @param field the fact, or {@code id}; empty where the whole line is meant
     */
    record Bad(long line, int column, String field, String message) implements FactRow {

        /** The row's place in the format of compiler errors, so that editors can jump there. */
        public String at(String file) {
            return file
                    + ":"
                    + line
                    + (column > 0 ? ":" + column : "")
                    + (field.isEmpty() ? "" : ": " + field)
                    + ": "
                    + message;
        }
    }
}
