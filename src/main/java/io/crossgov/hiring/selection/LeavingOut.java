package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.LawFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Whether somebody considered for three appointments may be left out at all (L13), from a data file. */
@Component
class LeavingOut {

    private final boolean applies;

    /** @throws io.crossgov.hiring.common.StartRefused when the file is not there or not as it must be */
    LeavingOut(@Value("${crossgov.law.considerations:classpath:law/considerations.yaml}") Resource file) {
        applies = LawFile.read("crossgov.law.considerations", file, Considered.class)
                .leaveOutAfterThree();
    }

    boolean applies() {
        return applies;
    }

    private record Considered(boolean leaveOutAfterThree) {}
}
