package io.crossgov.hiring.request;

import io.crossgov.hiring.casefile.Cases;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.pool.Pools;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forms A and B of a case in plain text, for the copy that goes to OPM (M2). */
@Component
public class RequestCopy {

    private final Cases cases;
    private final Pools pools;
    private final RequestFile file;

    RequestCopy(Cases cases, Pools pools, RequestFile file) {
        this.cases = cases;
        this.pools = pools;
        this.file = file;
    }

    /** Both forms as last signed, one answer a line, each ending with its signature. */
    public record Texts(String formA, String formB) {}

    /** @throws io.crossgov.hiring.common.Refusal 404 when there is no such case */
    @Transactional(readOnly = true)
    public Texts of(CaseNumber number) {
        var hiring = cases.byNumber(number);
        var forms = file.of(hiring, pools.byAnnouncement(hiring.announcement()));
        var formA = forms.formA().stream()
                .map(line -> line.item() + ": " + line.answer())
                .collect(Collectors.joining("\n"));
        var formB = forms.formB().stream()
                .map(line -> line.statement() + ": important: " + line.important() + ", needed upon entry: "
                        + line.neededUponEntry())
                .collect(Collectors.joining("\n"));
        return new Texts(formA + "\n\n" + forms.formASigned(), formB + "\n\n" + forms.formBSigned());
    }
}
