/**
 * What is decided: packs, people as a reader of JSON gives them, and the finding that a plain
 * reading of the rules has for each.
 *
 * <p>Two kinds of pack: tables of any size from a seed, and the directive of 1963. Nothing here is
 * measured but {@link exeat.bench.rules.subject.Program1963}, the hand-written program, which is at
 * the same time the second opinion on that directive. Read {@link
 * exeat.bench.rules.subject.BenchSubject} first.
 */
@NullMarked
package exeat.bench.rules.subject;

import org.jspecify.annotations.NullMarked;
