/** Tests of the settings. */
@org.jspecify.annotations.NullMarked
package exeat.config;
