package io.crossgov.hiring.casefile;

import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.pool.HiringAuthority;
import io.crossgov.hiring.pool.TalentPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Forms A and B of a case, as coordinator and OPM read them. */
@Component
class RequestFile {

    private final SignedForms forms;
    private final Law law;
    private final OfficeClock days;

    RequestFile(SignedForms forms, Law law, OfficeClock days) {
        this.forms = forms;
        this.law = law;
        this.days = days;
    }

    /** One line of Form A. */
    record Line(String item, String answer) {}

    /** One statement of Form B. */
    record StatementLine(String statement, String important, String neededUponEntry) {}

    /**
     * @param formASigned by whom and on which day, or that it is not
     * @param formBSigned by whom and on which day, or that it is not
     * @param missing a sentence for everything that keeps the request from going to OPM; empty when nothing does
     */
    record Forms(
            List<Line> formA,
            String formASigned,
            List<StatementLine> formB,
            String formBSigned,
            boolean complete,
            List<String> missing) {}

    RequestCheck check(HiringCase hiring, TalentPool pool) {
        return new RequestCheck(
                hiring.formASignedAt().isPresent(),
                hiring.formBSignedAt().isPresent(),
                hiring.requestStartedOn()
                        .map(day -> law.freezeOn(day).freezes())
                        .orElse(true),
                hiring.freezeConfirmation().isPresent(),
                hiring.rplStatus().orElse(null),
                pool.mismatches(CaseDesk.keys(hiring)));
    }

    Forms of(HiringCase hiring, TalentPool pool) {
        var missing = check(hiring, pool).missing();
        return new Forms(
                formA(hiring, pool),
                signature(hiring, SignedFormVersion.Form.FORM_A),
                formB(hiring),
                signature(hiring, SignedFormVersion.Form.FORM_B),
                missing.isEmpty(),
                missing);
    }

    private List<Line> formA(HiringCase hiring, TalentPool pool) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("Position title", hiring.positionTitle()));
        hiring.positionDescription().ifPresent(pd -> {
            lines.add(new Line(
                    "Position description", pd.number() == null ? "No number yet: it is not classified" : pd.number()));
            lines.add(
                    new Line("PD classified", pd.classified() ? "Yes, on " + Words.of(pd.classifiedOn()) : "Not yet"));
        });
        forms.latestAnswers(hiring, SignedFormVersion.Form.FORM_A, CompleteTalentPoolRequest.Answers.class)
                .ifPresent(form -> {
                    lines.add(new Line(
                            "Series, grade",
                            pool.seriesInWriting(form.series()) + ", " + pool.inWriting(form.grade())));
                    lines.add(new Line("Full performance level", pool.inWriting(form.fullPerformanceLevel())));
                    lines.add(
                            new Line("Appointment type", form.appointmentType().word()));
                    lines.add(new Line("Duty locations", String.join("; ", form.dutyLocations())));
                    lines.add(new Line("Form B received and appropriate", yes(form.formBReceived())));
                    lines.add(new Line(
                            "Category rating policy in place",
                            pool.hiringAuthority() == HiringAuthority.DIRECT_HIRE
                                    ? "Not asked for direct hire"
                                    : yes(form.ratingPolicyInPlace())));
                    lines.add(new Line("No duplicate examining", yes(form.noDuplicateExamining())));
                    lines.add(new Line("Funded FTE", yes(form.fundedFte())));
                });
        hiring.appointmentDays()
                .ifPresent(length -> lines.add(new Line("Length with extensions", Counted.of(length, "day"))));
        hiring.fteNumber().ifPresent(number -> lines.add(new Line("FTE number", number)));
        lines.add(new Line("Vacancies", String.valueOf(hiring.vacancies())));
        lines.add(new Line("Reemployment Priority List", rpl(hiring)));
        lines.add(new Line("Hiring freeze", freeze(hiring)));
        return List.copyOf(lines);
    }

    private String rpl(HiringCase hiring) {
        var status = hiring.rplStatus().map(RplStatus::title).orElse("Not answered");
        return law.rplExceptionOf(hiring)
                .map(exception -> status + ": " + exception)
                .orElse(status);
    }

    private String freeze(HiringCase hiring) {
        return hiring.freezeConfirmation()
                .map(confirmed -> {
                    var ground = law.freezeGround(confirmed.ground())
                            .map(FreezeGround::text)
                            .orElse(confirmed.ground());
                    var approval = confirmed.number() == null
                            ? ""
                            : " Approval " + confirmed.number() + " of " + Words.of(confirmed.date()) + ".";
                    return "Exempt, confirmed by " + confirmed.byName() + ". " + ground + approval;
                })
                .orElse("Exemption not confirmed");
    }

    private List<StatementLine> formB(HiringCase hiring) {
        return forms
                .latestAnswers(hiring, SignedFormVersion.Form.FORM_B, VerifyExperienceAndCompetencies.Signed.class)
                .map(VerifyExperienceAndCompetencies.Signed::statements)
                .orElse(List.of())
                .stream()
                .map(each -> new StatementLine(each.name(), word(each.important()), word(each.neededUponEntry())))
                .toList();
    }

    private String signature(HiringCase hiring, SignedFormVersion.Form form) {
        return forms.latest(hiring, form)
                .map(version -> "Version " + version.version() + ", "
                        + version.outcome().title().toLowerCase(Locale.ROOT) + ", signed by " + version.signedByName()
                        + " (" + version.signedByEmail() + ", " + version.signedByPhone() + ") on "
                        + Words.of(days.dayOf(version.signedAt())))
                .orElse("Not signed yet");
    }

    private static String yes(boolean answer) {
        return answer ? "Yes" : "No";
    }

    private static String word(YesNo answer) {
        return answer == YesNo.YES ? "Yes" : "No";
    }
}
