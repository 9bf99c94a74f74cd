/**
 * What an office may ask of a person's time: appearances, within what the directive allows.
 *
 * <p>{@code AppearanceRules} has a chain of checks for each command, and then its event. Nothing
 * here ends anything or stops a clock (decision 215).
 */
@NullMarked
package exeat.casework.appearance;

import org.jspecify.annotations.NullMarked;
