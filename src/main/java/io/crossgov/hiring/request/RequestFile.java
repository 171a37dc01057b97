package io.crossgov.hiring.request;

import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.casefile.PositionDescription;
import io.crossgov.hiring.common.Counted;
import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.OfficeClock;
import io.crossgov.hiring.common.YesNo;
import io.crossgov.hiring.law.HiringAuthority;
import io.crossgov.hiring.pool.TalentPool;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Forms A and B of a case, as coordinator and OPM read them. */
@Component
class RequestFile {

    private final SignedForms forms;
    private final RequestLaw law;
    private final ReemploymentAnswers reemployment;
    private final OfficeClock days;

    RequestFile(SignedForms forms, RequestLaw law, ReemploymentAnswers reemployment, OfficeClock days) {
        this.forms = forms;
        this.law = law;
        this.reemployment = reemployment;
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
                law.freezeOf(hiring),
                hiring.rplStatus().orElse(null),
                pool.mismatches(CaseDesk.keys(hiring)));
    }

    Forms of(HiringCase hiring, TalentPool pool) {
        var missing = check(hiring, pool).missing();
        var signed = forms.ofCase(hiring);
        var formA = latest(signed, SignedFormVersion.Form.FORM_A);
        var formB = latest(signed, SignedFormVersion.Form.FORM_B);
        return new Forms(
                formA(hiring, pool, formA, signed),
                signature(formA),
                formB(formB),
                signature(formB),
                missing.isEmpty(),
                missing);
    }

    private static Optional<SignedFormVersion> latest(List<SignedFormVersion> signed, SignedFormVersion.Form form) {
        return signed.stream().filter(version -> version.form() == form).findFirst();
    }

    private List<Line> formA(
            HiringCase hiring, TalentPool pool, Optional<SignedFormVersion> signed, List<SignedFormVersion> versions) {
        var lines = new ArrayList<Line>();
        lines.add(new Line("Position title", hiring.positionTitle()));
        hiring.subAgency().ifPresent(part -> lines.add(new Line("Sub-agency", part)));
        hiring.positionDescription().ifPresent(pd -> {
            lines.add(new Line(
                    "Position description", pd.number() == null ? "No number yet: it is not classified" : pd.number()));
            lines.add(new Line("PD classified", classified(pd, signed)));
        });
        signed.map(version -> forms.answers(version.answers(), CompleteTalentPoolRequest.Answers.class))
                .ifPresent(form -> {
                    lines.add(new Line(
                            "Series, grade",
                            pool.seriesInWriting(form.series()) + ", " + pool.inWriting(form.grade())));
                    lines.add(new Line("Full performance level", pool.inWriting(form.fullPerformanceLevel())));
                    lines.add(
                            new Line("Appointment type", form.appointmentType().word()));
                    lines.add(new Line("Duty locations", String.join("; ", form.dutyLocations())));
                    lines.add(new Line(
                            "Form B received and appropriate",
                            formBReceived(form.formBReceived(), signed.get().signedAt(), versions)));
                    lines.add(new Line(
                            "Category rating policy in place",
                            pool.hiringAuthority() == HiringAuthority.DIRECT_HIRE
                                    ? "Not asked for direct hire"
                                    : yes(form.ratingPolicyInPlace())));
                    lines.add(new Line("No duplicate examining", yes(form.noDuplicateExamining())));
                    lines.add(new Line("Funded FTE", yes(form.fundedFte())));
                });
        hiring.service().ifPresent(service -> lines.add(new Line("Service", service.title())));
        hiring.appointmentDays()
                .ifPresent(length -> lines.add(new Line("Length with extensions", Counted.of(length, "day"))));
        hiring.fteNumber().ifPresent(number -> lines.add(new Line("FTE number", number)));
        lines.add(new Line("Vacancies", String.valueOf(hiring.vacancies())));
        lines.add(new Line(
                "Reemployment Priority List", signed.map(reemployment::onFormA).orElse("Not answered")));
        signed.flatMap(version -> reemployment.apart(hiring, version))
                .ifPresent(said -> lines.add(new Line("Reemployment Priority List, recorded apart from Form A", said)));
        lines.add(new Line("Hiring freeze", law.freezeOf(hiring).inWords()));
        return List.copyOf(lines);
    }

    /** Who signed the form knew of no classification that came later. */
    private String classified(PositionDescription pd, Optional<SignedFormVersion> signed) {
        if (!pd.classified()) {
            return "Not yet";
        }
        var afterwards = signed.map(version -> days.dayOf(version.signedAt()))
                .filter(pd.classifiedOn()::isAfter)
                .isPresent();
        return "Yes, on " + Dates.inWordsIfAny(pd.classifiedOn()) + (afterwards ? ", after this form was signed" : "");
    }

    /** Said of the version that was on file then, and of no later one. */
    private String formBReceived(boolean received, Instant said, List<SignedFormVersion> versions) {
        var formsB = versions.stream()
                .filter(version -> version.form() == SignedFormVersion.Form.FORM_B)
                .toList();
        var since = formsB.stream()
                .filter(version -> version.signedAt().isAfter(said))
                .findFirst();
        if (since.isEmpty()) {
            return yes(received);
        }
        var meant = formsB.stream()
                .filter(version -> !version.signedAt().isAfter(said))
                .findFirst();
        return yes(received)
                + meant.map(version -> ", of version " + version.version()).orElse("")
                + ". Version " + since.get().version() + " was signed afterwards, on "
                + Dates.inWordsIfAny(days.dayOf(since.get().signedAt())) + ".";
    }

    private List<StatementLine> formB(Optional<SignedFormVersion> signed) {
        return signed
                .map(version -> forms.answers(version.answers(), VerifyExperienceAndCompetencies.Signed.class))
                .map(VerifyExperienceAndCompetencies.Signed::statements)
                .orElse(List.of())
                .stream()
                .map(each -> new StatementLine(each.name(), word(each.important()), word(each.neededUponEntry())))
                .toList();
    }

    private String signature(Optional<SignedFormVersion> signed) {
        return signed.map(version -> "Version " + version.version() + ", "
                        + version.outcome().title().toLowerCase(Locale.ROOT) + ", signed by " + version.signedByName()
                        + " (" + version.signedByEmail() + ", " + version.signedByPhone() + ") on "
                        + Dates.inWordsIfAny(days.dayOf(version.signedAt())))
                .orElse("Not signed yet");
    }

    private static String yes(boolean answer) {
        return answer ? "Yes" : "No";
    }

    private static String word(YesNo answer) {
        return answer == YesNo.YES ? "Yes" : "No";
    }
}
