package io.crossgov.hiring.law;

import java.util.Map;

/** Where a rule is written, for people: our own ids of rules, such as L14, are for programs and mean nothing to who reads a finding. */
public final class LegalGround {

    private static final Map<String, String> CITATIONS = Map.of(
            "D1", "5 U.S.C. 3318(b)",
            "L7", "5 CFR 330.210, 330.211",
            "L11", "5 U.S.C. 3319(c)",
            "L12", "5 U.S.C. 3319(b)",
            "L13", "5 U.S.C. 3319(c)",
            "L14", "5 U.S.C. 3318(c), 3319(c)",
            "L15", "5 U.S.C. 3318(c)",
            "L16", "5 CFR 330.607, 330.705",
            "L17", "5 U.S.C. 3304(a)(3)",
            "L18", "5 U.S.C. 3318(b)");

    private LegalGround() {}

    /** The citation, or that the rule is one of how OPM and agencies hire together and of no law. */
    public static String of(String rule) {
        return CITATIONS.getOrDefault(rule, "Cross-government hiring procedure");
    }
}
