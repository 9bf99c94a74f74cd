/**
 * The settings of an office, in one file: each has a description, and errors name the line and what
 * to do. Code reads a setting by its constant in {@link exeat.config.Settings}, so every setting is
 * described. Secrets are in separate files, which settings name.
 */
@NullMarked
package exeat.config;

import org.jspecify.annotations.NullMarked;
