package io.crossgov.hiring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the cross-government hiring application: engine, web apps, API and pages in one process. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@ConfigurationPropertiesScan
public class CrossGovHiringApplication {

    public static void main(String[] args) {
        var application = new SpringApplication(CrossGovHiringApplication.class);
        application.addListeners(new StartAfresh());
        application.run(args);
    }
}
