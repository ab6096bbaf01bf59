package mana.studio.design.template;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// English nouns in singular and plural, as far as names of tables and counts of things need it. Words are in small
/// letters.
public final class Nouns {
    private static final Map<String, String> IRREGULAR = pairs("""
        person people  child children  man men  woman women  mouse mice  foot feet  tooth teeth  goose geese
        ox oxen  datum data  medium media  criterion criteria  phenomenon phenomena  vertex vertices
        matrix matrices  appendix appendices  axis axes  analysis analyses  basis bases  crisis crises
        thesis theses  hypothesis hypotheses  diagnosis diagnoses  synopsis synopses  parenthesis parentheses
        quiz quizzes  hero heroes  potato potatoes  tomato tomatoes  echo echoes  veto vetoes  leaf leaves
        life lives  knife knives  wife wives  shelf shelves  half halves  wolf wolves  self selves  thief thieves
        loaf loaves  calf calves  elf elves  alumnus alumni  stimulus stimuli  nucleus nuclei  cactus cacti
        fungus fungi  curriculum curricula  bacterium bacteria  stratum strata  schema schemas  index indexes
        cache caches  niche niches  cookie cookies  movie movies  calorie calories  selfie selfies  tie ties  pie pies
        louse lice  die dice  penny pence  loaf loaves  scarf scarves  hoof hooves  sheaf sheaves  torpedo torpedoes
        embargo embargoes  mosquito mosquitoes  ellipsis ellipses  oasis oases  larva larvae  alga algae
        erratum errata  addendum addenda  memorandum memoranda  spectrum spectra  automaton automata
        passerby passersby  staffer staffers  bus buses  gas gases  lens lenses  status statuses
        """);

    /// Also right, though the plural above is the one to propose.
    private static final Set<String> OTHER_PLURALS =
            Set.of("indices", "schemata", "persons", "matrixes", "appendixes", "vertexes", "formulae");

    /// What is not counted, what is spelt alike, and what says itself how much there is: `many`.
    private static final Set<String> UNCOUNTABLE = words("""
        access advice aircraft all analytics any audio auth authentication authorization baggage barracks
        billing bison both bread cash cattle clothing cod content correspondence crossroads data deer elk
        equipment evidence feedback few fewer firmware fish furniture gallows guidance hardware headquarters
        health help history homework housing info information innings insurance inventory jeans jewelry jwks
        knowledge legislation livestock logistics luggage mail many mathematics means media memory merchandise
        metadata metrics middleware money moose most much music news offspring pants payroll personnel physics
        police pollution presence progress punctuation rainfall research rice salmon scenery scheduling
        scissors series several sheep shorts shrimp signage software some spacecraft spam species squid staff
        statistics stats storage stuff swine swordfish telemetry thanks traffic training trousers trout tuna
        underwear usage watercraft weather wheat wildlife work
        """);

    /// Singulars that end in s.
    private static final Set<String> SINGULAR_IN_S = words("""
        alias atlas bias canvas chaos gas lens bus bonus virus campus census corpus focus radius genius syllabus
        cactus apparatus consensus nexus modulus locus stimulus surplus plus opus minus octopus prospectus hiatus
        citrus fungus nucleus terminus exodus status alumnus analysis basis axis crisis thesis oasis
        diagnosis synopsis emphasis hypothesis parenthesis chassis tennis iris debris sms gps dns css https os
        saas aws tls ssl ios christmas yes pus thermos cosmos ethos pancreas
        """);

    /// What may stand behind the noun: `events_published`, `api_usage_daily`.
    private static final Set<String> AFTERTHOUGHTS =
            words("daily weekly monthly quarterly yearly hourly archive backup v1 v2 v3 old new tmp temp public");

    private Nouns() {}

    /// Whether the name of a table says that it holds several.
    public static boolean isPlural(String tableName) {
        String[] words = tableName.split("_");
        for (int at = words.length - 1; at >= 0; at--) {
            if (isPluralWord(words[at])) {
                return true;
            }
            boolean afterthought = AFTERTHOUGHTS.contains(words[at]) || words[at].matches("[a-z]{3,}ed|\\d+");
            if (!afterthought) {
                return false;
            }
        }
        return false;
    }

    private static boolean isPluralWord(String word) {
        if (UNCOUNTABLE.contains(word) || IRREGULAR.containsValue(word) || OTHER_PLURALS.contains(word)) {
            return true;
        }
        return word.endsWith("s")
                && !word.endsWith("ss")
                && !SINGULAR_IN_S.contains(word)
                && !IRREGULAR.containsKey(word);
    }

    /// The name for several, where the last word is a noun for one.
    public static String plural(String tableName) {
        if (isPlural(tableName)) {
            return tableName;
        }
        int last = tableName.lastIndexOf('_') + 1;
        return tableName.substring(0, last) + pluralWord(tableName.substring(last));
    }

    private static String pluralWord(String word) {
        if (word.isEmpty() || isPluralWord(word)) {
            return word;
        }
        String irregular = IRREGULAR.get(word);
        if (irregular != null) {
            return irregular;
        }
        if (word.matches(".*(s|x|z|ch|sh)")) {
            return word + "es";
        }
        return word.matches(".*[^aeiou]y") ? word.substring(0, word.length() - 1) + "ies" : word + "s";
    }

    /// The name for one; the same where it is one already.
    public static String singular(String tableName) {
        int last = tableName.lastIndexOf('_') + 1;
        return tableName.substring(0, last) + singularWord(tableName.substring(last));
    }

    private static String singularWord(String word) {
        if (UNCOUNTABLE.contains(word) || !isPluralWord(word)) {
            return word;
        }
        for (Map.Entry<String, String> pair : IRREGULAR.entrySet()) {
            if (pair.getValue().equals(word)) {
                return pair.getKey();
            }
        }
        if (word.endsWith("ies") && word.length() > 4) {
            return word.substring(0, word.length() - 3) + "y";
        }
        boolean es = word.matches(".*(sses|xes|zes|ches|shes)")
                || word.endsWith("es") && SINGULAR_IN_S.contains(word.substring(0, word.length() - 2));
        return word.substring(0, word.length() - (es ? 2 : word.endsWith("s") ? 1 : 0));
    }

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    private static Map<String, String> pairs(String text) {
        String[] words = text.strip().split("\\s+");
        Map<String, String> pairs = new TreeMap<>();
        for (int at = 0; at < words.length; at += 2) {
            pairs.put(words[at], words[at + 1]);
        }
        return pairs;
    }
}
