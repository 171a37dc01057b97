/** Step 8: tentative and final offer, pre-employment, entry on duty, declination and what follows from it (L9). */
@org.springframework.modulith.ApplicationModule
package io.crossgov.hiring.offer;
