/**
 * The one file in which an office is set up: every setting with its words, read with the line of
 * everything, and refused with what to do. Who reads a setting asks for it by its constant in
 * {@link exeat.config.Settings}, so that none is read that is not described. Secrets are in files
 * of their own, which settings name.
 */
@NullMarked
package exeat.config;

import org.jspecify.annotations.NullMarked;
