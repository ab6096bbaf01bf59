package mana.studio.cli;

import java.util.Collection;
import java.util.Locale;
import mana.studio.safety.Finding;
import mana.studio.safety.Touched;
import mana.studio.safety.Verdict;
import mana.studio.safety.words.EffectWords;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Pieces of what commands print as JSON. Names in it do not change; new ones may come.
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static String print(JsonNode node) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(node);
    }

    static ArrayNode strings(Collection<String> strings) {
        ArrayNode array = MAPPER.createArrayNode();
        strings.forEach(array::add);
        return array;
    }

    /// `command`, `recognition` (`known`, `unknown`, `syntax_error`, `not_sql`), `pace` (`instant`, `seconds`, `minutes`,
    /// `hours`, `unknown`), `inTransaction`, `locks` (name to mode), `rewrites` and `scans` (names), `blocks` (`reads`,
    /// `writes` …), `findings` and `doubts`.
    static void verdict(ObjectNode to, Verdict verdict) {
        to.put("command", verdict.command());
        to.put("recognition", word(verdict.recognition()));
        to.put("pace", word(verdict.pace()));
        to.put("inTransaction", verdict.effects().inTransaction());
        ObjectNode locks = to.putObject("locks");
        verdict.effects().locks().forEach((touched, mode) -> locks.put(EffectWords.name(touched.name()), mode.sql()));
        to.set("rewrites", names(verdict.effects().rewritten()));
        to.set("scans", names(verdict.effects().scanned()));
        to.set("blocks", strings(verdict.blocked().stream().map(Json::word).toList()));
        ArrayNode findings = to.putArray("findings");
        verdict.findings().forEach(finding -> findings.add(finding(finding)));
        to.set("doubts", strings(verdict.doubts()));
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("rule", finding.ruleId());
        node.put("severity", word(finding.severity()));
        node.put("aspect", word(finding.aspect()));
        node.put("message", finding.message());
        node.put("help", finding.help());
        node.put("source", finding.source());
        return node;
    }

    private static ArrayNode names(Collection<Touched> touched) {
        return strings(touched.stream().map(one -> EffectWords.name(one.name())).toList());
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
