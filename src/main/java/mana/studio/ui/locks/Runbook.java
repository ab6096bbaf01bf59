package mana.studio.ui.locks;

import java.util.List;

final class Runbook {
    private Runbook() {}

    static List<String> steps() {
        return List.of("…");
    }
}
