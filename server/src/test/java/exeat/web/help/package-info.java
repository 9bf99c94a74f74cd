/** Where offices are and what words mean, as pages say it. */
@org.jspecify.annotations.NullMarked
package exeat.web.help;
