package io.crossgov.hiring.common;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Mailboxes people outside this system work from; the published ones unless configured otherwise.
 *
 * @param crossGovHiring OPM's CrossGovHiring team
 * @param portalHelp help with accounts at the talent portal
 * @param freezeQuestions questions about the hiring freeze (L6)
 * @param hiringExperience OPM's hiring experience group, for general questions
 */
@ConfigurationProperties("crossgov.addresses")
public record Addresses(
        @DefaultValue("CrossGovHiring@opm.gov") String crossGovHiring,
        @DefaultValue("recruiter-help@usajobs.gov") String portalHelp,
        @DefaultValue("tracking@opm.gov") String freezeQuestions,
        @DefaultValue("HX@opm.gov") String hiringExperience) {

    /** @throws StartRefused for one that no mail can be sent with */
    public Addresses {
        crossGovHiring = EmailAddress.configured("crossgov.addresses.cross-gov-hiring", crossGovHiring);
        portalHelp = EmailAddress.configured("crossgov.addresses.portal-help", portalHelp);
        freezeQuestions = EmailAddress.configured("crossgov.addresses.freeze-questions", freezeQuestions);
        hiringExperience = EmailAddress.configured("crossgov.addresses.hiring-experience", hiringExperience);
    }
}
