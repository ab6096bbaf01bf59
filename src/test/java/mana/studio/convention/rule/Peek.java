package mana.studio.convention.rule;

import java.nio.file.*;
import java.util.*;
import java.util.stream.*;
import mana.studio.connection.Cancellation;
import mana.studio.convention.*;
import mana.studio.scratch.Scratch;

class Peek {
    public static void main(String[] a) throws Exception {
        for (String f : a) {
            var db = Scratch.read(Files.readString(Path.of(f)), new Cancellation());
            var c = new Conventions(ServiceRegistry.MANA, Switches.NONE);
            long t = System.nanoTime();
            Findings found = c.check(db);
            System.out.println("== " + f + " " + db.tables().count() + " tables, " + found.open().size() + " findings, " + (System.nanoTime() - t) / 1000000 + " ms");
            for (Convention r : Conventions.ALL) {
                var own = found.open().stream().filter(b -> b.rule() == r).toList();
                System.out.println("# " + r.id() + " " + r.severity() + " " + own.size());
                if (a.length == 1) own.forEach(b -> System.out.println("   " + b.where() + " — " + b.message() + (b.fix() == null ? "" : "  [" + b.fix().label() + "]")));
            }
        }
        System.exit(0);
    }
}
