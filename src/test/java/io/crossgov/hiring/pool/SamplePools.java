package io.crossgov.hiring.pool;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Pools for tests, each property open to change by its JSON name. */
public final class SamplePools {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private SamplePools() {}

    /** A cross-government action of OPM, changed: name, value, name, value …; a null value leaves the property out. */
    public static PoolDetails crossGovernment(String announcement, Object... changes) {
        return details(announcement, "CGA", "OPM", changes);
    }

    /** A certificate that an agency shares, changed as in {@link #crossGovernment}. */
    public static PoolDetails shared(String announcement, String agency, Object... changes) {
        return details(announcement, "CSA", agency, changes);
    }

    /** The JSON body for the set-up address. */
    public static Map<String, Object> json(String announcement, String type, String agency, Object... changes) {
        var pool = new LinkedHashMap<String, Object>();
        pool.put("announcement", announcement);
        pool.put("title", "Customer Experience Strategist");
        pool.put("series", "0301");
        pool.put("grade", "GS-13");
        pool.put("equivalentGrades", Map.of("GS-13", List.of("NH-03")));
        pool.put("fullPerformanceLevel", "GS-13");
        pool.put("appointmentType", "PERMANENT");
        pool.put("dutyLocations", List.of("Washington, DC", "Denver, CO", "Remote"));
        pool.put("hiringAuthority", "DELEGATED_EXAMINING");
        pool.put("rankingMethod", "CATEGORY");
        pool.put("poolType", type);
        pool.put("issuingAgency", agency);
        pool.put("issuedOn", "2025-03-03");
        pool.put("sharingNotice", true);
        pool.put("ictapCleared", true);
        pool.put(
                "statements",
                List.of(
                        statement("TECHNICAL_COMPETENCY", "Stakeholder Engagement"),
                        statement("SPECIALIZED_EXPERIENCE", "Leading projects")));
        pool.put("generalCompetencies", List.of("Teamwork"));
        var rest = new ArrayList<>(Arrays.asList(changes));
        while (!rest.isEmpty()) {
            var name = (String) rest.remove(0);
            pool.put(name, rest.remove(0));
        }
        asDemanded(pool);
        pool.values().removeIf(Objects::isNull);
        return pool;
    }

    /** What ranking and authority ask for besides, unless a test says it: its null is what the pool lacks. */
    private static void asDemanded(Map<String, Object> pool) {
        if ("DIRECT_HIRE".equals(pool.get("hiringAuthority"))) {
            putUnlessSaid(pool, "directHireAuthority", "GW-008");
            putUnlessSaid(pool, "directHireFrom", "2025-01-01");
        }
        if ("NUMERIC".equals(pool.get("rankingMethod"))) {
            putUnlessSaid(pool, "wellQualifiedScore", 85);
            putUnlessSaid(pool, "opensOn", "2024-11-04");
            putUnlessSaid(pool, "cutOffKind", "SCORE");
            putUnlessSaid(pool, "cutOffValue", 90);
            putUnlessSaid(pool, "cutOffFixedOn", "2024-10-28");
        } else {
            putUnlessSaid(pool, "wellQualifiedRating", "WELL_QUALIFIED");
        }
    }

    private static void putUnlessSaid(Map<String, Object> pool, String name, Object value) {
        if (!pool.containsKey(name)) {
            pool.put(name, value);
        }
    }

    private static Map<String, String> statement(String kind, String name) {
        return Map.of("kind", kind, "name", name, "text", name + " is needed from the first day.");
    }

    private static PoolDetails details(String announcement, String type, String agency, Object... changes) {
        return JSON.convertValue(json(announcement, type, agency, changes), PoolDetails.class);
    }
}
