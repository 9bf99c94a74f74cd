/** The interface for programs, tested from outside on the embedded PostgreSQL. */
@NullMarked
package exeat.api;

import org.jspecify.annotations.NullMarked;
