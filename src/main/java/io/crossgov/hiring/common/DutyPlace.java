package io.crossgov.hiring.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When two ways of writing a place mean the same place: USAJOBS writes "Washington, District of Columbia" and "Anywhere in the U.S. (remote
 * job)" where a pool has "Washington, DC" and "Remote". States count by name or code, the country, a ZIP code, punctuation and short forms
 * of Saint, Fort and Mount do not. What is left out is never guessed: "Washington" is neither the city nor the state.
 */
public final class DutyPlace {

    private static final String REMOTE = "remote";
    private static final String NEGOTIABLE = "negotiable";

    private static final Set<String> ANYWHERE = Set.of(
            REMOTE,
            "remote job",
            "remote work",
            "remote position",
            "fully remote",
            "anywhere in the u s",
            "anywhere in the us",
            "anywhere in the united states",
            "anywhere in the u s remote job",
            "anywhere in the us remote job",
            "anywhere in the united states remote job",
            "remote anywhere in the u s",
            "remote anywhere in the us",
            "remote anywhere in the united states");

    private static final Set<String> LATER = Set.of(
            NEGOTIABLE,
            "location negotiable",
            "negotiable after selection",
            "location negotiable after selection",
            "location to be negotiated after selection");

    private static final Set<String> UNNAMED =
            Set.of("multiple locations", "multiple", "various locations", "various", "many locations");

    private static final List<String> COUNTRY =
            List.of("united states of america", "united states", "u s a", "usa", "u s", "us");

    private static final Map<String, String> SHORT_FORMS = Map.of("st", "saint", "ft", "fort", "mt", "mount");

    /** Words of the longest name of a state or territory: "commonwealth of the northern mariana islands". */
    private static final int LONGEST_STATE = 6;

    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("alabama", "al"),
            Map.entry("alaska", "ak"),
            Map.entry("arizona", "az"),
            Map.entry("arkansas", "ar"),
            Map.entry("california", "ca"),
            Map.entry("colorado", "co"),
            Map.entry("connecticut", "ct"),
            Map.entry("delaware", "de"),
            Map.entry("district of columbia", "dc"),
            Map.entry("florida", "fl"),
            Map.entry("georgia", "ga"),
            Map.entry("hawaii", "hi"),
            Map.entry("idaho", "id"),
            Map.entry("illinois", "il"),
            Map.entry("indiana", "in"),
            Map.entry("iowa", "ia"),
            Map.entry("kansas", "ks"),
            Map.entry("kentucky", "ky"),
            Map.entry("louisiana", "la"),
            Map.entry("maine", "me"),
            Map.entry("maryland", "md"),
            Map.entry("massachusetts", "ma"),
            Map.entry("michigan", "mi"),
            Map.entry("minnesota", "mn"),
            Map.entry("mississippi", "ms"),
            Map.entry("missouri", "mo"),
            Map.entry("montana", "mt"),
            Map.entry("nebraska", "ne"),
            Map.entry("nevada", "nv"),
            Map.entry("new hampshire", "nh"),
            Map.entry("new jersey", "nj"),
            Map.entry("new mexico", "nm"),
            Map.entry("new york", "ny"),
            Map.entry("north carolina", "nc"),
            Map.entry("north dakota", "nd"),
            Map.entry("ohio", "oh"),
            Map.entry("oklahoma", "ok"),
            Map.entry("oregon", "or"),
            Map.entry("pennsylvania", "pa"),
            Map.entry("rhode island", "ri"),
            Map.entry("south carolina", "sc"),
            Map.entry("south dakota", "sd"),
            Map.entry("tennessee", "tn"),
            Map.entry("texas", "tx"),
            Map.entry("utah", "ut"),
            Map.entry("vermont", "vt"),
            Map.entry("virginia", "va"),
            Map.entry("washington", "wa"),
            Map.entry("west virginia", "wv"),
            Map.entry("wisconsin", "wi"),
            Map.entry("wyoming", "wy"),
            Map.entry("american samoa", "as"),
            Map.entry("guam", "gu"),
            Map.entry("northern mariana islands", "mp"),
            Map.entry("commonwealth of the northern mariana islands", "mp"),
            Map.entry("puerto rico", "pr"),
            Map.entry("virgin islands", "vi"),
            Map.entry("u s virgin islands", "vi"),
            Map.entry("us virgin islands", "vi"),
            Map.entry("united states virgin islands", "vi"));

    private DutyPlace() {}

    /** Whether two texts name one place. */
    public static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    /** Whether a text names the work that can be done from anywhere in the country. */
    public static boolean isAnywhere(String place) {
        return key(place).equals(REMOTE);
    }

    /** Whether a text says that there are several places, but not which. */
    public static boolean isUnnamed(String place) {
        return UNNAMED.contains(bare(place));
    }

    /** The same for all ways of writing one place; never for showing. */
    public static String key(String place) {
        var bare = bare(place);
        if (bare.isEmpty()) {
            return PlainText.key(place);
        }
        if (ANYWHERE.contains(bare)) {
            return REMOTE;
        }
        var words = withoutCountryAndZip(bare);
        if (ANYWHERE.contains(words)) {
            return REMOTE;
        }
        return LATER.contains(words) ? NEGOTIABLE : cityAndState(List.of(words.split(" ")));
    }

    private static String bare(String place) {
        return PlainText.key(place).replaceAll("[^\\p{L}\\p{M}\\p{N}]+", " ").strip();
    }

    private static String withoutCountryAndZip(String bare) {
        var words = bare;
        for (var country : COUNTRY) {
            if (words.endsWith(" " + country)) {
                words = words.substring(0, words.length() - country.length()).strip();
                break;
            }
        }
        return words.replaceFirst("(?<=\\p{L}) \\d{5}( \\d{4})?$", "");
    }

    private static String cityAndState(List<String> given) {
        var words = initialsJoined(given);
        for (int length = Math.min(LONGEST_STATE, words.size() - 1); length > 0; length--) {
            var from = words.size() - length;
            var named = String.join(" ", words.subList(from, words.size()));
            var state = STATES.getOrDefault(named, STATES.containsValue(named) ? named : null);
            if (state != null) {
                return city(words.subList(0, from), state) + ", " + state;
            }
        }
        return city(words, "");
    }

    /** "D.C." is "DC". */
    private static List<String> initialsJoined(List<String> words) {
        var last = words.size() - 1;
        if (last < 2 || words.get(last).length() > 1 || words.get(last - 1).length() > 1) {
            return words;
        }
        var joined = new ArrayList<>(words.subList(0, last - 1));
        joined.add(words.get(last - 1) + words.get(last));
        return joined;
    }

    /** "Washington DC, District of Columbia" has its state twice. */
    private static String city(List<String> words, String state) {
        var length = words.size();
        var named = length > 1 && words.get(length - 1).equals(state) ? words.subList(0, length - 1) : words;
        return String.join(
                " ",
                named.stream().map(word -> SHORT_FORMS.getOrDefault(word, word)).toList());
    }
}
