package mana.studio.ui.structure;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mana.studio.schema.Privileges;
import mana.studio.schema.QualifiedName;
import mana.studio.ui.structure.Section.Cell;
import mana.studio.ui.structure.Section.Cell.Code;
import mana.studio.ui.structure.Section.Cell.Link;
import mana.studio.ui.structure.Section.Cell.Muted;
import mana.studio.ui.structure.Section.Cell.Words;
import org.jspecify.annotations.Nullable;

/// Facts with a name and a value: only those that are there.
final class Facts {
    private final Lines lines = new Lines("Details");

    Facts say(String name, @Nullable String value) {
        return value == null || value.isEmpty() ? this : add(name, new Words(value));
    }

    Facts say(String name, List<String> values) {
        return say(name, String.join(", ", values));
    }

    Facts code(String name, @Nullable String value) {
        return value == null ? this : add(name, new Code(value));
    }

    Facts link(String name, @Nullable QualifiedName target) {
        return target == null ? this : add(name, new Link(target.toString(), target));
    }

    Facts links(String name, List<QualifiedName> targets) {
        targets.forEach(target -> link(name, target));
        return this;
    }

    private Facts add(String name, Cell value) {
        lines.add(new Muted(name), value);
        return this;
    }

    Optional<Section> section() {
        return lines.section();
    }

    /// Empty where nothing was ever granted or revoked.
    static Stream<Section> privileges(Privileges privileges) {
        return new Lines("Privileges", "Role", "May", "With grant option", "Granted by")
                        .addAll(
                                privileges.grants(),
                                grant -> List.of(
                                        new Words(grant.grantee().isEmpty() ? "PUBLIC" : grant.grantee()),
                                        new Words(String.join(", ", grant.privileges())),
                                        new Words(String.join(", ", grant.grantable())),
                                        new Muted(grant.grantor())))
                        .section()
                        .stream();
    }
}
