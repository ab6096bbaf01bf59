package mana.studio.plan.judge;

import java.util.ArrayList;
import java.util.List;
import mana.studio.ddl.Ddl;
import mana.studio.schema.Database;
import mana.studio.schema.Schema;
import mana.studio.sql.Identifier;

/// The crudest of planners, to try the judges on: drops everything and creates everything.
final class Recreate implements PlannedSql {
    @Override
    public List<Step> plan(Database from, Database to) {
        List<Step> steps = new ArrayList<>();
        for (Schema schema : from.schemas()) {
            steps.add(new Step("DROP SCHEMA " + Identifier.quote(schema.name()) + " CASCADE", true, true));
        }
        SqlScript.statements(Ddl.of(to)).forEach(sql -> steps.add(new Step(sql, false, true)));
        return steps;
    }
}
