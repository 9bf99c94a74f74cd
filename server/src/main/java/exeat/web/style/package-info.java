/**
 * What every page looks like: one style sheet and the icon.
 *
 * <p>The rules of GOV.UK Frontend that no page uses are left out when the server starts. The sheet
 * is sent compressed and may be kept for ever, because its address is made from its content.
 */
@NullMarked
package exeat.web.style;

import org.jspecify.annotations.NullMarked;
