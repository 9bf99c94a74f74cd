/** Tests of what is logged. */
@org.jspecify.annotations.NullMarked
package exeat.telemetry;
