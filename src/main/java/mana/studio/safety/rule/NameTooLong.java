package mana.studio.safety.rule;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import mana.studio.safety.Finding;
import mana.studio.safety.Finding.Aspect;
import mana.studio.safety.Severity;

/// Names are cut after 63 bytes.
final class NameTooLong implements Rule {
    private static final List<String> NAMES = List.of("relname", "colname", "conname", "idxname", "trigname", "policy_name", "newname", "schemaname");

    @Override
    public String id() {
        return "name-too-long";
    }

    @Override
    public Stream<Finding> check(Occasion occasion) {
        return occasion.tree().all()
                .flatMap(node -> NAMES.stream().map(node::text))
                .filter(name -> name.getBytes(StandardCharsets.UTF_8).length > 63)
                .distinct()
                .map(name -> finding(
                        Aspect.ADVICE,
                        Severity.NOTE,
                        "The server cuts the name " + name + " after 63 bytes.",
                        "Choose a shorter name.",
                        Docs.IDENTIFIERS));
    }
}
