package mana.studio.console;

/// The key of an advisory lock: one `bigint`, or two `integer`s.
///
/// @param pair whether it is of two integers
/// @param one  the bigint, or the first integer
/// @param two  the second integer; 0 for a bigint
public record AdvisoryKey(boolean pair, long one, long two) {
    public static AdvisoryKey of(long key) {
        return new AdvisoryKey(false, key, 0);
    }

    public static AdvisoryKey of(int first, int second) {
        return new AdvisoryKey(true, first, second);
    }

    /// As `pg_locks` shows it (`classid`, `objid`, `objsubid`).
    static AdvisoryKey ofLocks(long classId, long objectId, int sub) {
        return sub == 2 ? of((int) classId, (int) objectId) : of(classId << 32 | objectId);
    }

    /// As it is written in a call.
    @Override
    public String toString() {
        return pair ? one + ", " + two : Long.toString(one);
    }
}
