package io.crossgov.hiring.common;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.io.UnsupportedEncodingException;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses that mail can be sent to. Where an address comes in and where a message is composed, the same function decides, so that
 * whatever is accepted can be sent. A domain in letters of other scripts is kept in the form that mail servers know ({@code xn--…}); before
 * the {@code @} there are such letters nowhere yet that every mail server takes. Quoted names, comments and addresses without a domain are
 * refused: here they are mistakes.
 */
public final class EmailAddress {

    /** Told where no words of the field's own are wanted. */
    public static final String NONE = "This is not an e-mail address.";

    private static final String OTHER_LETTERS =
            "Mail cannot be sent to this address: before the @ it has letters other than A to Z. Ask for another address.";

    private static final int LONGEST = 254;
    private static final int LONGEST_BEFORE_AT = 64;

    private static final Pattern BEFORE_AT =
            Pattern.compile("(?!')[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*(?<!')");
    private static final Pattern DOMAIN =
            Pattern.compile("([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z][A-Za-z0-9-]{0,61}[A-Za-z0-9]");

    /** Letters that the older and the newer rules for domains turn into different domains: mail could go to somebody else. */
    private static final Pattern AMBIGUOUS = Pattern.compile("[\u00DF\u1E9E\u03C2\u200C\u200D]");

    private EmailAddress() {}

    /** Demands an address that mail can be sent to; null and nothing are left to others. */
    @Documented
    @Constraint(validatedBy = Check.class)
    @Retention(RetentionPolicy.RUNTIME)
    @Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
    public @interface Sendable {

        String message() default NONE;

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};
    }

    /** Behind {@link Sendable}. */
    public static final class Check implements ConstraintValidator<Sendable, String> {

        @Override
        public boolean isValid(String address, ConstraintValidatorContext context) {
            var objection = PlainText.isEmpty(address) ? Optional.<String>empty() : objection(address);
            objection.filter(OTHER_LETTERS::equals).ifPresent(sentence -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(sentence).addConstraintViolation();
            });
            return objection.isEmpty();
        }
    }

    /** Why no mail can be sent to this, in a sentence; empty when it can. */
    public static Optional<String> objection(String text) {
        var address = normal(text);
        var at = address.lastIndexOf('@');
        var before = address.substring(0, Math.max(at, 0));
        if (at > 0
                && !isAscii(before)
                && DOMAIN.matcher(address.substring(at + 1)).matches()) {
            return Optional.of(OTHER_LETTERS);
        }
        if (at < 1
                || address.length() > LONGEST
                || before.length() > LONGEST_BEFORE_AT
                || !BEFORE_AT.matcher(before).matches()
                || !DOMAIN.matcher(address.substring(at + 1)).matches()) {
            return Optional.of(NONE);
        }
        try {
            new InternetAddress(address, true).validate();
            return Optional.empty();
        } catch (AddressException mailerRefuses) {
            return Optional.of(NONE);
        }
    }

    /** The address as it is kept: without anything around or unseen, the domain in the letters of mail servers. Null for null. */
    public static String normal(String text) {
        if (text == null) {
            return null;
        }
        var plain = PlainText.of(text);
        var at = plain.lastIndexOf('@');
        var domain = plain.substring(at + 1);
        if (at < 0 || isAscii(domain) || AMBIGUOUS.matcher(domain).find()) {
            return plain;
        }
        try {
            return plain.substring(0, at + 1) + IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES);
        } catch (IllegalArgumentException noDomain) {
            return plain;
        }
    }

    /** The same for all spellings of one address: capitals do not count, on either side of the {@code @}. */
    public static String key(String text) {
        return normal(text).toLowerCase(Locale.ROOT);
    }

    /**
     * What a message is sent with.
     *
     * @param name shown beside the address; null for none
     * @throws AddressException when no mail can be sent to it
     */
    public static InternetAddress forMailer(String text, String name) throws AddressException {
        if (objection(text).isPresent()) {
            throw new AddressException(NONE);
        }
        try {
            return name == null
                    ? new InternetAddress(normal(text), true)
                    : new InternetAddress(normal(text), name, StandardCharsets.UTF_8.name());
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * An address from the settings.
     *
     * @param setting its name
     * @throws StartRefused when no mail can be sent with it
     */
    public static String configured(String setting, String text) {
        if (text != null && objection(text).isPresent()) {
            throw new StartRefused("The setting " + setting
                    + " is no e-mail address that mail can be sent with. Correct it" + " and start again.");
        }
        return normal(text);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }
}
