/**
 * What a local pack lets officers ask of people although none of its rules turns on it, and in
 * which languages people are told of it. Every fact with another use than to decide can be asked of
 * everybody, and so can every document that shows a fact. A part of obligation 7 (decision 154).
 */
@NullMarked
package exeat.rules.prove.ask;

import org.jspecify.annotations.NullMarked;
