package io.crossgov.hiring.selection;

import io.crossgov.hiring.common.LawFile;
import io.crossgov.hiring.common.Required;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The grounds there are to pass over or object, from a data file; another one can be named with {@code crossgov.law.objection-grounds}. */
@Component
class ObjectionGrounds {

    private final List<ObjectionGround> grounds;

    /** @throws io.crossgov.hiring.common.StartRefused when the file is not there or not as it must be */
    ObjectionGrounds(@Value("${crossgov.law.objection-grounds:classpath:law/objection-grounds.yaml}") Resource file) {
        grounds = LawFile.read("crossgov.law.objection-grounds", file, Grounds.class)
                .grounds();
    }

    List<ObjectionGround> all() {
        return grounds;
    }

    Optional<ObjectionGround> find(String id) {
        return grounds.stream().filter(ground -> ground.id().equals(id)).findFirst();
    }

    /** What people read of a request's ground; empty where none was asked for. */
    Optional<String> inWords(PassOver request) {
        return request.ground().map(id -> find(id).map(ObjectionGround::text).orElse(id));
    }

    private record Grounds(List<ObjectionGround> grounds) {

        Grounds {
            grounds = Required.distinct("grounds", grounds, ObjectionGround::id);
        }
    }
}
