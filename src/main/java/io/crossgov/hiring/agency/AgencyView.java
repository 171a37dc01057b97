package io.crossgov.hiring.agency;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * An agency as whoever may see it reads it.
 *
 * @param version which one this is: whoever changes the agency sends the one that he or she read
 */
record AgencyView(@JsonUnwrapped AgencyDetails agency, long version) {

    static AgencyView of(Agency agency) {
        return new AgencyView(agency.details(), agency.version());
    }
}
