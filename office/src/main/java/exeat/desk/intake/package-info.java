/**
 * Files of applications: received, checked whole, sorted, filed, and resumed after a crash.
 *
 * <p>Begin with {@code FileIntakes}; {@code CsvIntake} is the short way for small files. It files
 * through the desk like anybody, and its memory does not grow with the file.
 */
@NullMarked
package exeat.desk.intake;

import org.jspecify.annotations.NullMarked;
