/**
 * The interface as a program meets it: over HTTP, on the office's embedded PostgreSQL. {@code
 * ApiTown} is one office for all tests of this package, with a directive that has come down.
 */
@NullMarked
package exeat.api;

import org.jspecify.annotations.NullMarked;
