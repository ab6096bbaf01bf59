/// PostgreSQL's text: quoting of identifiers and literals (the one place that does it), and its tokens. No I/O, no other
/// package.
@NullMarked
package mana.studio.sql;

import org.jspecify.annotations.NullMarked;
