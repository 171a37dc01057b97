package io.crossgov.hiring.notice;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** One message's template: a line {@code Subject: …}, an empty line, the text. Mustache, without anything that runs. */
final class NoticeTemplate {

    private static final String SUBJECT = "Subject:";
    private static final int LONGEST_SUBJECT = 250;

    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(false)
            .emptyStringIsFalse(true)
            .strictSections(true)
            .withLoader(name -> {
                throw new IllegalArgumentException("a template cannot include another one: {{>" + name + "}}");
            });

    private final Set<Placeholder> placeholders;
    private final Template subject;
    private final Template body;

    private NoticeTemplate(Set<Placeholder> placeholders, Template subject, Template body) {
        this.placeholders = placeholders;
        this.subject = subject;
        this.body = body;
    }

    /**
     * Reads a template and refuses one that could fail or leave a gap later.
     *
     * @param source where it was read from, for whoever has to mend it
     * @throws IllegalStateException saying what is wrong in which file
     */
    static NoticeTemplate parse(NoticeType type, String source, String text) {
        var lines = text.replace("\r\n", "\n").replace("\uFEFF", "").split("\n", 2);
        if (!lines[0].startsWith(SUBJECT)
                || lines[0].substring(SUBJECT.length()).isBlank()) {
            throw broken(source, "its first line must be \"Subject: \" and the subject");
        }
        if (lines.length < 2 || lines[1].isBlank()) {
            throw broken(source, "it has no text below the subject");
        }
        return new NoticeTemplate(
                type.placeholders(),
                compile(type, source, lines[0].substring(SUBJECT.length()).strip()),
                compile(type, source, lines[1].strip() + "\n"));
    }

    private static Template compile(NoticeType type, String source, String text) {
        try {
            var template = COMPILER.compile(text);
            var known = type.placeholders().stream()
                    .map(Placeholder::inTemplates)
                    .collect(Collectors.toCollection(TreeSet::new));
            var used = new Names();
            template.visit(used);
            if (used.stray) {
                throw broken(source, "a pair of braces {{ }} is not closed or not opened");
            }
            used.found.removeAll(known);
            if (!used.found.isEmpty()) {
                throw broken(
                        source,
                        "it names " + String.join(", ", used.found) + ", which " + type + " does not know; it knows "
                                + String.join(", ", known));
            }
            return template;
        } catch (MustacheException | IllegalArgumentException unreadable) {
            throw broken(source, unreadable.getMessage());
        }
    }

    private static IllegalStateException broken(String source, String why) {
        return new IllegalStateException("The notice template " + source + " is broken: " + why + ".");
    }

    Message render(Facts facts) {
        Map<String, Object> values = facts.named(placeholders);
        var line = subject.execute(values).replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return new Message(
                shortened(line),
                // A section that falls away leaves one empty line, not three.
                body.execute(values).replaceAll("\\n{3,}", "\n\n").strip() + "\n");
    }

    /** Cut between two words where there are any, and says so. */
    private static String shortened(String subject) {
        if (subject.length() <= LONGEST_SUBJECT) {
            return subject;
        }
        var room = subject.substring(0, LONGEST_SUBJECT - 1);
        var end = room.lastIndexOf(' ');
        return (end > LONGEST_SUBJECT / 2 ? room.substring(0, end) : room) + "\u2026";
    }

    /** The names a template uses, wherever they stand. */
    private static final class Names implements Mustache.Visitor {

        private final Set<String> found = new TreeSet<>();
        private boolean stray;

        @Override
        public void visitText(String text) {
            stray |= text.contains("{{") || text.contains("}}");
        }

        @Override
        public void visitVariable(String name) {
            found.add(name);
        }

        @Override
        public boolean visitInclude(String name) {
            found.add(">" + name);
            return false;
        }

        @Override
        public boolean visitSection(String name) {
            found.add(name);
            return true;
        }

        @Override
        public boolean visitInvertedSection(String name) {
            found.add(name);
            return true;
        }
    }
}
