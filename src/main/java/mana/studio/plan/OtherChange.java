package mana.studio.plan;

import mana.studio.schema.OtherObject;

/// Something without a record of its own comes or goes.
public sealed interface OtherChange extends Change {
    OtherObject object();

    record CreateOther(OtherObject object) implements OtherChange {}

    record DropOther(OtherObject object) implements OtherChange {}
}
