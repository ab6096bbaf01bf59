package mana.studio.drizzle.typescript;

/// A constant of the code.
///
/// @param exported drizzle-kit takes what is exported; types without a builder and what other services own are not
record Declaration(Thing thing, String identifier, boolean exported, Code code, Uses uses) {
    /// As an existing file has its statements.
    String text(Printer printer, Lines lines) {
        String text = text(printer);
        return lines.hasSemicolons() ? text : text.replaceFirst(";\\n$", "\n");
    }

    String text(Printer printer) {
        String start = (exported ? "export const " : "const ") + identifier + " = ";
        String comment = exported || thing.kind() == Thing.Kind.TYPE
                ? ""
                : "// Another service's: not exported, so that drizzle-kit leaves it alone.\n";
        return comment + start + printer.print(code, 0, start.length(), 1) + ";\n";
    }
}
