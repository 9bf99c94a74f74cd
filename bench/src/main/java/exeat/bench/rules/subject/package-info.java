/**
 * What the bench decides: packs (generated tables of any size, and the directive of 1963), people
 * as a JSON reader returns them, and each person's finding by a plain evaluation of the rules.
 *
 * <p>Read {@link exeat.bench.rules.subject.BenchSubject} first. Nothing here is measured except
 * {@link exeat.bench.rules.subject.Program1963}, the hand-written program, which is also the second
 * opinion on that directive.
 */
@NullMarked
package exeat.bench.rules.subject;

import org.jspecify.annotations.NullMarked;
