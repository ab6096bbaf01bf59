package mana.studio.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One statement of a plan.
///
/// @param sql           without a closing semicolon
/// @param change        what it makes; null for settings of the session
/// @param loss          what it can destroy, in words; null where every row and value outlives it
/// @param remarks       what else a person should know before it runs
/// @param inTransaction false where it must run, and be committed, by itself
public record Statement(
        String sql, @Nullable Change change, @Nullable String loss, List<String> remarks, boolean inTransaction) {
    public Statement {
        remarks = List.copyOf(remarks);
    }

    static Statement of(Change change, String sql) {
        return new Statement(sql, change, null, List.of(), true);
    }

    static Statement losing(Change change, String sql, String loss) {
        return new Statement(sql, change, loss, List.of(), true);
    }

    Statement withRemark(@Nullable String remark) {
        return remark == null ? this : new Statement(sql, change, loss, List.of(remark), inTransaction);
    }

    Statement alone() {
        return new Statement(sql, change, loss, remarks, false);
    }

    /// Whether it can destroy rows or values.
    public boolean destroysData() {
        return loss != null;
    }
}
