/**
 * The command that checks the seal of a travel paper, for anybody and without a connection.
 *
 * <p>Begin with {@code SealVerifyCommand}; what it says is put into words by {@code SealText}. It
 * trusts the authorities that it is given and nothing else, stands on {@code exeat.papers} alone,
 * and knows no office.
 */
@NullMarked
package exeat.tool.seal;

import org.jspecify.annotations.NullMarked;
