/**
 * What the operator of an office may see of its work: lines of the log and spans of a trace. Both
 * are made of closed sets of names and of values that cannot hold a person: ids that mean nothing
 * outside, codes, counts, units. What a library says is cut to what its authors wrote (W3C Trace
 * Context; OWASP ASVS 5.0, chapter 16).
 */
@NullMarked
package exeat.telemetry;

import org.jspecify.annotations.NullMarked;
