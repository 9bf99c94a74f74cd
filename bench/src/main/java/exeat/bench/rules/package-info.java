/**
 * Decisions a second, beside other engines, a loop and a chain of ifs written by hand.
 *
 * <p>Every engine is given the same tables and the same cases from a seed, in one virtual machine,
 * and has to answer as the reference does before its time counts. Read {@code Contestant} for who
 * is measured, {@code Workload} for what is asked.
 */
@NullMarked
package exeat.bench.rules;

import org.jspecify.annotations.NullMarked;
