package io.crossgov.hiring.request;

import io.crossgov.hiring.common.Dates;
import io.crossgov.hiring.common.Faults;
import io.crossgov.hiring.common.Refusal;
import io.crossgov.hiring.common.Required;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The grounds on which positions are exempt from the hiring freeze, with the dates they are valid (L6). No ground means that
 * there is no freeze.
 */
record FreezeRegime(List<FreezeGround> grounds) {

    FreezeRegime {
        grounds = Required.distinct("grounds", grounds, FreezeGround::id);
    }

    /** What holds for a request that started on {@code date}. */
    FreezeRegime validOn(LocalDate date) {
        return new FreezeRegime(
                grounds.stream().filter(ground -> ground.isValidOn(date)).toList());
    }

    /** Whether hiring is frozen at all. */
    boolean freezes() {
        return !grounds.isEmpty();
    }

    Optional<FreezeGround> ground(String id) {
        return grounds.stream().filter(ground -> ground.id().equals(id)).findFirst();
    }

    /**
     * A ground and what proves it, as far as the ground needs it.
     *
     * @param ground id, or null when none was chosen
     * @param planLine line of the annual staffing plan
     * @param opmToldOn when OPM was told of the approval in writing
     */
    record Claim(
            String ground,
            UUID document,
            String approvalNumber,
            LocalDate approvalDate,
            String planLine,
            LocalDate opmToldOn) {

        /** On a ground alone, without evidence. */
        static Claim on(String ground) {
            return new Claim(ground, null, null, null, null, null);
        }

        /** Finds evidence that the ground does not need: not looked at, it must not look as if it had been. */
        void mustGoWith(FreezeRegime regime, Faults faults) {
            var evidence = ground == null
                    ? FreezeGround.Evidence.NONE
                    : regime.ground(ground).map(FreezeGround::evidence).orElse(null);
            if (evidence == null) {
                return;
            }
            var because = ground == null ? "No ground is chosen that it would prove." : "This ground does not need it.";
            if (evidence != FreezeGround.Evidence.DOCUMENT) {
                faults.addUnlessLeftOut("freezeDocument", document, because);
            }
            if (!evidence.isApproval()) {
                faults.addUnlessLeftOut("freezeApprovalNumber", approvalNumber, because);
                faults.addUnlessLeftOut("freezeApprovalDate", approvalDate, because);
            }
            if (evidence != FreezeGround.Evidence.COMMITTEE) {
                faults.addUnlessLeftOut("freezePlanLine", planLine, because);
                faults.addUnlessLeftOut("freezeOpmToldOn", opmToldOn, because);
            }
        }

        /** Finds any evidence at all. @param because why none is asked for, as a sentence */
        void leftOut(String because, Faults faults) {
            faults.addUnlessLeftOut("freezeDocument", document, because);
            faults.addUnlessLeftOut("freezeApprovalNumber", approvalNumber, because);
            faults.addUnlessLeftOut("freezeApprovalDate", approvalDate, because);
            faults.addUnlessLeftOut("freezePlanLine", planLine, because);
            faults.addUnlessLeftOut("freezeOpmToldOn", opmToldOn, because);
        }

        private void mustBeApproved(FreezeGround ground, LocalDate today, Faults faults) {
            if (approvalNumber == null || approvalNumber.isBlank()) {
                faults.addByRule(
                        "L6", "freezeApprovalNumber", "This ground needs its evidence: enter the approval's number.");
            }
            if (approvalDate == null) {
                faults.addByRule(
                        "L6", "freezeApprovalDate", "This ground needs its evidence: enter the approval's date.");
            } else if (approvalDate.isAfter(today)) {
                faults.addByRule("L6", "freezeApprovalDate", "The approval's date is in the future.");
            } else if (approvalDate.isBefore(ground.validFrom())) {
                faults.addByRule(
                        "L6",
                        "freezeApprovalDate",
                        "Nobody could approve on this ground before " + Dates.inWords(ground.validFrom())
                                + ", its first day. Enter that day or a later one.");
            }
        }

        private void mustBePlannedAndTold(LocalDate today, Faults faults) {
            if (planLine == null || planLine.isBlank()) {
                faults.addByRule(
                        "L6",
                        "freezePlanLine",
                        "This ground needs its evidence: enter the line of the annual staffing plan that has the position.");
            }
            if (opmToldOn == null) {
                faults.addByRule(
                        "L6",
                        "freezeOpmToldOn",
                        "This ground needs its evidence: enter the day on which your agency told OPM of the approval in"
                                + " writing.");
            } else if (opmToldOn.isAfter(today)) {
                faults.addByRule("L6", "freezeOpmToldOn", "The day on which OPM was told is in the future.");
            } else if (approvalDate != null && opmToldOn.isBefore(approvalDate)) {
                faults.addByRule(
                        "L6",
                        "freezeOpmToldOn",
                        "OPM cannot have been told of the approval before it was given, on "
                                + Dates.inWordsIfAny(approvalDate) + ".");
            }
        }
    }

    /**
     * The claim, without what its ground does not need.
     *
     * @param today an approval cannot be dated later
     * @throws Refusal 400 by L6 when no ground is chosen, the ground does not hold in this regime, or its evidence is missing
     */
    Claim accept(Claim claim, LocalDate today) {
        if (claim.ground() == null) {
            throw Refusal.byRule(
                    "L6", "freezeGround", "Choose the ground on which the position is exempt from the hiring freeze.");
        }
        var ground = ground(claim.ground())
                .orElseThrow(() -> Refusal.byRule(
                        "L6",
                        "freezeGround",
                        "That ground does not hold for this request. Choose one of the grounds shown."));
        var faults = new Faults();
        return switch (ground.evidence()) {
            case NONE -> Claim.on(ground.id());
            case DOCUMENT -> {
                if (claim.document() == null) {
                    throw Refusal.byRule(
                            "L6", "freezeDocument", "This ground needs its evidence: upload the written exemption.");
                }
                yield new Claim(ground.id(), claim.document(), null, null, null, null);
            }
            case NUMBER_AND_DATE -> {
                claim.mustBeApproved(ground, today, faults);
                faults.refuse();
                yield new Claim(ground.id(), null, claim.approvalNumber(), claim.approvalDate(), null, null);
            }
            case COMMITTEE -> {
                claim.mustBeApproved(ground, today, faults);
                claim.mustBePlannedAndTold(today, faults);
                faults.refuse();
                yield new Claim(
                        ground.id(),
                        null,
                        claim.approvalNumber(),
                        claim.approvalDate(),
                        claim.planLine(),
                        claim.opmToldOn());
            }
        };
    }
}
