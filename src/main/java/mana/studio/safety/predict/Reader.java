package mana.studio.safety.predict;

import java.util.Set;
import mana.studio.statement.Node;

/// Who knows which statement.
final class Reader {
    /// Statements that touch no relation that was there.
    private static final Set<String> HARMLESS = Set.of(
            "TransactionStmt",
            "VariableSetStmt",
            "VariableShowStmt",
            "CreateSchemaStmt",
            "CreateEnumStmt",
            "CreateDomainStmt",
            "CompositeTypeStmt",
            "CreateRangeStmt",
            "DefineStmt",
            "AlterFunctionStmt",
            "CreateSeqStmt",
            "CreateRoleStmt",
            "AlterRoleStmt",
            "AlterRoleSetStmt",
            "DropRoleStmt",
            "GrantRoleStmt",
            "AlterDefaultPrivilegesStmt",
            "CreateExtensionStmt",
            "AlterExtensionStmt",
            "NotifyStmt",
            "ListenStmt",
            "UnlistenStmt",
            "DiscardStmt",
            "DeallocateStmt",
            "ConstraintsSetStmt",
            "CheckPointStmt",
            "CreateCastStmt",
            "CreateOpClassStmt",
            "CreateOpFamilyStmt",
            "CreateConversionStmt",
            "CreateFdwStmt",
            "CreateForeignServerStmt",
            "CreateUserMappingStmt",
            "CreateEventTrigStmt",
            "AlterEventTrigStmt",
            "CreateTransformStmt",
            "CreatePLangStmt",
            "AlterDatabaseSetStmt",
            "AlterTSDictionaryStmt",
            "AlterTSConfigurationStmt",
            "AlterOperatorStmt",
            "LoadStmt",
            "ClosePortalStmt",
            "PrepareStmt",
            "AlterCollationStmt",
            "SecLabelStmt",
            "AlterDatabaseStmt",
            "AlterDatabaseRefreshCollStmt",
            "AlterObjectDependsStmt",
            "CreateAmStmt",
            "AlterTypeStmt");
    /// Statements that the server runs only by themselves: `PreventInTransactionBlock`.
    private static final Set<String> ALONE =
            Set.of("CreatedbStmt", "DropdbStmt", "AlterSystemStmt", "CreateTableSpaceStmt", "DropTableSpaceStmt");

    private final Marks marks;

    Reader(Ground ground, Footprint footprint) {
        this.marks = new Marks(ground, footprint);
    }

    void read(Node statement) {
        switch (statement.type()) {
            case "AlterTableStmt" -> new TableAlterations(marks).read(statement);
            case "CreateStmt" -> new Creations(marks).table(statement);
            case "CreateTableAsStmt" -> new Creations(marks).tableAs(statement);
            case "ViewStmt" -> new Creations(marks).view(statement);
            case "IndexStmt" -> new Creations(marks).index(statement);
            case "CreateTrigStmt" -> new Creations(marks).trigger(statement);
            case "CreatePolicyStmt", "AlterPolicyStmt" -> new Creations(marks).policy(statement);
            case "RuleStmt" -> new Creations(marks).rule(statement);
            case "CreateStatsStmt" -> new Creations(marks).statistics(statement);
            case "CreatePublicationStmt", "AlterPublicationStmt" -> new Creations(marks).publication(statement);
            case "DropStmt" -> new DropStatements(marks).read(statement);
            case "DropOwnedStmt" -> unknown("what the role owns");
            case "RenameStmt" -> new Renames(marks).rename(statement);
            case "AlterObjectSchemaStmt" -> new Renames(marks).move(statement);
            case "AlterOwnerStmt" -> new Renames(marks).owner(statement);
            case "CommentStmt" -> new Renames(marks).comment(statement);
            case "GrantStmt" -> new Renames(marks).grant(statement);
            case "AlterEnumStmt" -> {}
            case "AlterDomainStmt" -> new TypeAlterations(marks).alterDomain(statement);
            case "CompositeTypeStmt" -> {}
            case "AlterSeqStmt" -> new TypeAlterations(marks).alterSequence(statement);
            case "TruncateStmt" -> new Maintenance(marks).truncate(statement);
            case "LockStmt" -> new Maintenance(marks).lock(statement);
            case "VacuumStmt" -> new Maintenance(marks).vacuum(statement);
            case "ClusterStmt" -> new Maintenance(marks).cluster(statement);
            case "ReindexStmt" -> new Maintenance(marks).reindex(statement);
            case "RefreshMatViewStmt" -> new Maintenance(marks).refresh(statement);
            case "SelectStmt", "InsertStmt", "UpdateStmt", "DeleteStmt", "MergeStmt", "CopyStmt", "DeclareCursorStmt" ->
                new Queries(marks).read(statement);
            case "CreateFunctionStmt" ->
                statement.child("sql_body").ifPresent(body -> new Queries(marks).source(body, false));
            case "ExplainStmt" -> explain(statement);
            case "CreateSubscriptionStmt", "DropSubscriptionStmt", "AlterSubscriptionStmt" ->
                unknown("whether the subscription has a slot");
            case "DoStmt", "CallStmt", "ExecuteStmt" -> unknown("what the code in it does");
            default -> other(statement.type());
        }
    }

    private void other(String type) {
        if (ALONE.contains(type)) {
            marks.footprint().needsNoTransaction();
        } else if (!HARMLESS.contains(type)) {
            unknown("what the statement touches");
        }
    }

    private void unknown(String what) {
        marks.footprint().doubt(what);
    }

    /// EXPLAIN ANALYZE runs the statement; EXPLAIN plans it, which locks the same.
    private void explain(Node statement) {
        boolean runs = statement.list("options").stream()
                .anyMatch(option -> option.text("defname").equals("analyze"));
        Footprint planned = new Footprint();
        statement.child("query").ifPresent(new Reader(marks.ground(), runs ? marks.footprint() : planned)::read);
        marks.footprint().lockAs(planned);
    }
}
