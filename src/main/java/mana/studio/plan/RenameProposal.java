package mana.studio.plan;

/// Something goes and something like it comes: it may have been renamed. Asked, never guessed.
///
/// @param rename   what it would be
/// @param evidence why it may be one: `same type, same position`
public record RenameProposal(Rename rename, String evidence) {}
