package mana.studio.ui.design;

import java.util.Arrays;
import java.util.List;
import mana.studio.design.Spot.Field;
import mana.studio.schema.Constraint.Check;
import mana.studio.schema.Constraint.Exclusion;
import mana.studio.schema.Policy;
import mana.studio.ui.design.PartPane.PartForm;
import mana.studio.ui.design.field.CheckEntry;
import mana.studio.ui.design.field.ChoiceEntry;
import mana.studio.ui.design.field.FormField;
import mana.studio.ui.design.field.TextEntry;
import mana.studio.ui.design.state.Constraints;
import mana.studio.ui.design.state.PartModel;
import mana.studio.ui.design.state.ServerChoices;
import mana.studio.ui.design.state.Summary;
import mana.studio.ui.design.state.Texts;

/// The fields of what says which rows there may be, and who may see them.
final class RuleForms {
    static final PartForm<Check> CHECK = new PartForm<>(RuleForms::check, Summary::of, KeyForms::inherited);
    static final PartForm<Exclusion> EXCLUSION = new PartForm<>(RuleForms::exclusion, Summary::of, KeyForms::inherited);
    static final PartForm<Policy> POLICY = new PartForm<>(RuleForms::policy, Summary::of, _ -> "");

    private RuleForms() {}

    private static List<FormField> check(PartModel<Check> part) {
        return List.of(
                TextEntry.code(part, "Expression", Field.EXPRESSION, Check::expression, Check::withExpression),
                Fields.name(part),
                new CheckEntry<>(part, "No inherit", Field.OPTIONS, Check::noInherit, Check::withNoInherit),
                new CheckEntry<>(
                        part,
                        "Not valid",
                        Field.OPTIONS,
                        check -> !check.validated(),
                        (check, on) -> check.withValidated(!on)),
                new CheckEntry<>(
                                part,
                                "Not enforced",
                                Field.OPTIONS,
                                check -> !check.enforced(),
                                (check, on) -> Constraints.enforced(check, !on))
                        .locked(_ -> Texts.since(part.table().version(), 18)),
                Fields.comment(part, Check::comment, Check::withComment));
    }

    private static List<FormField> exclusion(PartModel<Exclusion> part) {
        return List.of(
                TextEntry.code(part, "Definition", Field.DEFINITION, Exclusion::definition, Exclusion::withDefinition),
                Fields.name(part),
                Fields.comment(part, Exclusion::comment, Exclusion::withComment));
    }

    private static List<FormField> policy(PartModel<Policy> part) {
        return List.of(
                Fields.name(part),
                ChoiceEntry.of(
                        part,
                        "Command",
                        Field.OPTIONS,
                        Arrays.asList(Policy.Command.values()),
                        Policy::command,
                        Policy::withCommand),
                new ChoiceEntry<>(
                        part,
                        "Kind",
                        Field.OPTIONS,
                        List.of(true, false),
                        permissive -> permissive ? "permissive" : "restrictive",
                        Policy::permissive,
                        Policy::withPermissive),
                TextEntry.choosingLong(
                                part,
                                "Roles",
                                Field.OPTIONS,
                                policy -> String.join(", ", policy.roles()),
                                (policy, text) -> policy.withRoles(Constraints.roles(text)),
                                typed -> ServerChoices.roleList(part.table().server(), typed))
                        .refusing(text -> text.isBlank() ? "A role is needed; PUBLIC means everyone." : "")
                        .doubting(text -> ServerChoices.noRoles(part.table().server(), Constraints.roles(text))),
                TextEntry.code(
                                part,
                                "Using: which rows are seen",
                                Field.EXPRESSION,
                                policy -> policy.using() == null ? "" : policy.using(),
                                (policy, text) -> policy.withUsing(text.isBlank() ? null : text))
                        .locked(policy -> policy.command() == Policy.Command.INSERT
                                ? "An insert sees no rows: only “with check” counts."
                                : ""),
                TextEntry.code(
                                part,
                                "With check: which rows may be written",
                                Field.PREDICATE,
                                policy -> policy.check() == null ? "" : policy.check(),
                                (policy, text) -> policy.withCheck(text.isBlank() ? null : text))
                        .locked(policy -> switch (policy.command()) {
                            case SELECT, DELETE -> "It writes no rows: only “using” counts.";
                            case ALL, INSERT, UPDATE -> "";
                        }),
                Fields.comment(part, Policy::comment, Policy::withComment));
    }
}
