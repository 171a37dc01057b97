package io.crossgov.hiring.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A place is the same however USAJOBS, a spreadsheet or a person writes it. */
class DutyPlaceTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Washington, District of Columbia               | Washington, DC
            Washington DC, District of Columbia            | Washington, DC
            Washington, D.C.                               | Washington, DC
            washington dc                                  | Washington, DC
            Washington, DC 20415-0001                      | Washington, DC
            Denver, Colorado                               | Denver, CO
            Denver, Colorado, United States                | Denver, CO
            DENVER, CO, U.S.                               | Denver, CO
            Charleston, West Virginia                      | Charleston, WV
            New York, New York                             | New York, NY
            St. Louis, Missouri                            | Saint Louis, MO
            Ft. Meade, Maryland                            | Fort Meade, MD
            Winston Salem, North Carolina                  | Winston-Salem, NC
            San Juan, Puerto Rico                          | San Juan, PR
            Saipan, Northern Mariana Islands               | Saipan, MP
            St. Thomas, U.S. Virgin Islands                | St. Thomas, VI
            Christiansted, US Virgin Islands               | Christiansted, Virgin Islands
            Saint Croix, United States Virgin Islands      | St. Croix, VI
            Saipan, Commonwealth of the Northern Mariana Islands | Saipan, MP
            Landstuhl, Germany                             | Landstuhl - Germany
            Anywhere in the U.S. (remote job)              | Remote
            Anywhere in the United States                  | REMOTE
            Remote, United States                          | Remote
            Remote (anywhere in the US)                    | Remote
            Location Negotiable After Selection            | Negotiable
            Location Negotiable After Selection, United States | Negotiable
            """)
    void one_place_is_written_in_many_ways(String one, String other) {
        assertThat(DutyPlace.same(one, other)).isTrue();
        assertThat(DutyPlace.same(other, one)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            Washington                    | Washington, DC
            Washington, Pennsylvania      | Washington, DC
            Portland, Oregon              | Portland, Maine
            Kansas City, Kansas           | Kansas City, MO
            Charleston, Virginia          | Charleston, WV
            Denver                        | Denver, CO
            Remote, Oregon                | Remote
            Telework                      | Remote
            Road Town, British Virgin Islands | Road Town, VI
            Georgia                       | GA
            Multiple Locations            | Negotiable
            """)
    void nothing_that_is_left_out_is_guessed(String one, String other) {
        assertThat(DutyPlace.same(one, other)).isFalse();
    }

    @Test
    void work_from_anywhere_is_known_in_each_writing_and_no_list_of_places_is_one() {
        assertThat(DutyPlace.isAnywhere("Anywhere in the U.S. (remote job)")).isTrue();
        assertThat(DutyPlace.isAnywhere("Denver, CO")).isFalse();
        assertThat(DutyPlace.isUnnamed("MULTIPLE LOCATIONS")).isTrue();
        assertThat(DutyPlace.isUnnamed("Remote")).isFalse();
    }
}
