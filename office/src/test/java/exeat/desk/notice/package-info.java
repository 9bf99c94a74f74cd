/** Tests of notices, against a mail server that refuses, is away, or has no certificate. */
@NullMarked
package exeat.desk.notice;

import org.jspecify.annotations.NullMarked;
