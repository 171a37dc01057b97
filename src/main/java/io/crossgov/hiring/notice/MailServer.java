package io.crossgov.hiring.notice;

import io.crossgov.hiring.notice.NoticeProperties.WithoutMailServer;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** The mail server ({@code spring.mail.host}), where one is configured. */
@Component
class MailServer {

    private final JavaMailSender sender;
    private final WithoutMailServer otherwise;

    @Autowired
    MailServer(ObjectProvider<JavaMailSender> sender, NoticeProperties properties) {
        this(sender.getIfAvailable(), properties.withoutMailServer());
    }

    MailServer(JavaMailSender sender, WithoutMailServer otherwise) {
        this.sender = sender;
        this.otherwise = otherwise;
    }

    Optional<JavaMailSender> sender() {
        return Optional.ofNullable(sender);
    }

    /** Whether messages are for show only and count as handed over when they are written. */
    boolean handsOver() {
        return sender == null && otherwise == WithoutMailServer.HAND_OVER;
    }
}
