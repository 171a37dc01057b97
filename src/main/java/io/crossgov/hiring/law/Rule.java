package io.crossgov.hiring.law;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The rules by which the law says no and OPM verifies: each with its words, where it is written, what mends it, and what it asks of a
 * choice. In the order in which OPM reads what it finds.
 */
public enum Rule {
    L5("Classified position description on file", Rule.PROCEDURE, Remedy.PAPER),
    /** No rule of law: what the agency tells OPM of a selection. */
    SF_52("step 5", "SF-52 number", Rule.PROCEDURE, Remedy.PAPER),
    /** No rule of law: what the agency sends back to OPM. */
    REVIEW_RETURNED("step 6", "Certificate review returned", Rule.PROCEDURE, Remedy.PAPER),
    L7("The Reemployment Priority List allows the appointment", "5 CFR 330.210, 330.211", Remedy.NONE),
    L9("Candidate has not withdrawn", Rule.PROCEDURE, Remedy.CANDIDATE_GONE),
    L8("Candidate is not committed elsewhere", Rule.PROCEDURE, Remedy.CANDIDATE_GONE),

    L18(
            "Elected, and told to OPM, while the pool was open",
            "5 U.S.C. 3318(b)",
            Remedy.NONE,
            Part.CASE,
            (situation, choice) -> OpenWindow.check(situation)),
    D1(
            "The agency\u2019s own employees could apply, and were reviewed",
            "5 U.S.C. 3318(b)",
            Remedy.NONE,
            Part.CASE,
            (situation, choice) -> OwnEmployeesFirst.check(situation)),
    L11(
            "The candidate is referred to the case, and for the duty location",
            "5 U.S.C. 3319(c)",
            Remedy.OPM,
            Part.REFERRAL,
            ReferredOnly::check),
    L22(
            "No objection to the candidate was sustained",
            "5 U.S.C. 3318(a); 5 CFR 332.406",
            Remedy.NONE,
            Part.REFERRAL,
            Objection::check),
    L16(
            "No displaced employee has to be taken first",
            "5 CFR 330.607, 330.705",
            Remedy.AGENCY,
            Part.PRECEDENCE,
            PriorityFirst::check),
    L14(
            "No preference eligible is passed over",
            "5 U.S.C. 3318(c), 3319(c)",
            Remedy.AGENCY,
            Part.PRECEDENCE,
            PreferenceFirst::check),
    L13(
            "No higher category is skipped that is neither exhausted nor merged",
            "5 U.S.C. 3319(c)",
            Remedy.AGENCY,
            Part.PRECEDENCE,
            HigherCategoryFirst::check),

    L10("The pool\u2019s first days are not reserved for others", Rule.PROCEDURE, Remedy.NONE),
    L12("Candidates stand in the category that rating and preference give them", "5 U.S.C. 3319(b)", Remedy.OPM),
    L15("A preference eligible is passed over when OPM agrees", "5 U.S.C. 3318(c)", Remedy.OPM),
    L17(
            "The pool\u2019s hiring authority holds, and its candidates are ranked as it demands",
            "5 U.S.C. 3304(a)(3)",
            Remedy.NONE,
            Part.CASE,
            (situation, choice) -> AuthorityInForce.check(situation)),
    /** No rule of law, but of counting: others were first. */
    FREE_VACANCY("step 5", "A vacancy is free", Rule.PROCEDURE, Remedy.AGENCY);

    /** What people read of a rule that is of no law. */
    static final String PROCEDURE = "Cross-government hiring procedure";

    /** What mends it when a rule does not hold. */
    public enum Remedy {
        /** HR: it puts a paper or a number right. */
        PAPER,
        /** The agency: whoever comes first is elected, declined, was passed over or is not well-qualified; a vacancy becomes free. */
        AGENCY,
        /** OPM: it keeps the list and judges itself. */
        OPM,
        /** Nothing that anybody does to this choice: it takes another day, another pool or somebody else. */
        NONE,
        /** Nothing, as the candidate cannot be had: withdrew, or is held by another selection. */
        CANDIDATE_GONE
    }

    /** What a rule of the order of selection is about. */
    enum Part {
        /** Any election in the case, whomever it is about. */
        CASE,
        /** Whether the choice is one. */
        REFERRAL,
        /** Who comes before the choice. */
        PRECEDENCE
    }

    private final String id;
    private final String about;
    private final String citation;
    private final Remedy remedy;

    /** Null for what is not of the order of selection; then {@link #check} is, too. */
    private final Part part;

    private final BiFunction<Situation, Choice, Optional<Ruling.Refused>> check;

    Rule(
            String id,
            String about,
            String citation,
            Remedy remedy,
            Part part,
            BiFunction<Situation, Choice, Optional<Ruling.Refused>> check) {
        this.id = id == null ? name() : id;
        this.about = about;
        this.citation = citation;
        this.remedy = remedy;
        this.part = part;
        this.check = check;
    }

    Rule(
            String about,
            String citation,
            Remedy remedy,
            Part part,
            BiFunction<Situation, Choice, Optional<Ruling.Refused>> check) {
        this(null, about, citation, remedy, part, check);
    }

    Rule(String id, String about, String citation, Remedy remedy) {
        this(id, about, citation, remedy, null, null);
    }

    Rule(String about, String citation, Remedy remedy) {
        this(null, about, citation, remedy);
    }

    /** Those of the order of selection about this, in their order. */
    static List<Rule> of(Part part) {
        return Arrays.stream(values()).filter(rule -> rule.part == part).toList();
    }

    /** As programs and records call it: "L14", or "step 5" for what is no rule of law but of the flow. */
    public String id() {
        return id;
    }

    /** What it asks for, in words. */
    public String about() {
        return about;
    }

    /** Where it is written, for people; or that it is of no law. */
    public String citation() {
        return citation;
    }

    public Remedy remedy() {
        return remedy;
    }

    /** Whether OPM cannot verify a selection against it, whatever the reason. */
    public boolean isBinding() {
        return switch (remedy) {
            case PAPER, AGENCY, NONE, CANDIDATE_GONE -> true;
            case OPM -> false;
        };
    }

    /** What a rule of the order of selection says of a choice; a rule about the case asks for none. */
    Optional<Ruling.Refused> check(Situation situation, Choice choice) {
        return check.apply(situation, choice);
    }
}
