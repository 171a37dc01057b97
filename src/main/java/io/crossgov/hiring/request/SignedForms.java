package io.crossgov.hiring.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.casefile.CaseDesk;
import io.crossgov.hiring.casefile.HiringCase;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The file of signed forms. */
@Component
public class SignedForms {

    private final SignedFormRows rows;
    private final ObjectMapper json;

    SignedForms(SignedFormRows rows, ObjectMapper json) {
        this.rows = rows;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** Every version of both forms, Form A first, newest first. */
    public List<SignedFormVersion> ofCase(HiringCase hiring) {
        return rows.ofCase(hiring.number().value()).stream()
                .map(SignedForm::asVersion)
                .toList();
    }

    /** Puts the next version on file; two people signing at once settle it by the version's number. */
    SignedFormVersion sign(
            HiringCase hiring,
            SignedFormVersion.Form form,
            SignedFormVersion.Outcome outcome,
            Object answers,
            Actor actor,
            CaseDesk.Signer signer,
            java.time.Instant at) {
        var version = latestRow(hiring, form)
                .map(last -> last.asVersion().version() + 1)
                .orElse(1);
        return rows.save(new SignedForm(hiring, form, version, outcome, text(answers), actor.userId(), signer, at))
                .asVersion();
    }

    Optional<SignedFormVersion> latest(HiringCase hiring, SignedFormVersion.Form form) {
        return latestRow(hiring, form).map(SignedForm::asVersion);
    }

    /** What was answered in the newest version. */
    <T> Optional<T> latestAnswers(HiringCase hiring, SignedFormVersion.Form form, Class<T> type) {
        return latestRow(hiring, form).map(row -> answers(row.answers(), type));
    }

    <T> T answers(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("a signed form on file is not readable", unreadable);
        }
    }

    private Optional<SignedForm> latestRow(HiringCase hiring, SignedFormVersion.Form form) {
        return rows.latest(hiring.number().value(), form).stream().findFirst();
    }

    private String text(Object answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("not JSON-able: " + answers.getClass(), unwritable);
        }
    }
}
