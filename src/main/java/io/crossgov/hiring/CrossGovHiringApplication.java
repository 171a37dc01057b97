package io.crossgov.hiring;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the cross-government hiring application: engine, web apps, API and pages in one process. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class CrossGovHiringApplication {

    public static void main(String[] args) {
        // The engine's times have no zone: read in another one than they were written in, every deadline would move.
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        // Numbers and the libraries' own words, too, are American English, whatever the machine speaks.
        Locale.setDefault(Locale.US);
        var application = new SpringApplication(CrossGovHiringApplication.class);
        application.addListeners(new StartAfresh(), new DatabaseAtStart());
        application.run(args);
    }
}
