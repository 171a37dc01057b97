package io.crossgov.hiring.notice;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;

/** What a failed attempt means for the next one; its sentence names no person and no address. */
record SendingFailure(Next next, String problem) {

    enum Next {
        /** No mail server there, or none that lets us in: the same for every message, so it is no message's fault. */
        UNREACHABLE,
        /** It surely did not go out and may go out later. */
        RETRY,
        /** It surely did not go out and never will as it is: the mail server said so. */
        GIVE_UP,
        /** As before, but no mail server was asked. */
        WITHHELD,
        /** It may have gone out. */
        UNCERTAIN,
        /** It did go out; only saying goodbye failed. */
        NONE
    }

    static SendingFailure of(MailException failure) {
        if (failure instanceof MailAuthenticationException) {
            return new SendingFailure(Next.UNREACHABLE, "The mail server did not accept the sign-in.");
        }
        if (failure instanceof MailParseException || failure instanceof MailPreparationException) {
            return new SendingFailure(Next.WITHHELD, "The message has no valid form or address.");
        }
        if (failure instanceof MailSendException sending) {
            var messages = sending.getFailedMessages().values();
            if (messages.isEmpty()) {
                return sending.getCause() == null ? uncertain() : new SendingFailure(Next.NONE, "");
            }
            // What the server said to one message is not the cause of the whole; a connection that never was is both.
            if (messages.contains(sending.getCause())) {
                return new SendingFailure(Next.UNREACHABLE, "The mail server could not be reached.");
            }
            return ofServer(messages.iterator().next());
        }
        return uncertain();
    }

    private static SendingFailure ofServer(Exception refusal) {
        var code = code(refusal);
        if (refusesSender(refusal)) {
            return new SendingFailure(
                    Next.UNREACHABLE, "The mail server does not take messages from our address (" + code + ").");
        }
        if (code >= 500) {
            return new SendingFailure(Next.GIVE_UP, "The mail server refused the message (" + code + ").");
        }
        return code >= 400
                ? new SendingFailure(Next.RETRY, "The mail server could not take the message now (" + code + ").")
                : uncertain();
    }

    /** Whether it is our own address that the server refuses: that is no message's fault, and the next one would fare no better. */
    private static boolean refusesSender(Exception refusal) {
        Exception cause = refusal;
        for (var depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof SMTPSenderFailedException) {
                return true;
            }
            cause = cause instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return false;
    }

    /** The server's reply code; a refused address hides behind the refused message. */
    private static int code(Exception refusal) {
        var code = -1;
        Exception cause = refusal;
        for (var depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof SMTPAddressFailedException address) {
                code = address.getReturnCode();
            } else if (cause instanceof SMTPSendFailedException send) {
                code = send.getReturnCode();
            }
            cause = cause instanceof MessagingException messaging ? messaging.getNextException() : null;
        }
        return code;
    }

    private static SendingFailure uncertain() {
        return new SendingFailure(
                Next.UNCERTAIN, "The connection broke off. It is not known whether the message went out.");
    }
}
