package io.crossgov.hiring.notice;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * The templates of all messages, read and checked once at start-up: a broken one stops the application and not, some day, a
 * hire. A file of the same name in {@code crossgov.notices.directory} takes the place of ours.
 */
@Component
class NoticeTemplates {

    private final Map<NoticeType, NoticeTemplate> templates = new EnumMap<>(NoticeType.class);

    NoticeTemplates(NoticeProperties properties) {
        var directory = properties.directory();
        if (directory != null && !Files.isDirectory(directory)) {
            throw new IllegalStateException("crossgov.notices.directory is " + directory + ", which is no directory.");
        }
        for (var type : NoticeType.values()) {
            templates.put(type, load(type, directory));
        }
    }

    Message render(NoticeType type, Facts facts) {
        return templates.get(type).render(facts);
    }

    private static NoticeTemplate load(NoticeType type, Path directory) {
        var name = type.name() + ".txt";
        try {
            if (directory != null && Files.exists(directory.resolve(name))) {
                var file = directory.resolve(name);
                return NoticeTemplate.parse(type, file.toString(), Files.readString(file));
            }
            try (var ours = NoticeTemplates.class.getResourceAsStream("/notices/" + name)) {
                if (ours == null) {
                    throw new IllegalStateException("There is no notice template notices/" + name + ".");
                }
                return NoticeTemplate.parse(
                        type, "notices/" + name, new String(ours.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The notice template " + name + " cannot be read.", unreadable);
        }
    }
}
