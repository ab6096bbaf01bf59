/// The Data side of a table's tab: {@link mana.studio.ui.data.DataView}.
///
/// `RowWindow` keeps a bounded `Stretch` of the rows in memory and fetches what comes next; `GridView` shows it, with a
/// selection of its own (`CellSelection`). `DataModel` holds what is asked for and what became of it; `SideWork` is
/// what goes on beside the reading: counting, copying, exporting. `FilterBar` and `WhereLine` narrow, `ValuePane` and
/// `RecordView` look closer, `RowLinks` follows foreign keys. Everything that talks to the server goes through
/// {@link mana.studio.ui.kit.Background}.
@NullMarked
package mana.studio.ui.data;

import org.jspecify.annotations.NullMarked;
