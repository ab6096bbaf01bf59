/// Advisory locks as a value: what one look at the server showed of them. No I/O, imports nothing of the studio.
///
/// {@snippet :
/// look ──► Board ──► verdict ──► Assessment ──► report, the window, the command line
/// names ──────────────┘              └──► release ──► Outcome, Act
/// }
///
/// An advisory lock can be released only by the session that holds it: `pg_advisory_unlock` from another one answers
/// false and the lock stays (PostgreSQL, "Advisory Lock Functions"). So the only act this package family knows is to
/// end, or to cancel, one identified session.
@NullMarked
package mana.studio.locks;

import org.jspecify.annotations.NullMarked;
