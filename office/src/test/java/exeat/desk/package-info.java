/**
 * The desk on a real PostgreSQL. {@code Town} is one office for all tests of a run, with its clock,
 * its officers and its people.
 */
@NullMarked
package exeat.desk;

import org.jspecify.annotations.NullMarked;
