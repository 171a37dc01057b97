package io.crossgov.hiring.request;

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
     */
    record Claim(String ground, UUID document, String approvalNumber, LocalDate approvalDate) {

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
            if (evidence != FreezeGround.Evidence.NUMBER_AND_DATE) {
                faults.addUnlessLeftOut("freezeApprovalNumber", approvalNumber, because);
                faults.addUnlessLeftOut("freezeApprovalDate", approvalDate, because);
            }
        }

        /** Finds any evidence at all. @param because why none is asked for, as a sentence */
        void leftOut(String because, Faults faults) {
            faults.addUnlessLeftOut("freezeDocument", document, because);
            faults.addUnlessLeftOut("freezeApprovalNumber", approvalNumber, because);
            faults.addUnlessLeftOut("freezeApprovalDate", approvalDate, because);
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
        return switch (ground.evidence()) {
            case NONE -> new Claim(ground.id(), null, null, null);
            case DOCUMENT -> {
                if (claim.document() == null) {
                    throw Refusal.byRule(
                            "L6", "freezeDocument", "This ground needs its evidence: upload the written exemption.");
                }
                yield new Claim(ground.id(), claim.document(), null, null);
            }
            case NUMBER_AND_DATE -> {
                var faults = new Faults();
                if (claim.approvalNumber() == null || claim.approvalNumber().isBlank()) {
                    faults.addByRule(
                            "L6",
                            "freezeApprovalNumber",
                            "This ground needs its evidence: enter the approval's number.");
                }
                if (claim.approvalDate() == null) {
                    faults.addByRule(
                            "L6", "freezeApprovalDate", "This ground needs its evidence: enter the approval's date.");
                } else if (claim.approvalDate().isAfter(today)) {
                    faults.addByRule("L6", "freezeApprovalDate", "The approval's date is in the future.");
                }
                faults.refuse();
                yield new Claim(ground.id(), null, claim.approvalNumber(), claim.approvalDate());
            }
        };
    }
}
