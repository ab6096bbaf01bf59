package mana.studio.ui.design.state;

import java.util.Arrays;
import java.util.List;

/// Texts that stand for values.
public final class Texts {
    private Texts() {}

    /// Why a text is no whole number; empty where it is one.
    public static String noLong(String text) {
        try {
            Long.parseLong(text.strip());
            return "";
        } catch (NumberFormatException wrong) {
            return "A whole number is needed.";
        }
    }

    /// Why a text is no whole number in a range; empty where it is one.
    public static String noNumber(String text, int least, int most) {
        if (!noLong(text).isEmpty()) {
            return noLong(text);
        }
        long number = Long.parseLong(text.strip());
        return number >= least && number <= most ? "" : "It must be from " + least + " to " + most + ".";
    }

    /// Why a server has not what came with a release; empty where it has.
    ///
    /// @param version as `server_version_num`
    public static String since(int version, int release) {
        return version >= release * 10_000
                ? ""
                : "It needs PostgreSQL " + release + "; this is " + version / 10_000 + ".";
    }

    /// `fillfactor=70, autovacuum_enabled=false`.
    public static String options(List<String> options) {
        return String.join(", ", options);
    }

    public static List<String> options(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(option -> !option.isEmpty())
                .map(option -> option.replaceFirst("\\s*=\\s*", "="))
                .toList();
    }

    /// Why a text is no list of options; empty where it is one.
    public static String noOptions(String text) {
        return options(text).stream()
                .filter(option -> !option.matches("[A-Za-z_][A-Za-z0-9_.]*=.+"))
                .findFirst()
                .map(option -> "“" + option + "” is not of the form name=value.")
                .orElse("");
    }
}
