/**
 * Opens an office for one command, and closes it afterwards.
 *
 * <p>Read first how it is opened: as the machine's own operator, who reports and keeps the
 * register, the accounts and the log, and opens no case. Only here does the tool know the office
 * and the casework.
 */
@NullMarked
package exeat.tool.office;

import org.jspecify.annotations.NullMarked;
