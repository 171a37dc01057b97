package io.crossgov.hiring;

import com.fasterxml.jackson.core.StreamReadConstraints;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/**
 * How much JSON may nest and how long its names, numbers and texts may be, for every reader in the program: our API, the forms, the
 * engine's API and its variables. Set before the first reader is made; how large a body may be is said at the door.
 */
class JsonLimits implements ApplicationListener<ApplicationStartingEvent> {

    /** A form nests four deep, the engine's largest query some ten. */
    static final int DEPTH = 100;

    /** Characters of a text; the longest answer of a form has some thousand. */
    static final int TEXT = 500_000;

    static final int NUMBER = 100;
    static final int NAME = 1_000;

    @Override
    public void onApplicationEvent(ApplicationStartingEvent start) {
        StreamReadConstraints.overrideDefaultStreamReadConstraints(StreamReadConstraints.builder()
                .maxNestingDepth(DEPTH)
                .maxStringLength(TEXT)
                .maxNumberLength(NUMBER)
                .maxNameLength(NAME)
                .build());
    }
}
