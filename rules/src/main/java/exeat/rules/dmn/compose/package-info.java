/**
 * Translates decisions as they are written into tables over facts alone, after DMN 1.5
 * (formal/24-01-01), 6 to 8.
 *
 * <p>Input expressions and the decisions that a table requires are composed into tests of single
 * facts against constants, exactly: a rule becomes one or several rules with disjoint boxes of
 * facts. What cannot be composed exactly is reported by name, and nothing here knows a directive.
 */
@NullMarked
package exeat.rules.dmn.compose;

import org.jspecify.annotations.NullMarked;
