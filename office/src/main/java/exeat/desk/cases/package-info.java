/**
 * Reading a case: its view, history and deadlines, its receipt from the public log, and who opened
 * it.
 *
 * <p>Begin with {@code CaseReader}. Everything comes out through {@code CaseRedaction}; nothing
 * here changes a case.
 */
@NullMarked
package exeat.desk.cases;

import org.jspecify.annotations.NullMarked;
