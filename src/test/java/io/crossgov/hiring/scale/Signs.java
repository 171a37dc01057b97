package io.crossgov.hiring.scale;

import io.crossgov.hiring.workflow.HireScenario;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/** Finds in an original's texts what a copy has of its own, and puts signs in its place. */
final class Signs {

    private static final Pattern ID =
            Pattern.compile("\\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-)[0-9a-f]{12}\\b");

    private static final Pattern AGENCY = word(HireScenario.AGENCY);

    private static final Pattern TITLE = Pattern.compile("(?<=team )4\\d{7}\\b");

    private final boolean ofCases;
    private final Map<Integer, String> caseNumbers = new HashMap<>();
    private final Map<Integer, String> poolDigits = new HashMap<>();
    private final Map<Integer, Pattern> candidates = new HashMap<>();
    private final Set<String> idsOfCandidates = new HashSet<>();
    private final Set<String> idsOfNoCase = new HashSet<>();
    private final Map<Pattern, Sign> people = new LinkedHashMap<>();

    private Signs(JdbcTemplate jdbc, boolean ofCases) {
        this.ofCases = ofCases;
        jdbc.query("select original, case_number, announcement from crowd.original", row -> {
            caseNumbers.put(row.getInt(1), row.getString(2));
            poolDigits.put(row.getInt(1), row.getString(3).replaceAll(".*-(\\d{8})-.*", "$1"));
        });
        jdbc.query(
                "select k.original, string_agg(ltrim(substr(c.applicant_number, 3), '0'), '|') from crowd.candidate_of_case k"
                        + " join candidate c using (id) group by k.original",
                row -> {
                    candidates.put(
                            row.getInt(1),
                            Pattern.compile("\\bA-0?(?:" + row.getString(2) + ")\\b", Pattern.CASE_INSENSITIVE));
                });
        idsOfCandidates.addAll(jdbc.queryForList("select id::text from candidate", String.class));
        if (ofCases) {
            idsOfCandidates.removeAll(jdbc.queryForList("select id::text from crowd.candidate_of_case", String.class));
        }
        for (var table : new String[] {"act_re_procdef", "act_re_deployment", "act_ru_jobdef"}) {
            var ids = ID.matcher(String.join(" ", jdbc.queryForList("select id_ from " + table, String.class)));
            while (ids.find()) {
                idsOfNoCase.add(ids.group());
            }
        }
        people(jdbc);
    }

    static Signs ofCases(JdbcTemplate jdbc) {
        return new Signs(jdbc, true);
    }

    static Signs ofPools(JdbcTemplate jdbc) {
        return new Signs(jdbc, false);
    }

    private void people(JdbcTemplate jdbc) {
        Map.of("manager", "MANAGER", "hr", "HR", "scc", "COORDINATOR", "sme", "EXPERT", "opm", "OPM")
                .forEach((id, role) -> jdbc.query(
                        "select id, name, email from person where id = ?",
                        row -> {
                            put(row.getString("email"), Sign.valueOf(role + "_EMAIL"));
                            put(row.getString("name"), Sign.valueOf(role + "_NAME"));
                            put(row.getString("id"), Sign.valueOf(role));
                        },
                        "flow-" + id));
        people.put(AGENCY, Sign.AGENCY);
        put(HireScenario.AGENCY_NAME, Sign.AGENCY_NAME);
    }

    private void put(String text, Sign sign) {
        people.put(word(text), sign);
    }

    private static Pattern word(String text) {
        return Pattern.compile("(?<![\\w@.-])" + Pattern.quote(text) + "(?![\\w@-])");
    }

    /**
     * The text with signs.
     *
     * @param prose whether it is only read: names and addresses in it may stay those of the original
     * @param found gets the signs that are in it
     */
    String in(int original, String text, boolean prose, Set<Sign> found) {
        var marked = ids(text, found);
        marked = marked(
                marked, Pattern.compile("(?<=-(?:DE|de)-)" + poolDigits.get(original)), "", Sign.POOL_DIGITS, found);
        if (!ofCases) {
            // Days are reserved for the agency whose case is the pool's first.
            return marked(marked, AGENCY, "", Sign.AGENCY, found);
        }
        marked = marked(marked, Pattern.compile(caseNumbers.get(original)), "", Sign.CASE_NUMBER, found);
        marked = marked(marked, TITLE, "", Sign.NUMBER, found);
        if (candidates.containsKey(original)) {
            marked = marked(marked, candidates.get(original), "$0-", Sign.NUMBER, found);
        }
        if (!prose) {
            for (var person : people.entrySet()) {
                marked = marked(marked, person.getKey(), "", person.getValue(), found);
            }
        }
        return marked;
    }

    private String ids(String text, Set<Sign> found) {
        return ID.matcher(text).replaceAll(id -> {
            if (idsOfNoCase.contains(id.group())) {
                return id.group();
            }
            var sign = idsOfCandidates.contains(id.group()) ? Sign.POOL_NODE : Sign.NODE;
            if (sign == Sign.NODE && !ofCases) {
                return id.group();
            }
            found.add(sign);
            return id.group(1) + sign.mark();
        });
    }

    private static String marked(String text, Pattern what, String before, Sign sign, Set<Sign> found) {
        var marked = what.matcher(text).replaceAll(before + sign.mark());
        if (!marked.equals(text)) {
            found.add(sign);
        }
        return marked;
    }
}
