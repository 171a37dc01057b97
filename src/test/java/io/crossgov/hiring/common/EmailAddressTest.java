package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Addresses: what is accepted where they come in can be sent where messages are composed. */
class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'sq1@mail.example'",
                "sq2@mail..example",
                ".sq3@mail.example",
                "sq4.@mail.example",
                "sq..5@mail.example",
                "q@localhost",
                "q@mail.example.",
                "q@.mail.example",
                "q@-mail.example",
                "q@mail-.example",
                "q@mail_box.example",
                "q@192.0.2.7",
                "q@[192.0.2.7]",
                "\"quoted\"@mail.example",
                "Ada <ada@mail.example>",
                "mailto:ada@mail.example",
                "ada@mail.example;eve@mail.example",
                "ada@mail.example, eve@mail.example",
                "ada @mail.example",
                "ada@mail\u00A0.example",
                "ada@@mail.example",
                "@mail.example",
                "ada@",
                "ada",
                "ada@mail.example\u0000x y",
                "ada@fa\u00DFbinder.example"
            })
    void no_mail_can_be_sent_to(String address) {
        assertThat(EmailAddress.objection(address)).contains("This is not an e-mail address.");
    }

    @ParameterizedTest
    @CsvSource({
        "nb1@mail.example\u00A0,nb1@mail.example",
        "nb3@mail\u200B.example,nb3@mail.example",
        "\u202Aada@mail.example\u202C,ada@mail.example",
        "ada@b\u00FCcher.example,ada@xn--bcher-kva.example",
        "ada@bu\u0308cher.example,ada@xn--bcher-kva.example",
        "ada@\u4F8B\u3048.example,ada@xn--r8jz45g.example",
        "ada@\u4F8B\u3048\u3002example,ada@xn--r8jz45g.example",
        "ada@mail\uFF0Eexample,ada@mail.example",
        "ada@B\u00DCCHER.Example\u2060,ada@xn--bcher-kva.Example",
        "Ada.Ames+pool@Mail.Example,Ada.Ames+pool@Mail.Example",
        "sean.o&neil_1@mail.example,sean.o&neil_1@mail.example"
    })
    void an_address_is_kept_as_mail_servers_know_it(String typed, String kept) {
        assertThat(EmailAddress.objection(typed)).isEmpty();
        assertThat(EmailAddress.normal(typed)).isEqualTo(kept);
    }

    @Test
    void an_apostrophe_inside_a_name_is_no_quotation_mark() {
        assertThat(EmailAddress.objection("sean.o'neil@mail.example")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"j\u00F6rg@mail.example", "jo\u0308rg@b\u00FCcher.example", "\u4F8B@mail.example"})
    void letters_that_no_mail_server_takes_are_told_as_such(String address) {
        assertThat(EmailAddress.objection(address)).hasValueSatisfying(sentence -> assertThat(sentence)
                .startsWith("Mail cannot be sent to this address: before the @"));
    }

    @ParameterizedTest
    @CsvSource({
        "Dana.Upton@mail.example,dana.upton@MAIL.example",
        "ada@b\u00FCcher.example,ADA@xn--bcher-kva.example",
        "ada@BU\u0308CHER.example,ada@XN--BCHER-KVA.EXAMPLE",
        "ada@b\u00AD\u00FCcher.example,ada@b\u00FCcher.example",
        "ada@mail.example,\u200Bada@mail.example\u00A0"
    })
    void spellings_of_one_address_are_one(String one, String other) {
        assertThat(EmailAddress.key(one)).isEqualTo(EmailAddress.key(other));
    }

    @Test
    void a_setting_that_is_no_address_stops_the_start_and_is_named() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new Addresses("team@opm", "a@opm.example", "b@opm.example", "c@opm.example"))
                .withMessageContaining("crossgov.addresses.cross-gov-hiring");
    }

    @Property
    void whatever_is_accepted_composes(@ForAll("almostAddresses") String address) throws Exception {
        if (EmailAddress.objection(address).isEmpty()) {
            var mail = new MimeMessageHelper(new MimeMessage(Session.getInstance(new Properties())), "UTF-8");
            mail.setValidateAddresses(true);
            mail.setTo(EmailAddress.forMailer(address, "O\u2019Neil, Sean \"Jr.\""));
            mail.setReplyTo(EmailAddress.forMailer(address, null));
            mail.setTo(EmailAddress.normal(address));
            assertThat(mail.getMimeMessage().getAllRecipients()[0].toString()).isEqualTo(EmailAddress.normal(address));
            assertThat(EmailAddress.normal(EmailAddress.normal(address))).isEqualTo(EmailAddress.normal(address));
        }
    }

    @Provide
    Arbitrary<String> almostAddresses() {
        var part = Arbitraries.strings()
                .withChars("abXY09.-_'+@ \"(),;<>\u00A0\u200B\u00FC\u4F8B\u0000")
                .ofMinLength(1)
                .ofMaxLength(9);
        var good = Arbitraries.strings().withChars("abXY09").ofMinLength(2).ofMaxLength(6);
        return Combinators.combine(
                        Arbitraries.oneOf(part, good),
                        Arbitraries.oneOf(part, good),
                        Arbitraries.of("", ".example", ".gov", "."))
                .as((before, domain, end) -> before + "@" + domain + end);
    }
}
