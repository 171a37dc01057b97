package io.crossgov.hiring.notice;

import io.crossgov.hiring.access.Actor;
import io.crossgov.hiring.casefile.HiringCase;
import io.crossgov.hiring.law.Decider;
import io.crossgov.hiring.selection.PassOver;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Makes one draft a recipient of a letter, with the link to what comes next and the key by which an occasion is told from the next. */
@Component
class NoticeDrafts {

    /** Their tasks are some of several in a case: the link has to say of which request. */
    private static final String DECIDE_PASS_OVER = "decide-pass-over";

    private static final String DECIDE_OWN_PASS_OVER = "decide-own-pass-over";

    private final Links links;

    NoticeDrafts(Links links) {
        this.links = links;
    }

    /** @param occasion tells one occasion from the next within the case, or within the selection when the story is about one */
    Stream<NoticeDraft> of(NoticeType type, Story story, String occasion, Letter letter) {
        return keyed(type, story, key(type, story.hiring(), story.selectionId(), occasion), letter);
    }

    /** Once an agency and whom or what it is about, in however many of the agency's cases. */
    Stream<NoticeDraft> onceAnAgency(NoticeType type, Story story, String about, Letter letter) {
        return keyed(type, story, type + "|" + story.hiring().agency() + "|" + about, letter);
    }

    /** Within the case, about somebody who has no selection in it. */
    Stream<NoticeDraft> about(UUID candidateId, NoticeType type, Story story, String occasion, Letter letter) {
        return keyed(type, story, key(type, story.hiring(), candidateId, occasion), letter);
    }

    /** OPM's own to a candidate, whom no case is about. */
    Stream<NoticeDraft> ofNoCase(UUID candidateId, NoticeType type, String occasion, Letter letter) {
        return letter.to().stream()
                .map(to -> new NoticeDraft(
                        type,
                        null,
                        Actor.OPM,
                        null,
                        type + "|" + candidateId + "|" + occasion,
                        to,
                        letter.replyTo(),
                        letter.facts(),
                        letter.awaited()));
    }

    private Stream<NoticeDraft> keyed(NoticeType type, Story story, String key, Letter letter) {
        var hiring = story.hiring();
        var facts = letter.task() == null
                ? letter.facts()
                : letter.facts().with(Placeholder.TASK_LINK, link(story, letter));
        return letter.to().stream()
                .map(to -> new NoticeDraft(
                        type,
                        hiring.number(),
                        hiring.agency(),
                        story.selectionId(),
                        key,
                        to,
                        letter.replyTo(),
                        facts,
                        letter.awaited()));
    }

    /** The task in which a request is decided. */
    static String taskOf(PassOver request) {
        return request.decider() == Decider.OPM ? DECIDE_PASS_OVER : DECIDE_OWN_PASS_OVER;
    }

    private String link(Story story, Letter letter) {
        var decides = DECIDE_PASS_OVER.equals(letter.task()) || DECIDE_OWN_PASS_OVER.equals(letter.task());
        var passOverId = decides ? story.passOver().id() : null;
        return links.toTask(story.hiring().number(), letter.task(), story.selectionId(), passOverId);
    }

    private static String key(NoticeType type, HiringCase hiring, UUID about, String occasion) {
        return type + "|" + hiring.number() + "|" + (about == null ? "" : about) + "|" + occasion;
    }
}
