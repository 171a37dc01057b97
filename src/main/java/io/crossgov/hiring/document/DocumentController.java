package io.crossgov.hiring.document;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.access.CurrentActor;
import io.crossgov.hiring.common.CaseNumber;
import io.crossgov.hiring.common.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files over HTTP. */
@RestController
class DocumentController {

    private final Documents documents;
    private final Reading reading;
    private final CaseAccess cases;

    DocumentController(Documents documents, Reading reading, CaseAccess cases) {
        this.documents = documents;
        this.reading = reading;
        this.cases = cases;
    }

    @PostMapping(path = "/api/cases/{number}/documents", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    StoredDocument upload(
            @PathVariable CaseNumber number,
            @RequestParam(required = false) MultipartFile file,
            @RequestParam(required = false) String purpose,
            @CurrentActor Actor actor)
            throws IOException {
        var hiring = cases.visible(number, actor);
        if (file == null) {
            throw Refusal.invalid("file", "Choose a file to upload.");
        }
        try (var content = file.getInputStream()) {
            return documents.store(
                    DocumentOwner.ofCase(number, hiring.agency()),
                    DocumentPurpose.of(purpose),
                    file.getOriginalFilename(),
                    content,
                    actor);
        }
    }

    @GetMapping("/api/cases/{number}/documents")
    List<StoredDocument> ofCase(@PathVariable CaseNumber number, @CurrentActor Actor actor) {
        return documents.readable(cases.visible(number, actor), actor);
    }

    /** Always an attachment, never shown or guessed at by the browser, never kept on the way. */
    @GetMapping("/api/documents/{id}")
    ResponseEntity<InputStreamResource> download(@PathVariable UUID id, @CurrentActor Actor actor) {
        var content = reading.read(id, actor);
        var attachment = ContentDisposition.attachment()
                .filename(content.document().name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.document().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .cacheControl(CacheControl.noStore())
                .contentLength(content.document().size())
                .body(new InputStreamResource(content.bytes()));
    }
}
